package org.vigie.drift.multivariate;

import java.util.SplittableRandom;
import org.vigie.drift.hypothesis.SequentialMonteCarlo;
import org.vigie.drift.verdict.PValue;
import org.vigie.drift.window.FeatureWindow;

/// Have the means of feature vectors moved, a little in many dimensions?
///
/// ## Definition
///
/// ```text
/// S = √( mean over dimensions k of ((x̄ₖ − ȳₖ) / sₖ)² )
///
/// x̄, ȳ   means of the reference and of the current window
/// s      standard deviation of all cases together; dimensions that never vary are left out
/// ```
///
/// ## Unit and range
///
/// Standard deviations, in `[0, ∞)`: the root mean square shift of a dimension.
///
/// ## Reading the value
///
/// With no drift S is about `√(1/n + 1/m)`. The p-value is by random relabelling of whole cases, so that it
/// holds whatever the correlations between dimensions ([SequentialMonteCarlo]).
///
/// ## Sources
///
/// 1. Srivastava, M. S., & Du, M. (2008). *A test for the mean vector with fewer observations than the
///    dimension.* Journal of Multivariate Analysis 99(3), 386–402. doi:10.1016/j.jmva.2006.11.002 (the
///    diagonal statistic; its p-value there is asymptotic)
public final class FeatureMeanShift {

    /// Standardised cases, reference first; each dimension sums to 0.
    private final float[][] cases;

    private final int n;
    private final int dimensions;

    private FeatureMeanShift(float[][] cases, int n, int dimensions) {
        this.cases = cases;
        this.n = n;
        this.dimensions = dimensions;
    }

    /// @throws IllegalArgumentException if a window is empty or their dimensions differ
    public static FeatureMeanShift of(FeatureWindow reference, FeatureWindow current) {
        if (reference.size() == 0 || current.size() == 0) {
            throw new IllegalArgumentException((reference.size() == 0 ? "reference" : "current") + " window is empty");
        }
        if (reference.dimensions() != current.dimensions()) {
            throw new IllegalArgumentException(reference.dimensions() + " and " + current.dimensions() + " dimensions");
        }
        int total = reference.size() + current.size();
        float[][] cases = new float[total][reference.dimensions()];
        int varying = 0;
        for (int k = 0; k < reference.dimensions(); k++) {
            double[] values = new double[total];
            for (int i = 0; i < total; i++) {
                values[i] = i < reference.size() ? reference.get(i, k) : current.get(i - reference.size(), k);
            }
            if (standardise(values)) {
                for (int i = 0; i < total; i++) {
                    cases[i][varying] = (float) values[i];
                }
                varying++;
            }
        }
        return new FeatureMeanShift(cases, reference.size(), varying);
    }

    /// The root mean square shift S.
    public double statistic() {
        if (dimensions == 0) {
            return 0;
        }
        double[] sum = new double[dimensions];
        for (int i = n; i < cases.length; i++) {
            add(sum, cases[i]);
        }
        // all sum to 0, so ȳ − x̄ = Σy/m + Σy/n
        return Math.sqrt(squares(sum) / dimensions) * (1.0 / (cases.length - n) + 1.0 / n);
    }

    /// P-value by random relabelling; 1 when no dimension varies.
    public PValue pValue(double level, long seed) {
        var random = new SplittableRandom(seed);
        float[][] deck = cases.clone();
        int hand = Math.min(n, cases.length - n);
        double scale = 1.0 / (cases.length - n) + 1.0 / n;
        return SequentialMonteCarlo.pValue(
                statistic(),
                () -> {
                    double[] sum = new double[dimensions];
                    for (int i = 0; i < hand; i++) {
                        int j = random.nextInt(i, deck.length);
                        float[] card = deck[j];
                        deck[j] = deck[i];
                        deck[i] = card;
                        add(sum, card);
                    }
                    return dimensions == 0 ? 0 : Math.sqrt(squares(sum) / dimensions) * scale;
                },
                level);
    }

    private static boolean standardise(double[] values) {
        double mean = 0;
        for (double x : values) {
            mean += x / values.length;
        }
        double squares = 0;
        double largest = 0;
        for (double x : values) {
            squares += (x - mean) * (x - mean);
            largest = Math.max(largest, Math.abs(x));
        }
        double sd = Math.sqrt(squares / values.length);
        if (sd <= 1e-12 * largest) {
            return false; // only rounding varies
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = (values[i] - mean) / sd;
        }
        return true;
    }

    private static void add(double[] sum, float[] vector) {
        for (int k = 0; k < sum.length; k++) {
            sum[k] += vector[k];
        }
    }

    private static double squares(double[] sum) {
        double squares = 0;
        for (double s : sum) {
            squares += s * s;
        }
        return squares;
    }
}
