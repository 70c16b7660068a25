package org.vigie.demo.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TruthManifestTest {
    private final List<StudyPlan> plans = Schedule.draw(3, 1, 3);
    private final Nodule subtle = new Nodule(10, 20, 6, 1, 0.15);
    private final Nodule obvious = new Nodule(30, 20, 6, 4, 0.34);

    @Test
    void givesTheGradeOfTheClearestNoduleBack() {
        String csv = TruthManifest.csv(plans, List.of(List.of(), List.of(subtle, obvious), List.of(subtle)));

        assertThat(TruthManifest.grades(csv))
                .isEqualTo(Map.of(
                        plans.get(0).studyUid(),
                        0,
                        plans.get(1).studyUid(),
                        4,
                        plans.get(2).studyUid(),
                        1));
    }

    @Test
    void keepsWhatIsKnownWhenMerged() {
        String first = TruthManifest.csv(plans.subList(0, 2), List.of(List.of(subtle), List.of()));
        String second = TruthManifest.csv(plans, List.of(List.of(), List.of(), List.of(obvious)));

        assertThat(TruthManifest.grades(TruthManifest.merged(first, second)))
                .isEqualTo(Map.of(
                        plans.get(0).studyUid(),
                        1,
                        plans.get(1).studyUid(),
                        0,
                        plans.get(2).studyUid(),
                        4));
    }

    @Test
    void refusesListsOfDifferentLengths() {
        assertThatThrownBy(() -> TruthManifest.csv(plans, List.of())).hasMessage("3 studies but 0 lists of nodules");
    }
}
