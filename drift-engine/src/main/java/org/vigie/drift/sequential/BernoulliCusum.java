package org.vigie.drift.sequential;

/// Cumulative sum chart of single successes and failures, with its average run length.
///
/// ## Definition
///
/// Every failure raises the chart, every success lowers it, by whole steps \[1]:
///
/// ```text
/// S ← max(0, S + m)  after a failure,   S ← max(0, S − 1)  after a success,     alarm when S ≥ h
/// m: the whole number nearest to ln(f₁/f₀) / ln((1 − f₀)/(1 − f₁)), at least 1
/// ```
///
/// with `f₀`, `f₁` the failure rates that are accepted and that must be seen. The log-likelihood ratio of a
/// failure over that of a success is rounded to the whole number `m`, so that the chart moves on a lattice and
/// its run length is exact.
///
/// ## Unit and range
///
/// The chart and its limit are in steps; run lengths are in cases.
///
/// ## Reading the value
///
/// [#averageRunLength] solves the Markov chain of the chart's states exactly: no simulation. Where the failure
/// rate in control is known the chart is a little quicker than [EDetector], whose promise needs no such
/// knowledge: a chart set for 10 % failures has shorter runs when 12 % are normal.
///
/// ## Sources
///
/// 1. Reynolds, M. R., & Stoumbos, Z. G. (1999). *A CUSUM chart for monitoring a proportion when inspecting
///    continuously.* Journal of Quality Technology 31(1), 87–108. doi:10.1080/00224065.1999.11979900
/// 2. Brook, D., & Evans, D. A. (1972). *An approach to the probability distribution of CUSUM run length.* Biometrika
///    59(3), 539–549. doi:10.1093/biomet/59.3.539
///
/// @param up steps that a failure raises the chart
/// @param limit steps from which it alarms
/// @param steps where it stands
public record BernoulliCusum(int up, int limit, int steps) {

    private static final int GREATEST_LIMIT = 100_000;

    /// @throws IllegalArgumentException if `up` or `limit` is below 1, `limit` above 100,000, or `steps` negative
    public BernoulliCusum {
        if (up < 1) {
            throw new IllegalArgumentException("up " + up + " < 1");
        }
        if (limit < 1 || limit > GREATEST_LIMIT) {
            throw new IllegalArgumentException("limit " + limit + " is not in [1, " + GREATEST_LIMIT + "]");
        }
        if (steps < 0) {
            throw new IllegalArgumentException("steps " + steps + " < 0");
        }
    }

    /// The chart for a rise of failures whose average run length at `accepted` is at least `cases`, with the lowest
    /// limit that keeps it.
    ///
    /// @param accepted failure rate in control
    /// @param unacceptable failure rate to be seen soon
    /// @throws IllegalArgumentException if not `0 < accepted < unacceptable < 1`, `cases` is below 1 or not
    ///     finite, or no limit up to 100,000 keeps it
    public static BernoulliCusum forRise(double accepted, double unacceptable, double cases) {
        if (!(accepted > 0 && accepted < unacceptable && unacceptable < 1)) {
            throw new IllegalArgumentException(
                    "failure rates " + accepted + " and " + unacceptable + " are not rising in (0, 1)");
        }
        RunLength wanted = RunLength.ofCases(cases);
        double failure = Math.log(unacceptable / accepted);
        double success = -Math.log1p(-unacceptable) + Math.log1p(-accepted);
        int up = Math.clamp(Math.round(failure / success), 1, GREATEST_LIMIT);
        int low = 0;
        int high = 1;
        while (high < GREATEST_LIMIT && runLength(up, high, accepted) < wanted.length()) {
            low = high;
            high = Math.min(2 * high, GREATEST_LIMIT);
        }
        if (runLength(up, high, accepted) < wanted.length()) {
            throw new IllegalArgumentException("no limit up to " + GREATEST_LIMIT + " has a run length of " + cases);
        }
        while (high - low > 1) {
            int middle = low + (high - low) / 2;
            if (runLength(up, middle, accepted) < wanted.length()) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return new BernoulliCusum(up, high, 0);
    }

    /// After one case; an alarm that stands is kept.
    public BernoulliCusum after(boolean failure) {
        return new BernoulliCusum(up, limit, failure ? Math.addExact(steps, up) : Math.max(0, steps - 1));
    }

    public boolean alarm() {
        return steps >= limit;
    }

    /// Average number of cases from a chart at 0 until its alarm; infinite when nothing fails.
    ///
    /// @throws IllegalArgumentException if `failureRate` is not in [0, 1]
    public double averageRunLength(double failureRate) {
        if (!(failureRate >= 0 && failureRate <= 1)) {
            throw new IllegalArgumentException("failure rate " + failureRate + " is not in [0, 1]");
        }
        return runLength(up, limit, failureRate);
    }

    /// Cases until the alarm from state 0. Downwards the chart passes every state, so that the equations
    /// `L(i) = 1 + f·L(i + m) + (1 − f)·L(i − 1)` are solved from the top, each `L(i)` as
    /// `a(i) + b(i)·L(i − 1)` with positive coefficients, which loses no digits.
    private static double runLength(int up, int limit, double failureRate) {
        if (failureRate == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double success = 1 - failureRate;
        double[] a = new double[limit];
        double[] b = new double[limit];
        for (int i = limit - 1; i >= 0; i--) {
            // L(i + up) in terms of L(i): walk down from i + up
            double constant = 0;
            double slope = 0;
            if (i + up < limit) {
                slope = 1;
                for (int k = i + up; k > i; k--) {
                    constant += slope * a[k];
                    slope *= b[k];
                }
            }
            double rest = 1 - failureRate * slope;
            a[i] = (1 + failureRate * constant) / rest;
            b[i] = success / rest;
        }
        // from state 0 a success leads back to 0
        return b[0] >= 1 ? Double.POSITIVE_INFINITY : a[0] / (1 - b[0]);
    }
}
