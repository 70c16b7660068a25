package org.vigie.drift.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.ThresholdVerdict.Outcome;

class DataQualityTest {

    private static final DataQuality QUALITY = DataQuality.with(DecisionRule.atLevel(0.05));

    @Test
    void listsOneFindingACheck() {
        assertThat(QUALITY.withMissingLimit(0.2).numeric(gaussians(1, 100), gaussians(2, 30)))
                .extracting(QualityFinding::check)
                .containsExactly(
                        QualityCheck.MISSING,
                        QualityCheck.MISSING,
                        QualityCheck.INFINITE,
                        QualityCheck.OUT_OF_RANGE,
                        QualityCheck.UNIT_JUMP,
                        QualityCheck.STUCK);
        assertThat(QUALITY.categorical(Collections.nCopies(30, "a"), Collections.nCopies(30, "a")))
                .extracting(QualityFinding::verdict)
                .containsOnly(Outcome.PASS);
    }

    @Test
    void aColumnThatVanishedIsAFinding() {
        double[] nothing = new double[40];
        Arrays.fill(nothing, Double.NaN);

        List<QualityFinding> findings = QUALITY.numeric(gaussians(1, 100), nothing);

        assertThat(findings.getFirst().failed()).isTrue();
        assertThat(findings.stream().skip(2)).allMatch(finding -> finding.verdict() == Outcome.INCONCLUSIVE);
    }

    @Test
    void infinitiesDoNotStopTheOtherChecks() {
        double[] current = gaussians(2, 40);
        current[5] = Double.POSITIVE_INFINITY;

        List<QualityFinding> findings = QUALITY.withDeclaredRange(-10, 10).numeric(current, current);

        assertThat(findings.stream().filter(QualityFinding::failed).map(QualityFinding::check))
                .containsExactly(QualityCheck.INFINITE, QualityCheck.OUT_OF_RANGE);
    }

    @Test
    void holdsItsLevelOverTheWholeList() {
        long alarms = IntStream.range(0, 400)
                .filter(run -> QUALITY.numeric(gaussians(run, 100), gaussians(9_000 + run, 40)).stream()
                        .anyMatch(QualityFinding::failed))
                .count();

        assertThat(alarms).isLessThanOrEqualTo(33); // 20 expected at most, 3 sd above
    }

    @Property(tries = 300)
    void answersWhateverTheNumbers(
            @ForAll @Size(max = 40) double[] reference, @ForAll @Size(max = 40) double[] current) {
        double[] before = reference.clone();
        double[] now = current.clone();

        assertThat(QUALITY.numeric(reference, current)).hasSize(5);
        assertThat(reference).isEqualTo(before);
        assertThat(current).isEqualTo(now);
    }

    @Test
    void anImpossibleRangeIsRefused() {
        assertThatThrownBy(() -> QUALITY.withDeclaredRange(1, Double.NaN))
                .hasMessage("lower 1.0 is not at or below upper NaN");
    }

    @Test
    void aFindingKeepsItsExamplesFew() {
        var finding = new QualityFinding(
                QualityCheck.DUPLICATE,
                Outcome.FAIL,
                1,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                0,
                20,
                Collections.nCopies(20, "[1]"),
                "many");

        assertThat(finding.examples()).hasSize(QualityFinding.MOST_EXAMPLES);
    }

    private static double[] gaussians(long seed, int size) {
        var random = new SplittableRandom(seed);
        return IntStream.range(0, size).mapToDouble(i -> random.nextGaussian()).toArray();
    }
}
