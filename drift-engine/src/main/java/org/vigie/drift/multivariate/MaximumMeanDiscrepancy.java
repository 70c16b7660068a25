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

/// Maximum mean discrepancy (MMD): are two windows of vectors alike to a kernel that sees any difference?
///
/// ## Definition
///
/// ```text
/// MMD² = mean of k(x, x′) over x ≠ x′  +  mean of k(y, y′) over y ≠ y′  −  2 · mean of k(x, y)
///
/// k(a, b) = exp(−‖a − b‖² / 2σ²)      x of the reference window, y of the current window
/// σ       = √(median ‖a − b‖² / 2)    over the pairs of both windows together (median heuristic)
/// ```
///
/// The test standardises each dimension over both windows first, so that no unit decides.
///
/// ## Unit and range
///
/// Dimensionless, below 2. It is the unbiased estimate: about 0 without drift, and negative half of the time.
///
/// ## Reading the value
///
/// Compare it with its p-value, which is by random relabelling of whole cases ([SequentialMonteCarlo]) and so
/// never 0. The cost grows with the square of the cases: at most [#MOST_REFERENCE] and [#MOST_CURRENT] are used,
/// chosen at random, and the result says so. [LinearTimeMmd] uses all.
///
/// ## Where this differs from the usual formula
///
/// Other tools take σ from the reference alone; then exchanging the windows changes the value, and relabelling
/// would need σ anew for each draw. Kernel values are rounded to 2⁻³⁰, so that sums are exact and the p-value is the
/// same in any order.
///
/// ## Sources
///
/// 1. Gretton, A., Borgwardt, K. M., Rasch, M. J., Schölkopf, B., & Smola, A. (2012). *A kernel two-sample
///    test.* Journal of Machine Learning Research 13, 723–773. <https://www.jmlr.org/papers/v13/gretton12a.html>
public final class MaximumMeanDiscrepancy {

    public static final String NAME = "MMD²";

    /// Most cases of the reference window that the test uses.
    public static final int MOST_REFERENCE = 1_000;

    /// Most cases of the current window that the test uses.
    public static final int MOST_CURRENT = 500;

    private MaximumMeanDiscrepancy() {}

    /// The unbiased MMD² of the values as they are, for a given σ.
    ///
    /// @throws IllegalArgumentException if a sample has fewer than two cases, the cases differ in length, or the
    ///     bandwidth is not positive
    public static double statistic(double[][] reference, double[][] current, double bandwidth) {
        requirePair("reference", reference);
        requirePair("current", current);
        if (!(bandwidth > 0)) {
            throw new IllegalArgumentException("bandwidth " + bandwidth + " is not positive");
        }
        double cross = 0;
        for (double[] x : reference) {
            for (double[] y : current) {
                cross += kernel(x, y, bandwidth);
            }
        }
        return meanWithin(reference, bandwidth)
                + meanWithin(current, bandwidth)
                - 2 * cross / ((double) reference.length * current.length);
    }

    /// The median heuristic: the root of half the median squared distance between different cases (the lower median).
    /// Where more than half of the pairs coincide, the median of the distances that are not 0; empty when all do.
    ///
    /// @throws IllegalArgumentException if there are fewer than two cases, or they differ in length
    public static OptionalDouble medianHeuristic(double[][] cases) {
        requirePair("sample", cases);
        double[] squared = IntStream.range(0, cases.length)
                .parallel()
                .boxed()
                .flatMapToDouble(i -> IntStream.range(0, i).mapToDouble(j -> squaredDistance(cases[i], cases[j])))
                .toArray();
        Arrays.sort(squared);
        double median = squared[(squared.length - 1) / 2];
        if (median > 0) {
            return OptionalDouble.of(Math.sqrt(median / 2));
        }
        double[] positive = Arrays.stream(squared).filter(d -> d > 0).toArray();
        return positive.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.sqrt(positive[(positive.length - 1) / 2] / 2));
    }

    /// The test with its verdict. Windows in which nothing varies are alike: value 0, p-value 1.
    public static DriftResult test(FeatureWindow reference, FeatureWindow current, DecisionRule rule) {
        Optional<DriftVerdict> refusal = Refusal.ofRelabelling(reference, current, rule, 2);
        if (refusal.isPresent()) {
            return DriftResult.inconclusive(NAME, refusal.get(), WindowSizes.of(reference, current), rule);
        }
        BoundedSample sample = BoundedSample.of(reference, current, MOST_REFERENCE, MOST_CURRENT, rule.seed());
        Pooled pooled = Pooled.standardised(reference, current, sample);
        var kernel =
                KernelMatrix.of(pooled.cases(), medianHeuristic(pooled.cases()).orElse(1));
        int n = pooled.n();
        int m = pooled.m();
        // only the smaller window is drawn; the value is the same for both
        int[] smaller = IntStream.range(n <= m ? 0 : n, n <= m ? n : n + m).toArray();
        double value = kernel.discrepancy(smaller);
        var relabelling = new CaseDraws(n + m, Math.min(n, m), rule.seed());
        PValue p = SequentialMonteCarlo.pValueOfNumbered(
                value, number -> kernel.discrepancy(relabelling.draw(number)), rule.level());
        var effect = new EffectSize(
                "maximum mean discrepancy",
                Math.sqrt(Math.max(0, value)),
                "0 when the windows are alike, up to √2 when they have nothing in common" + sample.statement());
        return DriftResult.of(NAME, value, p, Optional.of(effect), sample.sizes(), rule, OptionalDouble.empty());
    }

    static double kernel(double[] a, double[] b, double bandwidth) {
        return Math.exp(-squaredDistance(a, b) / (2 * bandwidth * bandwidth));
    }

    private static double meanWithin(double[][] cases, double bandwidth) {
        double sum = 0;
        for (int i = 0; i < cases.length; i++) {
            for (int j = 0; j < i; j++) {
                sum += kernel(cases[i], cases[j], bandwidth);
            }
        }
        return 2 * sum / ((double) cases.length * (cases.length - 1));
    }

    static double squaredDistance(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += (a[k] - b[k]) * (a[k] - b[k]);
        }
        return sum;
    }

    private static void requirePair(String name, double[][] cases) {
        if (cases.length < 2) {
            throw new IllegalArgumentException(name + " has " + cases.length + " cases, MMD needs 2");
        }
        for (double[] one : cases) {
            if (one.length != cases[0].length) {
                throw new IllegalArgumentException(
                        name + " has cases of " + cases[0].length + " and " + one.length + " dimensions");
            }
        }
    }
}
