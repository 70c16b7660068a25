package org.vigie.drift.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.ThresholdVerdict.Outcome;
import org.vigie.drift.window.NumericWindow;

class UnitJumpTest {

    private static final DecisionRule RULE = DecisionRule.atLevel(0.01);

    @ParameterizedTest
    @ValueSource(doubles = {10, 100, 1000, 0.1, 0.01, 0.001})
    void namesTheFactorWithinOneBatchOfTwenty(double factor) {
        double[] current = Arrays.stream(logNormal(2, 20)).map(x -> x * factor).toArray();

        QualityFinding finding = UnitJump.test(NumericWindow.of(logNormal(1, 200)), current, RULE);

        assertThat(finding.verdict()).isEqualTo(Outcome.FAIL);
        assertThat(finding.value()).isEqualTo(factor);
    }

    @Test
    void says198InsteadOf1Point98() {
        double[] reference = random(3).doubles(100, 1.5, 2.1).toArray();
        double[] current = random(4).doubles(20, 150, 210).toArray();

        QualityFinding finding = UnitJump.test(NumericWindow.of(reference), current, RULE);

        assertThat(finding.reason()).isEqualTo("unit shift ×100 suspected");
        assertThat(finding.examples()).containsExactly("×100");
    }

    @Test
    void namesThePartThatJumped() {
        double[] current = logNormal(5, 200);
        for (int i = 0; i < 200; i += 25) {
            current[i] *= 1000;
        }

        QualityFinding finding = UnitJump.test(NumericWindow.of(logNormal(1, 1000)), current, RULE);

        assertThat(finding.verdict()).isEqualTo(Outcome.FAIL);
        assertThat(finding.value()).isEqualTo(1000);
        assertThat(finding.examples())
                .containsExactly("[0]", "[25]", "[50]", "[75]", "[100]", "[125]", "[150]", "[175]");
        assertThat(finding.reason())
                .isEqualTo("unit shift ×1000 suspected: 8 of 200 observations lie beyond the reference and fit it when"
                        + " rescaled");
    }

    @Test
    void unitErrorsInTheReferenceDoNotHideThoseOfNow() {
        double[] reference = logNormal(1, 1000);
        reference[3] *= 1000;
        reference[700] *= 1000;
        double[] current = logNormal(5, 100);
        for (int i = 0; i < 10; i++) {
            current[i] /= 100;
        }

        assertThat(UnitJump.test(NumericWindow.of(reference), current, RULE).value())
                .isEqualTo(0.01);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.3, 3, 30, 300})
    void doesNotNameAShiftThatIsNoJump(double factor) {
        double[] current = Arrays.stream(logNormal(2, 200)).map(x -> x * factor).toArray();

        assertThat(UnitJump.test(NumericWindow.of(logNormal(1, 1000)), current, RULE)
                        .verdict())
                .isEqualTo(Outcome.PASS);
    }

    @Test
    void doesNotNameAShiftOfAWideVariable() {
        double[] reference =
                Arrays.stream(logNormal(1, 1000)).map(x -> Math.pow(x, 2.5)).toArray();
        double[] current =
                Arrays.stream(logNormal(2, 400)).map(x -> 5 * Math.pow(x, 2.5)).toArray();

        assertThat(UnitJump.test(NumericWindow.of(reference), current, RULE).verdict())
                .isEqualTo(Outcome.PASS);
    }

    @Test
    void isSilentWithoutAChange() {
        long alarms = IntStream.range(0, 400)
                .filter(run -> UnitJump.test(
                                NumericWindow.of(logNormal(1000 + run, 100)),
                                logNormal(9000 + run, 30),
                                DecisionRule.atLevel(0.05))
                        .failed())
                .count();

        assertThat(alarms).isLessThanOrEqualTo(33); // 20 expected at most, 3 sd above
    }

    @Test
    void cannotJudgeWhatHasNoRatio() {
        double[] temperatures = random(1).doubles(100, -50, 50).toArray();

        assertThat(UnitJump.test(NumericWindow.of(temperatures), temperatures, RULE)
                        .verdict())
                .isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(UnitJump.test(NumericWindow.of(), new double[0], RULE).verdict())
                .isEqualTo(Outcome.INCONCLUSIVE);
    }

    @Test
    void aConstantThatJumpedIsNamed() {
        double[] reference = new double[40];
        Arrays.fill(reference, 5);
        double[] current = new double[40];
        Arrays.fill(current, 50);

        assertThat(UnitJump.test(NumericWindow.of(reference), current, RULE).value())
                .isEqualTo(10);
        assertThat(UnitJump.test(NumericWindow.of(reference), reference, RULE).verdict())
                .isEqualTo(Outcome.PASS);
    }

    private static SplittableRandom random(long seed) {
        return new SplittableRandom(seed);
    }

    private static double[] logNormal(long seed, int size) {
        SplittableRandom random = random(seed);
        return random.ints(size)
                .mapToDouble(i -> Math.exp(0.4 * random.nextGaussian()))
                .toArray();
    }
}
