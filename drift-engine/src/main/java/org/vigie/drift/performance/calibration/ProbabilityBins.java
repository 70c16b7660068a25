package org.vigie.drift.performance.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vigie.drift.performance.Probabilities;
import org.vigie.drift.window.Sorted;

/// Cases grouped by their predicted probability.
///
/// @param bins those that hold a case, in ascending order
/// @param cases in all of them
public record ProbabilityBins(List<Bin> bins, long cases) {

    /// @param from smallest and
    /// @param to largest probability in the bin
    /// @param cases in the bin, at least one
    /// @param positives among them
    /// @param meanProbability predicted, on average
    /// @param probabilityVariance of the predictions within the bin
    /// @param probabilityCovariance of prediction and outcome within the bin
    /// @param bernoulliVariance sum of `p(1 − p)`: variance of `positives` were the predictions right
    public record Bin(
            double from,
            double to,
            long cases,
            long positives,
            double meanProbability,
            double probabilityVariance,
            double probabilityCovariance,
            double bernoulliVariance) {

        /// Share of positives.
        public double observed() {
            return (double) positives / cases;
        }
    }

    public ProbabilityBins {
        bins = List.copyOf(bins);
    }

    /// Bins of equal width over [0, 1], each open to the left but the first. Empty ones are left out.
    ///
    /// @throws IllegalArgumentException if `count < 1`, the arrays differ in length or a probability is not in
    ///     [0, 1], naming its index
    public static ProbabilityBins ofEqualWidth(double[] probabilities, boolean[] reference, int count) {
        Probabilities.check(probabilities, reference);
        requireCount(count);
        int[] bin = new int[probabilities.length];
        for (int i = 0; i < bin.length; i++) {
            bin[i] = Math.clamp((int) Math.ceil(probabilities[i] * count) - 1, 0, count - 1);
        }
        return of(probabilities, reference, bin, count);
    }

    /// Bins of as equal counts as ties allow: cases of one probability always share a bin.
    ///
    /// @throws IllegalArgumentException as for [#ofEqualWidth]
    public static ProbabilityBins ofEqualCount(double[] probabilities, boolean[] reference, int count) {
        Probabilities.check(probabilities, reference);
        requireCount(count);
        double[] sorted = probabilities.clone();
        Arrays.sort(sorted);
        int[] bin = new int[probabilities.length];
        for (int i = 0; i < bin.length; i++) {
            int rank = Sorted.below(sorted, probabilities[i]);
            bin[i] = (int) ((long) rank * count / bin.length);
        }
        return of(probabilities, reference, bin, count);
    }

    private static ProbabilityBins of(double[] p, boolean[] reference, int[] bin, int count) {
        double[][] sums = new double[count][];
        for (int i = 0; i < p.length; i++) {
            double[] sum = sums[bin[i]];
            if (sum == null) {
                sum = new double[] {0, 0, 0, 0, p[i], p[i]};
                sums[bin[i]] = sum;
            }
            sum[0]++;
            sum[1] += reference[i] ? 1 : 0;
            sum[2] += p[i];
            sum[3] += p[i] * (1 - p[i]);
            sum[4] = Math.min(sum[4], p[i]);
            sum[5] = Math.max(sum[5], p[i]);
        }
        double[] variance = new double[count];
        double[] covariance = new double[count];
        for (int i = 0; i < p.length; i++) {
            double[] sum = sums[bin[i]];
            double distance = p[i] - sum[2] / sum[0];
            variance[bin[i]] += distance * distance / sum[0];
            covariance[bin[i]] += distance * ((reference[i] ? 1 : 0) - sum[1] / sum[0]) / sum[0];
        }
        List<Bin> bins = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            double[] sum = sums[k];
            if (sum != null) {
                bins.add(new Bin(
                        sum[4],
                        sum[5],
                        (long) sum[0],
                        (long) sum[1],
                        sum[2] / sum[0],
                        variance[k],
                        covariance[k],
                        sum[3]));
            }
        }
        return new ProbabilityBins(bins, p.length);
    }

    private static void requireCount(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("count " + count + " < 1");
        }
    }
}
