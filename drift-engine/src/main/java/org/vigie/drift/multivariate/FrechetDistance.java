package org.vigie.drift.multivariate;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.vigie.drift.hypothesis.SequentialMonteCarlo;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftResult;
import org.vigie.drift.verdict.DriftVerdict;
import org.vigie.drift.verdict.EffectSize;
import org.vigie.drift.verdict.PValue;
import org.vigie.drift.verdict.WindowSizes;
import org.vigie.drift.window.FeatureWindow;

/// Fréchet distance between two windows, each taken as a normal distribution: means and covariances in one number.
///
/// ## Definition
///
/// ```text
/// F = √( ‖μ − ν‖² + tr(S + T − 2 (S^½ T S^½)^½) )
///
/// μ, S   mean and covariance (divisor n) of the reference window;   ν, T of the current window
/// ```
///
/// ## Unit and range
///
/// The unit of the dimensions, in `[0, ∞)`: the least root mean square distance between cases of one normal
/// distribution and cases of the other (Wasserstein distance of order 2).
///
/// ## Reading the value
///
/// Without drift F is well above 0 in small windows, the more dimensions the more: compare it with its p-value
/// only. The test standardises the dimensions over both windows and keeps their [#COMPONENTS] leading principal
/// components, and says so; its p-value is by random relabelling of whole cases.
///
/// ## Where this differs from the usual formula
///
/// The "Fréchet inception distance" is F² for the features of one network, with no p-value.
///
/// ## Sources
///
/// 1. Dowson, D. C., & Landau, B. V. (1982). *The Fréchet distance between multivariate normal distributions.*
///    Journal of Multivariate Analysis 12(3), 450–455. doi:10.1016/0047-259X(82)90077-X
public final class FrechetDistance {

    public static final String NAME = "Fréchet distance of normal distributions";

    /// Most principal components that the test compares.
    public static final int COMPONENTS = 10;

    /// Most cases of each window that the test uses.
    public static final int MOST = 1_000;

    private FrechetDistance() {}

    /// The distance of the values as they are.
    ///
    /// @throws IllegalArgumentException if a window is empty, or their dimensions differ
    public static double statistic(FeatureWindow reference, FeatureWindow current) {
        if (reference.size() == 0 || current.size() == 0) {
            throw new IllegalArgumentException((reference.size() == 0 ? "reference" : "current") + " window is empty");
        }
        if (reference.dimensions() != current.dimensions()) {
            throw new IllegalArgumentException(reference.dimensions() + " and " + current.dimensions() + " dimensions");
        }
        return MomentSums.of(all(reference)).distance(MomentSums.of(all(current)));
    }

    /// The test with its verdict. Windows in which nothing varies are alike: value 0, p-value 1.
    public static DriftResult test(FeatureWindow reference, FeatureWindow current, DecisionRule rule) {
        Optional<DriftVerdict> refusal = Refusal.ofRelabelling(reference, current, rule, 2);
        if (refusal.isPresent()) {
            return DriftResult.inconclusive(NAME, refusal.get(), WindowSizes.of(reference, current), rule);
        }
        var sample = BoundedSample.of(reference, current, MOST, MOST, rule.seed());
        Pooled pooled = Pooled.standardised(reference, current, sample);
        double[][] coordinates = coordinates(pooled);
        int n = pooled.n();
        int hand = Math.min(n, pooled.m());
        int[] smaller = IntStream.range(0, hand).map(i -> hand == n ? i : n + i).toArray();
        MomentSums all = MomentSums.of(coordinates);
        double value = all.split(coordinates, smaller);
        var relabelling = new CaseDraws(coordinates.length, hand, rule.seed());
        PValue p = SequentialMonteCarlo.pValueOfNumbered(
                value, number -> all.split(coordinates, relabelling.draw(number)), rule.level());
        var effect = new EffectSize(
                "Fréchet distance",
                value,
                "in standard deviations of a dimension, over " + coordinates[0].length
                        + " principal components of the " + pooled.dimensions() + " dimensions that vary"
                        + sample.statement());
        return DriftResult.of(NAME, value, p, Optional.of(effect), sample.sizes(), rule, OptionalDouble.empty());
    }

    private static double[][] coordinates(Pooled pooled) {
        if (pooled.dimensions() == 0) {
            return new double[pooled.cases().length][1];
        }
        PrincipalComponents basis = PrincipalComponents.of(pooled.cases());
        int q = Math.min(COMPONENTS, basis.variances().length);
        return Arrays.stream(pooled.cases())
                .map(one -> IntStream.range(0, q)
                        .mapToDouble(j -> basis.coordinate(one, j))
                        .toArray())
                .toArray(double[][]::new);
    }

    private static double[][] all(FeatureWindow window) {
        return IntStream.range(0, window.size()).mapToObj(window::vector).toArray(double[][]::new);
    }
}
