package org.vigie.drift.multivariate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.vigie.drift.multivariate.FeatureSamples.normal;
import static org.vigie.drift.multivariate.FeatureSamples.share;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.drift.OracleCase;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftResult;
import org.vigie.drift.verdict.DriftVerdict;
import org.vigie.drift.verdict.EffectSize;
import org.vigie.drift.window.FeatureWindow;

class MaximumMeanDiscrepancyTest {

    private static final DecisionRule RULE = DecisionRule.atLevel(0.05);

    // ---- oracle: alibi-detect

    private static final String FUNCTION = "MMD^2, RBF kernel, median-heuristic sigma of the reference";

    /// alibi-detect raises distances to 1e-30, so that σ of a constant is 7e-16 and k(x, x) is 1/e: not imitated.
    private static final Map<String, String> LEFT_OUT = Map.of(
            "alibi/mmd2/constant_moved", "σ is its floor",
            "alibi/mmd2/constant_ref_varied_cur", "σ is its floor");

    static Stream<OracleCase> alibi() {
        return OracleCase.of("alibi_mmd", FUNCTION).filter(one -> !LEFT_OUT.containsKey(one.id()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("alibi")
    void agreesWithAlibiDetect(OracleCase one) {
        double[][] reference = rows(one.numbers("reference"));
        double sigma = MaximumMeanDiscrepancy.medianHeuristic(reference).orElseThrow();

        assertThat(one.agrees("sigma", sigma)).as("sigma %s", sigma).isTrue();
        double value = MaximumMeanDiscrepancy.statistic(reference, rows(one.numbers("current")), sigma);
        assertThat(one.agrees("mmd2", value)).as("mmd2 %s", value).isTrue();
    }

    @Test
    void everyCaseOfAlibiDetectIsComparedOrLeftOutByName() {
        assertThat(OracleCase.of("alibi_mmd", FUNCTION)).hasSize(14);
        assertThat(alibi()).hasSize(14 - LEFT_OUT.size());
    }

    // ---- theory

    @Test
    void falseAlarmsAreAsManyAsTheLevelSays() {
        double alarms = share(
                400,
                run -> MaximumMeanDiscrepancy.test(
                        normal(40, 4, 0.5, 0, 2 * run), normal(25, 4, 0.5, 0, 2 * run + 1), RULE.withSeed(run)));

        assertThat(alarms).isBetween(0.01, 0.094); // 0.05 ± 4 standard errors
    }

    @Test
    void seesAChangeOfTheCorrelationAlone() {
        double alarms = share(
                20,
                run -> MaximumMeanDiscrepancy.test(
                        normal(200, 3, 0.8, 0, 2 * run), normal(100, 3, 0, 0, 2 * run + 1), RULE));

        assertThat(alarms).isGreaterThan(0.8);
    }

    // ---- laws

    @Test
    void isTheSameWhateverTheOrderOfCasesAndWindows() {
        double[][] x = vectors(30, 3, 1);
        double[][] y = vectors(20, 3, 2);
        double value = MaximumMeanDiscrepancy.statistic(x, y, 1.5);

        assertThat(MaximumMeanDiscrepancy.statistic(y, x, 1.5)).isCloseTo(value, within(1e-12));
        double[][] turned = Arrays.stream(x)
                .map(v -> new double[] {(v[0] - v[1]) / Math.sqrt(2), (v[0] + v[1]) / Math.sqrt(2), v[2]})
                .toArray(double[][]::new);
        double[][] turnedToo = Arrays.stream(y)
                .map(v -> new double[] {(v[0] - v[1]) / Math.sqrt(2), (v[0] + v[1]) / Math.sqrt(2), v[2]})
                .toArray(double[][]::new);
        assertThat(MaximumMeanDiscrepancy.statistic(turned, turnedToo, 1.5)).isCloseTo(value, within(1e-12));
    }

    @Test
    void theTestReportsTheStatisticOfTheStandardisedCases() {
        FeatureWindow reference = normal(30, 3, 0.2, 0, 1);
        FeatureWindow current = normal(25, 3, 0.2, 1, 2);
        Pooled pooled = Pooled.standardised(reference, current);
        double sigma = MaximumMeanDiscrepancy.medianHeuristic(pooled.cases()).orElseThrow();

        assertThat(MaximumMeanDiscrepancy.test(reference, current, RULE).value().orElseThrow())
                .isCloseTo(MaximumMeanDiscrepancy.statistic(pooled.reference(), pooled.current(), sigma), within(1e-8));
    }

    @Test
    void saysWhenItUsedASample() {
        DriftResult result = MaximumMeanDiscrepancy.test(normal(1_100, 2, 0, 0, 1), normal(40, 2, 0, 0, 2), RULE);

        assertThat(result.sizes().reference()).isEqualTo(1_000);
        assertThat(result.effect())
                .map(EffectSize::meaning)
                .hasValueSatisfying(meaning -> assertThat(meaning)
                        .contains("a random sample of 1000 of 1100 reference and 40 of 40 current cases"));
    }

    // ---- edge cases

    @Test
    void windowsInWhichNothingVariesAreAlike() {
        DriftResult result = MaximumMeanDiscrepancy.test(constant(20), constant(25), RULE);

        assertThat(result.verdict()).isEqualTo(new DriftVerdict.Stable(1, 0.05));
        assertThat(result.value()).hasValue(0);
    }

    @Test
    void needsTwoCases() {
        assertThatThrownBy(() -> MaximumMeanDiscrepancy.statistic(rows(1), rows(1, 2), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("reference has 1 cases, MMD needs 2");
        assertThatThrownBy(() -> MaximumMeanDiscrepancy.statistic(rows(1, 2), rows(1, 2), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bandwidth 0.0 is not positive");
    }

    private static FeatureWindow constant(int size) {
        return FeatureWindow.of(java.util.Collections.nCopies(size, new float[] {3, 4}));
    }

    private static double[][] vectors(int size, int dimensions, long seed) {
        var random = new SplittableRandom(seed);
        return Stream.generate(() -> random.doubles(dimensions).toArray())
                .limit(size)
                .toArray(double[][]::new);
    }

    private static double[][] rows(double... values) {
        return Arrays.stream(values).mapToObj(v -> new double[] {v}).toArray(double[][]::new);
    }
}
