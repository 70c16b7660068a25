package org.vigie.drift.estimation;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import smile.classification.RandomForest;
import smile.data.DataFrame;
import smile.data.formula.Formula;
import smile.data.vector.IntVector;
import smile.model.cart.SplitRule;

/// How much more often cases like each reference case occur now than in the reference.
///
/// ## Definition
///
/// ```text
/// w(x) = q(x)/(1 − q(x)) · reference cases / current cases,   kept within [1/20, 20], then scaled to mean 1
///
/// q(x)   probability that a case is a current one, from a random forest that has not seen it (five folds)
///
/// effective number = (Σ w)² / Σ w²
/// ```
///
/// The forest is Smile's, with seeded trees: the same windows give the same weights.
///
/// ## Reading the value
///
/// An effective number far below the number of reference cases says that the current cases are where the
/// reference has few: what is learned from it then rests on those few.
///
/// ## Sources
///
/// 1. Bickel, S., Brückner, M., & Scheffer, T. (2009). *Discriminative learning under covariate shift.* Journal of
///    Machine Learning Research 10, 2137–2155.
/// 2. Kish, L. (1965). *Survey Sampling.* Wiley.
public final class DensityRatio {

    private static final int FOLDS = 5;
    private static final int TREES = 60;
    private static final double LARGEST = 20;

    private final double[] weights;

    private DensityRatio(double[] weights) {
        this.weights = weights;
    }

    /// @param reference features of the reference cases
    /// @param current features of the current cases
    /// @param seed of folds and trees
    /// @throws IllegalArgumentException if there are fewer than 10 cases on a side, cases differ in their
    ///     number of features, or a feature is not finite
    public static DensityRatio of(double[][] reference, double[][] current, long seed) {
        int n = reference.length;
        int m = current.length;
        if (n < 2 * FOLDS || m < 2 * FOLDS) {
            throw new IllegalArgumentException(
                    n + " reference and " + m + " current cases; " + 2 * FOLDS + " are needed of each");
        }
        int features = reference[0].length;
        double[][] all = new double[n + m][];
        int[] isCurrent = new int[n + m];
        for (int i = 0; i < n + m; i++) {
            all[i] = i < n ? reference[i] : current[i - n];
            isCurrent[i] = i < n ? 0 : 1;
            requireFeatures(all[i], features, i < n ? "reference[" + i + "]" : "current[" + (i - n) + "]");
        }
        var random = new SplittableRandom(seed);
        int[] fold = new int[n + m];
        deal(fold, 0, n, random);
        deal(fold, n, n + m, random);
        double[] weights = new double[n];
        for (int held = 0; held < FOLDS; held++) {
            weigh(all, isCurrent, fold, held, n, weights, random.nextLong());
        }
        double mean = Arrays.stream(weights).average().orElse(1);
        for (int i = 0; i < n; i++) {
            weights[i] /= mean;
        }
        return new DensityRatio(weights);
    }

    /// Weights of the reference cases, of mean 1.
    public double[] weights() {
        return weights.clone();
    }

    /// Number of equally weighted cases that the reference is worth.
    public double effectiveNumber() {
        double sum = 0;
        double squares = 0;
        for (double weight : weights) {
            sum += weight;
            squares += weight * weight;
        }
        return sum * sum / squares;
    }

    private static void weigh(
            double[][] all, int[] isCurrent, int[] fold, int held, int n, double[] weights, long seed) {
        int size = 0;
        int currents = 0;
        double[][] rows = new double[all.length][];
        int[] labels = new int[all.length];
        for (int i = 0; i < all.length; i++) {
            if (fold[i] != held) {
                rows[size] = all[i];
                labels[size++] = isCurrent[i];
                currents += isCurrent[i];
            }
        }
        String[] names = names(all[0].length);
        DataFrame frame = DataFrame.of(Arrays.copyOf(rows, size), names)
                .add(new IntVector("isCurrent", Arrays.copyOf(labels, size)));
        RandomForest forest = RandomForest.fit(Formula.lhs("isCurrent"), frame, options(size, seed));
        double odds = (double) (size - currents) / currents;
        int[] heldOut = IntStream.range(0, n).filter(i -> fold[i] == held).toArray();
        DataFrame asked =
                DataFrame.of(Arrays.stream(heldOut).mapToObj(i -> all[i]).toArray(double[][]::new), names);
        for (int i = 0; i < heldOut.length; i++) {
            double[] shares = new double[2];
            forest.predict(asked.get(i), shares);
            double q = shares[1] / (shares[0] + shares[1]);
            weights[heldOut[i]] = Math.clamp(q / (1 - q) * odds, 1 / LARGEST, LARGEST);
        }
    }

    /// Leaves of at least a hundredth of the cases: shares, not memories.
    private static RandomForest.Options options(int size, long seed) {
        int leaf = Math.max(5, size / 100);
        long[] seeds =
                new SplittableRandom(seed).longs(TREES, 1, Long.MAX_VALUE).toArray();
        return new RandomForest.Options(
                TREES, 0, SplitRule.GINI, 20, Math.max(2, size / leaf), leaf, 1.0, null, seeds, null);
    }

    private static String[] names(int features) {
        String[] names = new String[features];
        Arrays.setAll(names, i -> "x" + i);
        return names;
    }

    private static void deal(int[] fold, int from, int to, SplittableRandom random) {
        for (int i = from; i < to; i++) {
            fold[i] = (i - from) % FOLDS;
        }
        for (int i = to - 1; i > from; i--) {
            int j = from + random.nextInt(i - from + 1);
            int swap = fold[i];
            fold[i] = fold[j];
            fold[j] = swap;
        }
    }

    private static void requireFeatures(double[] features, int wanted, String name) {
        if (features.length != wanted) {
            throw new IllegalArgumentException(
                    name + " has " + features.length + " features, the first case has " + wanted);
        }
        for (int i = 0; i < wanted; i++) {
            if (!Double.isFinite(features[i])) {
                throw new IllegalArgumentException(name + "[" + i + "] is " + features[i]);
            }
        }
    }
}
