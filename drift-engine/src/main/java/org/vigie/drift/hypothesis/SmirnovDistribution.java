package org.vigie.drift.hypothesis;

/// Exact distribution of the two-sample Kolmogorov–Smirnov statistic, given the ties.
///
/// Under no drift every order of the pooled observations is equally likely. Walking through the
/// pooled order, `j` of the current and `t − j` of the reference observations have been met after `t`
/// steps, a Markov chain without replacement. The survival function is the probability that the walk
/// meets `|F(x) − G(x)| ≥ d` at the end of some group of tied values; it is summed from what is
/// absorbed there, so that small p-values keep their relative precision.
///
/// Schröer, G., & Trenkler, D. (1995). *Exact and randomization distributions of
/// Kolmogorov–Smirnov tests for two or three samples.* Computational Statistics & Data Analysis
/// 20(2), 185–202. doi:10.1016/0167-9473(94)00040-P
final class SmirnovDistribution {

    private SmirnovDistribution() {}

    /// `P(max |m·i − n·j| ≥ distance)` for windows of `n` and `m` observations.
    ///
    /// @param distance the statistic times `n·m`, a whole number
    /// @param groupEnds for each step whether the walk has come to the end of a group of ties;
    ///     empty when there are no ties
    static double survival(long distance, int n, int m, boolean[] groupEnds) {
        if (distance <= 0) {
            return 1;
        }
        if (m > n) {
            return survival(distance, m, n, groupEnds);
        }
        int total = n + m;
        double[] probability = new double[m + 1];
        probability[0] = 1;
        double absorbed = 0;
        int low = 0;
        int high = 0;
        for (int t = 1; t <= total; t++) {
            low = Math.max(low, t - n);
            high = Math.min(high + 1, Math.min(m, t));
            step(probability, t, low, high, n, m);
            if (groupEnds.length == 0 || groupEnds[t - 1]) {
                for (int j = low; j <= high; j++) {
                    if (probability[j] > 0 && Math.abs((long) m * (t - j) - (long) n * j) >= distance) {
                        absorbed += probability[j];
                        probability[j] = 0;
                    }
                }
                while (low < high && probability[low] == 0) {
                    low++;
                }
                while (high > low && probability[high] == 0) {
                    high--;
                }
                if (probability[low] == 0) {
                    break;
                }
            }
        }
        return Math.min(1, absorbed);
    }

    private static void step(double[] probability, int t, int low, int high, int n, int m) {
        double remaining = n + m - t + 1;
        for (int j = high; j >= low; j--) {
            double stayed = probability[j] * (n - (t - 1 - j));
            double moved = j == 0 ? 0 : probability[j - 1] * (m - (j - 1));
            probability[j] = (stayed + moved) / remaining;
        }
        if (low > 0) {
            probability[low - 1] = 0;
        }
    }
}
