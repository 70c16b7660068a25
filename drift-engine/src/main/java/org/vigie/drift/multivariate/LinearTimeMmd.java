package org.vigie.drift.multivariate;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.vigie.drift.interval.StandardNormal;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftResult;
import org.vigie.drift.verdict.DriftVerdict;
import org.vigie.drift.verdict.EffectSize;
import org.vigie.drift.verdict.PValue;
import org.vigie.drift.verdict.PValueMethod;
import org.vigie.drift.verdict.WindowSizes;
import org.vigie.drift.window.FeatureWindow;

/// MMD of large windows in one pass, with a normal law.
///
/// ## Definition
///
/// Cases are taken at random in pairs, two of each window, each used once:
///
/// ```text
/// MMD² = mean of h over the h pairs,   h = k(x, x′) + k(y, y′) − k(x, y′) − k(x′, y)
/// p    = P(Z ≥ MMD² · √pairs / sd(h)),   Z standard normal
/// ```
///
/// The kernel is that of [MaximumMeanDiscrepancy], its σ from at most 500 cases; dimensions are standardised over
/// both windows.
///
/// ## Unit and range
///
/// Dimensionless, in `[−2, 2]`; about 0 without drift.
///
/// ## Reading the value
///
/// It costs the number of cases instead of its square, and pays in power: use it where windows hold many thousands.
/// As many cases are used as twice the pairs of the smaller window. The law is a limit: at least
/// [#FEWEST] cases are required in each window.
///
/// ## Sources
///
/// 1. Gretton, A., Borgwardt, K. M., Rasch, M. J., Schölkopf, B., & Smola, A. (2012). *A kernel two-sample
///    test.* Journal of Machine Learning Research 13, 723–773, section 6.
///    <https://www.jmlr.org/papers/v13/gretton12a.html>
public final class LinearTimeMmd {

    public static final String NAME = "MMD² in linear time";

    /// Fewest cases in each window.
    public static final int FEWEST = 1_000;

    private static final int BANDWIDTH_CASES = 250;

    private LinearTimeMmd() {}

    /// The test with its verdict. Windows in which nothing varies are alike: value 0, p-value 1.
    public static DriftResult test(FeatureWindow reference, FeatureWindow current, DecisionRule rule) {
        Optional<DriftVerdict> refusal = Refusal.of(reference, current, rule, FEWEST);
        if (refusal.isPresent()) {
            return DriftResult.inconclusive(NAME, refusal.get(), WindowSizes.of(reference, current), rule);
        }
        var few = BoundedSample.of(reference, current, BANDWIDTH_CASES, BANDWIDTH_CASES, rule.seed());
        var scale = Scale.of(reference, current);
        double bandwidth = MaximumMeanDiscrepancy.medianHeuristic(IntStream.concat(
                                IntStream.of(few.reference()),
                                IntStream.of(few.current()).map(i -> i + reference.size()))
                        .mapToObj(i -> scale.apply(
                                i < reference.size() ? reference.vector(i) : current.vector(i - reference.size())))
                        .toArray(double[][]::new))
                .orElse(1);
        int pairs = Math.min(reference.size(), current.size()) / 2;
        int[] before = new CaseDraws(reference.size(), 2 * pairs, rule.seed()).draw(0);
        int[] now = new CaseDraws(current.size(), 2 * pairs, ~rule.seed()).draw(0);
        double[] h = IntStream.range(0, pairs)
                .parallel()
                .mapToDouble(i -> {
                    double[] x = scale.apply(reference.vector(before[2 * i]));
                    double[] other = scale.apply(reference.vector(before[2 * i + 1]));
                    double[] y = scale.apply(current.vector(now[2 * i]));
                    double[] otherY = scale.apply(current.vector(now[2 * i + 1]));
                    return MaximumMeanDiscrepancy.kernel(x, other, bandwidth)
                            + MaximumMeanDiscrepancy.kernel(y, otherY, bandwidth)
                            - MaximumMeanDiscrepancy.kernel(x, otherY, bandwidth)
                            - MaximumMeanDiscrepancy.kernel(other, y, bandwidth);
                })
                .toArray();
        double value = mean(h);
        var used = new WindowSizes(2L * pairs, 2L * pairs, reference.missing(), current.missing());
        var effect = new EffectSize(
                "maximum mean discrepancy",
                Math.sqrt(Math.max(0, value)),
                "0 when the windows are alike, up to √2 when they have nothing in common; from " + pairs
                        + " pairs of cases of each window, taken at random");
        return DriftResult.of(NAME, value, pValue(h, value), Optional.of(effect), used, rule, OptionalDouble.empty());
    }

    private static PValue pValue(double[] h, double mean) {
        double squares = 0;
        for (double one : h) {
            squares += (one - mean) * (one - mean);
        }
        double deviation = Math.sqrt(squares / (h.length - 1));
        if (deviation == 0) {
            return new PValue(mean > 0 ? 0 : 1, PValueMethod.LIMIT);
        }
        double z = mean * Math.sqrt(h.length) / deviation;
        return new PValue(StandardNormal.survival(z), PValueMethod.LIMIT);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
