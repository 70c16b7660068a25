package org.vigie.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AttributionTest {

    private static final DriftCheck CHECK = DriftCheck.atFamilyWiseLevel(0.02);

    private final SplittableRandom random = new SplittableRandom(2026);

    @Test
    void namesTheScannerThatMoved() {
        Attribution attribution = Attribution.of(
                List.of(scanner("A", 200, 0, 60, 0), scanner("B", 200, 2, 60, 3), scanner("C", 200, -1, 60, -1)),
                CHECK);

        assertThat(attribution.conclusion()).isEqualTo(new Attribution.Conclusion.WithinGroups(List.of("B")));
        assertThat(attribution.groups().getFirst().group()).hasValue("B");
    }

    @Test
    void aChangeOfWhoIsExaminedWhereIsAMixShift() {
        Attribution attribution =
                Attribution.of(List.of(scanner("A", 300, 0, 40, 0), scanner("B", 100, 3, 160, 3)), CHECK);

        assertThat(attribution.pooled().isDrifted()).isTrue();
        assertThat(attribution.conclusion()).isEqualTo(new Attribution.Conclusion.MixShift());
    }

    @Test
    void aNewScannerIsListedAndCountsInTheMix() {
        Attribution attribution = Attribution.of(
                List.of(scanner("A", 300, 0, 80, 0), scanner("B", 0, 0, 80, 3), scanner("C", 30, 0, 0, 0)), CHECK);

        assertThat(attribution.conclusion()).isEqualTo(new Attribution.Conclusion.MixShift());
        assertThat(attribution.newGroups()).containsExactly("B");
        assertThat(attribution.goneGroups()).containsExactly("C");
    }

    @Test
    void aSmallMoveEverywhereIsSpread() {
        Attribution attribution = Attribution.of(
                IntStream.range(0, 25)
                        .mapToObj(i -> scanner("scanner " + i, 100, 0, 25, 0.3))
                        .toList(),
                CHECK);

        assertThat(attribution.pooled().isDrifted()).isTrue();
        assertThat(attribution.conclusion()).isEqualTo(new Attribution.Conclusion.Spread());
        assertThat(attribution.withinStrata().orElseThrow()).isLessThan(0.02);
    }

    @Test
    void theEvidenceWithinOneStratumIsItsOwn() {
        Attribution attribution = Attribution.of(List.of(scanner("A", 200, 0, 60, 0.2)), CHECK);

        assertThat(attribution.withinStrata().orElseThrow())
                .isCloseTo(
                        attribution.groups().getFirst().result().pValue().orElseThrow(),
                        org.assertj.core.api.Assertions.within(1e-12));
    }

    @Test
    void nothingMovedIsNoShift() {
        assertThat(Attribution.of(List.of(scanner("A", 200, 0, 60, 0), scanner("B", 200, 2, 60, 2)), CHECK)
                        .conclusion())
                .isEqualTo(new Attribution.Conclusion.NoShift());
    }

    @Test
    void tooLittleDataIsUndecided() {
        Attribution attribution =
                Attribution.of(List.of(scanner("A", 200, 0, 4, 0), scanner("B", 200, 2, 5, 2)), CHECK);

        assertThat(attribution.conclusion()).isEqualTo(new Attribution.Conclusion.Undecided());
        assertThat(attribution.withinStrata()).isEmpty();
    }

    @Test
    void aPooledShiftOverStrataTooThinToJudgeIsNotCalledAMixShift() {
        Attribution attribution = Attribution.of(
                Stream.of("A", "B", "C", "D", "E")
                        .map(name -> scanner(name, 100, 0, 10, 2))
                        .toList(),
                CHECK);

        assertThat(attribution.conclusion()).isEqualTo(new Attribution.Conclusion.Unexplained());
    }

    @Test
    void labelsAndFeaturesCanBeAttributedToo() {
        StreamComparison before = StreamComparison.categorical(
                        "view", java.util.Collections.nCopies(60, "PA"), java.util.Collections.nCopies(40, "AP"))
                .inGroup("A");
        List<float[]> zeros = java.util.Collections.nCopies(40, new float[3]);
        List<float[]> ones = java.util.Collections.nCopies(40, new float[] {1, 1, 1});

        assertThat(Attribution.of(List.of(before), CHECK).conclusion())
                .isEqualTo(new Attribution.Conclusion.WithinGroups(List.of("A")));
        assertThat(Attribution.of(
                                List.of(
                                        StreamComparison.features("f", zeros, ones)
                                                .inGroup("A"),
                                        StreamComparison.features("f", zeros, zeros)
                                                .inGroup("B")),
                                CHECK)
                        .conclusion())
                .isEqualTo(new Attribution.Conclusion.WithinGroups(List.of("A")));
    }

    @Test
    void rejectsStrataThatDoNotBelongTogether() {
        StreamComparison a = scanner("A", 30, 0, 30, 0);

        assertThatThrownBy(() -> Attribution.of(List.of(), CHECK)).hasMessage("no strata");
        assertThatThrownBy(() -> Attribution.of(List.of(a, a), CHECK)).hasMessage("group 'A' comes twice");
        assertThatThrownBy(() ->
                        Attribution.of(List.of(StreamComparison.numeric("score", new double[0], new double[0])), CHECK))
                .hasMessage("stream 'score' has no group");
        assertThatThrownBy(() -> Attribution.of(
                        List.of(
                                a,
                                StreamComparison.categorical("view", List.of("PA"), List.of())
                                        .inGroup("B")),
                        CHECK))
                .hasMessage("strata of 'score' include a Categorical 'view'");
    }

    private StreamComparison scanner(String name, int n, double before, int m, double now) {
        return StreamComparison.numeric("score", normal(n, before), normal(m, now))
                .inGroup(name);
    }

    private double[] normal(int size, double mean) {
        return DoubleStream.generate(() -> random.nextGaussian(mean, 1))
                .limit(size)
                .toArray();
    }
}
