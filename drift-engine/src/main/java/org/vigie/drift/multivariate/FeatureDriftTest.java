package org.vigie.drift.multivariate;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.vigie.drift.hypothesis.KolmogorovSmirnovTest;
import org.vigie.drift.multiplicity.PValueAdjustment;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftResult;
import org.vigie.drift.verdict.DriftVerdict;
import org.vigie.drift.verdict.EffectSize;
import org.vigie.drift.verdict.PValue;
import org.vigie.drift.verdict.PValueMethod;
import org.vigie.drift.verdict.WindowSizes;
import org.vigie.drift.window.FeatureWindow;
import org.vigie.drift.window.NumericWindow;

/// Have feature vectors changed: much in one dimension, or a little in many?
///
/// ## Definition
///
/// Two questions, each asked at half the level:
///
/// ```text
/// p = min(1, 2 · min(d · min pₖ, p of the mean shift))
///
/// pₖ   p-value of a Kolmogorov–Smirnov test in dimension k of d (Bonferroni)
/// ```
///
/// for the second see [FeatureMeanShift]. It is not asked when the first has already found drift.
///
/// ## Unit and range
///
/// The statistic is the largest D of the dimensions, dimensionless, in `[0, 1]`. The effect is the share of
/// dimensions that drifted, each judged by Holm's procedure at the level of the whole.
///
/// ## Reading the value
///
/// The level holds whatever the correlations between dimensions. A change that shows neither in a single
/// dimension nor in the means, such as one of the correlations alone, is not seen.
///
/// ## Where this differs from the usual formula
///
/// Monitors that reduce vectors to a reconstruction error or to the score of a classifier compare it with a
/// constant; here the level is kept at any window size.
///
/// ## Sources
///
/// 1. Rabanser, S., Günnemann, S., & Lipton, Z. C. (2019). *Failing loudly: an empirical study of methods
///    for detecting dataset shift.* NeurIPS 32. <https://arxiv.org/abs/1810.11953>
public final class FeatureDriftTest {

    public static final String NAME = "largest Kolmogorov–Smirnov D over dimensions";

    private FeatureDriftTest() {}

    /// The test with its verdict.
    public static DriftResult test(FeatureWindow reference, FeatureWindow current, DecisionRule rule) {
        WindowSizes sizes = WindowSizes.of(reference, current);
        Optional<DriftVerdict> refusal = Refusal.ofRelabelling(reference, current, rule, 1);
        if (refusal.isPresent()) {
            return DriftResult.inconclusive(NAME, refusal.get(), sizes, rule);
        }
        int dimensions = reference.dimensions();
        if (dimensions == 0) {
            var verdict = new DriftVerdict.Inconclusive("feature vectors have no dimensions", 0, 1);
            return DriftResult.inconclusive(NAME, verdict, sizes, rule);
        }
        double half = rule.level() / 2;
        double[] perDimension = new double[dimensions];
        double statistic = 0;
        PValueMethod method = PValueMethod.EXACT;
        for (int k = 0; k < dimensions; k++) {
            NumericWindow before = reference.dimension(k);
            NumericWindow now = current.dimension(k);
            PValue p = KolmogorovSmirnovTest.pValue(before, now);
            perDimension[k] = p.value();
            method = p.method();
            statistic = Math.max(statistic, KolmogorovSmirnovTest.statistic(before, now));
        }
        double smallest = Arrays.stream(perDimension).min().orElse(1);
        PValue one = new PValue(Math.min(1, dimensions * smallest), method);
        PValue both = one.value() <= half ? doubled(one) : smaller(one, meanShift(reference, current, half, rule));
        double drifted = Arrays.stream(PValueAdjustment.HOLM.adjust(perDimension))
                .filter(p -> p <= rule.level())
                .count();
        return DriftResult.of(
                NAME,
                statistic,
                both,
                Optional.of(new EffectSize(
                        "share of dimensions that drifted",
                        drifted / dimensions,
                        "share of the " + dimensions + " dimensions that drifted when judged together")),
                sizes,
                rule,
                OptionalDouble.empty());
    }

    private static PValue meanShift(FeatureWindow reference, FeatureWindow current, double level, DecisionRule rule) {
        return FeatureMeanShift.of(reference, current).pValue(level, rule.seed());
    }

    private static PValue smaller(PValue one, PValue other) {
        return doubled(other.value() < one.value() ? other : one);
    }

    private static PValue doubled(PValue p) {
        return new PValue(Math.min(1, 2 * p.value()), p.method());
    }
}
