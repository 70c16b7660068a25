package org.vigie.drift.multivariate;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.vigie.drift.hypothesis.SequentialMonteCarlo;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftResult;
import org.vigie.drift.verdict.DriftVerdict;
import org.vigie.drift.verdict.EffectSize;
import org.vigie.drift.verdict.PValue;
import org.vigie.drift.verdict.WindowSizes;
import org.vigie.drift.window.FeatureWindow;

/// Has the mean of correlated dimensions moved, judged by how they vary together?
///
/// ## Definition
///
/// ```text
/// T² = nm / (n + m) · (ȳ − x̄)ᵀ Ŝ⁻¹ (ȳ − x̄)
/// ```
///
/// `x̄, ȳ` are the means of the windows and `Ŝ` the covariance within them (divisor n + m − 2), which with
/// fewer than ten cases to a dimension is drawn towards the variances, as far as the noise asks for [2].
///
/// ## Unit and range
///
/// Dimensionless, in `[0, ∞)`. The effect is the Mahalanobis distance of the means, in standard deviations.
///
/// ## Reading the value
///
/// The p-value is by random relabelling of whole cases, so that it rests on no normal law. Where the
/// covariance is not drawn, any invertible linear change of the dimensions leaves T² as it is. A shift in a direction
/// in which cases hardly vary counts for much; for one along directions in which they vary most see
/// [FeatureMeanShift].
///
/// ## Sources
///
/// 1. Hotelling, H. (1931). *The generalization of Student's ratio.* Annals of Mathematical Statistics 2(3),
///    360–378. doi:10.1214/aoms/1177732979
/// 2. Schäfer, J., & Strimmer, K. (2005). *A shrinkage approach to large-scale covariance matrix estimation.*
///    Statistical Applications in Genetics and Molecular Biology 4(1), 32. doi:10.2202/1544-6115.1175
public final class HotellingTest {

    public static final String NAME = "Hotelling's T²";

    private static final int MOST = 5_000;

    private HotellingTest() {}

    /// The test with its verdict; at most 5,000 cases of each window are used. Windows in which nothing varies
    /// are alike: value 0, p-value 1.
    public static DriftResult test(FeatureWindow reference, FeatureWindow current, DecisionRule rule) {
        Optional<DriftVerdict> refusal = Refusal.ofRelabelling(reference, current, rule, 2);
        if (refusal.isPresent()) {
            return DriftResult.inconclusive(NAME, refusal.get(), WindowSizes.of(reference, current), rule);
        }
        var sample = BoundedSample.of(reference, current, MOST, MOST, rule.seed());
        Pooled pooled = Pooled.standardised(reference, current, sample);
        double n = pooled.n();
        double m = pooled.m();
        if (pooled.dimensions() == 0) {
            pooled = new Pooled(new double[pooled.cases().length][1], pooled.n(), 1);
        }
        var covariance = ShrunkCovariance.of(pooled.cases(), n + m < MahalanobisDistance.PLENTY * pooled.dimensions());
        double[][] whitened =
                Arrays.stream(pooled.cases()).map(covariance::whitened).toArray(double[][]::new);
        // Ŝ around both means is Ŝ around the common mean less a matrix of rank one, so T² grows with v
        double harmonic = n * m / (n + m);
        double withinPerTotal = (n + m) / (n + m - 2);
        double v = harmonic
                * MaximumMeanDiscrepancy.squaredDistance(
                        Pooled.mean(Arrays.copyOf(whitened, pooled.n())),
                        Pooled.mean(Arrays.copyOfRange(whitened, pooled.n(), whitened.length)));
        double shared = Math.min(1 - 1e-9, (1 - covariance.lambda()) * v / (n + m));
        double t2 = v / (withinPerTotal * (1 - shared));
        var relabelling = new WhitenedRelabelling(UnitRelabelling.of(whitened, pooled.n(), rule.seed()));
        PValue p = SequentialMonteCarlo.pValueOfNumbered(relabelling.observed(), relabelling::drawn, rule.level());
        var effect = new EffectSize(
                "Mahalanobis distance of the means",
                Math.sqrt(t2 / harmonic),
                "in standard deviations of the direction in which the means differ; covariance drawn towards the"
                        + " variances by " + Math.round(100 * covariance.lambda()) + " %" + sample.statement());
        return DriftResult.of(NAME, t2, p, Optional.of(effect), sample.sizes(), rule, OptionalDouble.empty());
    }

    /// Squared length of the sum over one window, to which `v` is proportional.
    private record WhitenedRelabelling(UnitRelabelling units) {

        double observed() {
            return length(units.observed());
        }

        double drawn(int number) {
            return length(units.drawn(number));
        }

        private double length(double[] standardised) {
            double squares = 0;
            for (int k = 0; k < standardised.length; k++) {
                double sum = standardised[k] * units.deviation(k);
                squares += sum * sum;
            }
            return squares;
        }
    }
}
