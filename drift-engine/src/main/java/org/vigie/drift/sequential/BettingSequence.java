package org.vigie.drift.sequential;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.vigie.drift.interval.Interval;

/// Confidence sequence of a mean of values in [0, 1], such as a proportion, by betting against each possible mean.
///
/// ## Definition
///
/// Two gamblers bet that the mean is above, and below, `m`, with stakes `λₜ` made from earlier values only
/// (the predictable plug-in for `α/2`, equation 26 of \[1]):
///
/// ```text
/// K⁺(m) = Π (1 + min(λₜ, 1/2m) (xₜ − m)),      K⁻(m) = Π (1 − min(λₜ, 1/(2(1 − m))) (xₜ − m))
/// the interval holds the means with max(K⁺, K⁻)/2 ≤ 1/α
/// ```
///
/// Where `m` is the true mean no strategy earns: the capital (of the *hedged* gambler, half in each) is a martingale
/// and ever reaches `1/α` with probability at most `α`.
///
/// ## Unit and range
///
/// Within `[0, 1]`, found on a grid of 1,001 means and widened by one step of 0.001 to either side, so that the
/// grid never costs coverage. Once all means of the grid are rejected, the interval is the two steps around the
/// mean against which the least was won.
///
/// ## Reading the value
///
/// Valid at every look. Not only for zeros and ones: it adapts to the variance of the values, so that a mean of Dice
/// coefficients gets the narrow interval it deserves. For zeros and ones it is about as wide as
/// [BetaBinomialSequence], which needs only two counts; here the order of the values matters.
///
/// ## Sources
///
/// 1. Waudby-Smith, I., & Ramdas, A. (2024). *Estimating means of bounded random variables by betting.* Journal
///    of the Royal Statistical Society B 86(1), 1–27. doi:10.1093/jrsssb/qkad009
public final class BettingSequence {

    private static final int STEPS = 1000;
    private static final double HEDGE = Math.log(0.5);

    private final double confidence;
    private final double[] above = new double[STEPS + 1];
    private final double[] below = new double[STEPS + 1];
    private final PredictableBets bets;

    private BettingSequence(double confidence) {
        this.confidence = Interval.requireConfidence(confidence);
        this.bets = new PredictableBets((1 - confidence) / 2);
    }

    /// The intervals after the first value, the first two, and so on.
    ///
    /// @throws IllegalArgumentException if a value is missing or outside [0, 1], or `confidence` is not in (0, 1)
    public static List<Interval> over(double[] values, double confidence) {
        var intervals = new ArrayList<Interval>(values.length);
        run(values, confidence, sequence -> intervals.add(sequence.interval()));
        return List.copyOf(intervals);
    }

    /// The interval after all values; `[0, 1]` when there are none.
    ///
    /// @throws IllegalArgumentException if a value is missing or outside [0, 1], or `confidence` is not in (0, 1)
    public static Interval after(double[] values, double confidence) {
        return run(values, confidence, sequence -> {}).interval();
    }

    private static BettingSequence run(double[] values, double confidence, Consumer<BettingSequence> look) {
        Counts.requireShares(values);
        var sequence = new BettingSequence(confidence);
        for (double value : values) {
            sequence.observe(value);
            look.accept(sequence);
        }
        return sequence;
    }

    private void observe(double value) {
        double bet = bets.next();
        for (int i = 0; i <= STEPS; i++) {
            double m = mean(i);
            above[i] += Math.log1p(Math.min(bet, 0.5 / m) * (value - m));
            below[i] += Math.log1p(-Math.min(bet, 0.5 / (1 - m)) * (value - m));
        }
        bets.observe(value);
    }

    private Interval interval() {
        double threshold = -Math.log1p(-confidence);
        int first = -1;
        int last = -1;
        int least = 0;
        for (int i = 0; i <= STEPS; i++) {
            if (logCapital(i) <= threshold) {
                first = first < 0 ? i : first;
                last = i;
            }
            least = logCapital(i) < logCapital(least) ? i : least;
        }
        if (first < 0) {
            first = least;
            last = least;
        }
        return new Interval(mean(Math.max(0, first - 1)), mean(Math.min(STEPS, last + 1)), confidence);
    }

    private double logCapital(int i) {
        return HEDGE + Math.max(above[i], below[i]);
    }

    private static double mean(int i) {
        return (double) i / STEPS;
    }
}
