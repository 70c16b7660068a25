package org.vigie.drift.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.drift.OracleCase;
import org.vigie.drift.distance.WassersteinDistance;
import org.vigie.drift.verdict.PValueMethod;
import org.vigie.drift.window.NumericSummary;
import org.vigie.drift.window.NumericWindow;

/// Every numeric case of `scipy_reference`. What is left out stands in [#LEFT_OUT] with its reason.
class ScipyReferenceTest {

    private static final String FILE = "scipy_reference";

    /// SciPy answers an error, `NaN` or `±∞` for these; what is answered here is tested below, by name.
    private static final Map<String, String> LEFT_OUT = Map.ofEntries(
            Map.entry("scipy/ks_asymp/n1_vs_n1", "NaN: half an effective observation"),
            Map.entry("scipy/ks_auto/all_nan_current", "raises: the current window is empty"),
            Map.entry("scipy/wasserstein/all_nan_current", "raises: the current window is empty"),
            Map.entry("scipy/welch/all_nan_current", "NaN: the current window is empty"),
            Map.entry("scipy/levene/all_nan_current", "NaN: the current window is empty"),
            Map.entry("scipy/describe/all_nan_current", "raises: the current window is empty"),
            Map.entry("scipy/welch/constant_moved", "−∞ and 0: here the exact probability of the separation"),
            Map.entry("scipy/brunnermunzel/constant_moved", "∞ and NaN: the same"),
            Map.entry("scipy/brunnermunzel/disjoint_supports", "∞ and NaN: the same"));

    private static final Set<String> OF_CATEGORIES =
            Set.of("chi2_contingency", "chi2_contingency(lambda_=log-likelihood)");

    static Stream<OracleCase> ks() {
        return cases("ks_2samp");
    }

    static Stream<OracleCase> mannWhitney() {
        return cases("mannwhitneyu");
    }

    static Stream<OracleCase> brunnerMunzel() {
        return cases("brunnermunzel");
    }

    static Stream<OracleCase> welch() {
        return cases("ttest_ind(equal_var=False)");
    }

    static Stream<OracleCase> levene() {
        return cases("levene(center=median)");
    }

    static Stream<OracleCase> wasserstein() {
        return cases("wasserstein_distance");
    }

    static Stream<OracleCase> describe() {
        return cases("describe the current data");
    }

    @Test
    void everyNumericCaseRuns() {
        List<String> run = Stream.of(ks(), mannWhitney(), brunnerMunzel(), welch(), levene(), wasserstein(), describe())
                .flatMap(cases -> cases)
                .map(OracleCase::id)
                .toList();

        assertThat(run).hasSize(240 - 9).doesNotHaveDuplicates();
        assertThat(OracleCase.of(FILE).filter(one -> !OF_CATEGORIES.contains(one.function())))
                .allSatisfy(one -> assertThat(run.contains(one.id()) ^ LEFT_OUT.containsKey(one.id()))
                        .as(one.id())
                        .isTrue());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ks")
    void kolmogorovSmirnov(OracleCase one) {
        NumericWindow reference = reference(one);
        NumericWindow current = current(one);
        double d = KolmogorovSmirnovTest.statistic(reference, current);
        int n = reference.size();
        int m = current.size();
        String method = one.params().path("method").asText();
        boolean exact = method.equals("exact") || (method.equals("auto") && Math.max(n, m) <= 10_000);
        // SciPy takes the variable as continuous; given ties our p-value is smaller, which is tested with the ties
        double p = exact
                ? SmirnovDistribution.survival(Math.round(d * n * m), n, m, new boolean[0])
                : KolmogorovLimit.survival(d, n, m);

        assertThat(one.agrees("statistic", d)).as("D %s", d).isTrue();
        assertThat(one.agrees("p_value", p))
                .as("p %s, SciPy %s", p, one.expected("p_value"))
                .isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mannWhitney")
    void mannWhitney(OracleCase one) {
        NumericWindow reference = reference(one);
        NumericWindow current = current(one);
        RankSums sums = RankSums.of(reference, current);
        boolean exact = sums.ties() == 0 && Math.min(sums.n(), sums.m()) <= 8; // SciPy's rule
        double p = exact ? MannWhitneyTest.exact(reference, current) : MannWhitneyTest.limit(sums);

        assertThat(one.agrees("statistic", MannWhitneyTest.statistic(reference, current)))
                .isTrue();
        assertThat(one.agrees("p_value", p))
                .as("p %s, SciPy %s", p, one.expected("p_value"))
                .isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brunnerMunzel")
    void brunnerMunzel(OracleCase one) {
        NumericWindow reference = reference(one);
        NumericWindow current = current(one);
        OptionalDouble w = BrunnerMunzelTest.statistic(reference, current);

        assertThat(one.agrees("statistic", w.orElse(Double.NaN))).as("W %s", w).isTrue();
        if (w.isPresent()) {
            double p = BrunnerMunzelTest.pValue(reference, current).value();
            assertThat(one.agrees("p_value", p) || scipyLostTheTail(one, p))
                    .as("p %s, SciPy %s", p, one.expected("p_value"))
                    .isTrue();
        }
    }

    /// SciPy takes 1 less a cumulative probability: below 1e-14 it has no digits left.
    private static boolean scipyLostTheTail(OracleCase one, double p) {
        return Math.abs(p - one.expected("p_value")) < 5e-16;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("welch")
    void welch(OracleCase one) {
        NumericWindow reference = reference(one);
        NumericWindow current = current(one);
        double t = WelchTest.statistic(reference, current).orElse(Double.NaN);
        double p = WelchTest.pValue(reference, current)
                .map(pValue -> pValue.value())
                .orElse(Double.NaN);

        assertThat(one.agrees("statistic", t))
                .as("t %s, SciPy %s", t, one.expected("statistic"))
                .isTrue();
        assertThat(one.agrees("p_value", p))
                .as("p %s, SciPy %s", p, one.expected("p_value"))
                .isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("levene")
    void levene(OracleCase one) {
        NumericWindow reference = reference(one);
        NumericWindow current = current(one);
        OptionalDouble w = LeveneTest.statistic(reference, current);

        assertThat(one.agrees("statistic", w.orElse(Double.NaN))).as("W %s", w).isTrue();
        if (w.isPresent()) {
            assertThat(one.agrees(
                            "p_value",
                            LeveneTest.pValue(reference, current).orElseThrow().value()))
                    .isTrue();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wasserstein")
    void wasserstein(OracleCase one) {
        double distance = WassersteinDistance.between(reference(one), current(one));

        assertThat(one.agrees("value", distance))
                .as("%s, SciPy %s", distance, one.expected("value"))
                .isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("describe")
    void summary(OracleCase one) {
        NumericSummary summary = NumericSummary.of(current(one));

        assertThat((double) summary.size()).isEqualTo(one.expected("n"));
        assertThat(one.agrees("mean", summary.mean())).as("mean").isTrue();
        assertThat(one.agrees("sd", summary.standardDeviation().orElse(Double.NaN)))
                .as("sd")
                .isTrue();
        assertThat(one.agrees("min", summary.smallest())).isTrue();
        assertThat(one.agrees("q25", summary.lowerQuartile())).isTrue();
        assertThat(one.agrees("median", summary.median())).isTrue();
        assertThat(one.agrees("q75", summary.upperQuartile())).isTrue();
        assertThat(one.agrees("max", summary.largest())).isTrue();
        assertThat(one.agrees("skew", summary.skewness().orElse(Double.NaN)))
                .as("skewness %s, SciPy %s", summary.skewness(), one.expected("skew"))
                .isTrue();
        assertThat(one.agrees("kurtosis", summary.excessKurtosis().orElse(Double.NaN)))
                .as("kurtosis %s", summary.excessKurtosis())
                .isTrue();
    }

    // ---- what SciPy has no number for

    @Test
    void aMovedConstantHasAnExactProbability() {
        OracleCase one = of("scipy/welch/constant_moved");
        double p = 2
                * 1
                / binomial(
                        reference(one).size() + current(one).size(),
                        current(one).size());

        assertThat(WelchTest.statistic(reference(one), current(one))).isEmpty();
        assertThat(WelchTest.pValue(reference(one), current(one)).orElseThrow().value() / p)
                .isBetween(1 - 1e-12, 1 + 1e-12);
        assertThat(BrunnerMunzelTest.statistic(reference(one), current(one))).isEmpty();
        assertThat(BrunnerMunzelTest.pValue(reference(one), current(one)).value() / p)
                .isBetween(1 - 1e-12, 1 + 1e-12);
    }

    @Test
    void windowsApartHaveAnExactProbability() {
        OracleCase one = of("scipy/brunnermunzel/disjoint_supports");

        assertThat(BrunnerMunzelTest.pValue(reference(one), current(one)).method())
                .isEqualTo(PValueMethod.EXACT);
        assertThat(BrunnerMunzelTest.pValue(reference(one), current(one)).value())
                .isGreaterThan(0)
                .isLessThan(1e-100);
    }

    private static double binomial(int n, int k) {
        double product = 1;
        for (int i = 1; i <= k; i++) {
            product *= (n - k + i) / (double) i;
        }
        return product;
    }

    private static OracleCase of(String id) {
        return OracleCase.of(FILE)
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<OracleCase> cases(String function) {
        return OracleCase.of(FILE, function).filter(one -> !LEFT_OUT.containsKey(one.id()));
    }

    private static NumericWindow reference(OracleCase one) {
        return NumericWindow.of(one.numbers("reference"));
    }

    private static NumericWindow current(OracleCase one) {
        return NumericWindow.of(one.numbers("current"));
    }
}
