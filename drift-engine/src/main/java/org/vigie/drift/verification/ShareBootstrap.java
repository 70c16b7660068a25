package org.vigie.drift.verification;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.vigie.drift.interval.Interval;
import org.vigie.drift.window.Sorted;

/// Percentile bootstrap of a weighted share, by whole patients.
final class ShareBootstrap {

    /// Below this share of bootstrap samples in which the estimate exists, its percentiles mean nothing.
    private static final double FEWEST_DEFINED = 0.9;

    private ShareBootstrap() {}

    static CorrectedEstimate estimate(PatientTotals totals, double confidence, int replicates, long seed) {
        var random = new SplittableRandom(seed);
        int patients = totals.patients();
        double[] shares = new double[replicates];
        int defined = 0;
        for (int replicate = 0; replicate < replicates; replicate++) {
            double sum = 0;
            double counted = 0;
            for (int draw = 0; draw < patients; draw++) {
                int patient = random.nextInt(patients);
                sum += totals.weight(patient);
                counted += totals.counted(patient);
            }
            if (sum > 0) {
                shares[defined++] = Math.min(1, counted / sum);
            }
        }
        if (defined < FEWEST_DEFINED * replicates) {
            return new CorrectedEstimate.Inconclusive("too few patients contribute: the estimate exists in only "
                    + defined + " of " + replicates + " bootstrap samples");
        }
        double[] sorted = Arrays.copyOf(shares, defined);
        Arrays.sort(sorted);
        double mean = Arrays.stream(sorted).average().orElse(0);
        double variance = Arrays.stream(sorted)
                        .map(share -> (share - mean) * (share - mean))
                        .sum()
                / Math.max(1, defined - 1);
        Interval interval = sorted[0] == sorted[defined - 1]
                ? totals.widthFromEffectiveNumber(confidence)
                : new Interval(
                        Sorted.quantile(sorted, (1 - confidence) / 2),
                        Sorted.quantile(sorted, (1 + confidence) / 2),
                        confidence);
        return new CorrectedEstimate.Estimated(totals.share(), variance, interval);
    }
}
