package org.vigie.drift.sequential;

import java.util.ArrayList;
import java.util.List;
import org.vigie.drift.interval.Interval;

/// Confidence sequences of a mean of values in [0, 1] in closed form, by predictable mixtures.
///
/// ## Definition
///
/// With weights `λₜ` made from earlier values only, and `α/2` on each side:
///
/// ```text
/// lower limit = Σ λᵢxᵢ / Σ λᵢ − (ln(2/α) + Σ vᵢ ψ(λᵢ)) / Σ λᵢ,      upper limit: 1 − that of 1 − x
///
/// Hoeffding             v = 1,                 ψ(λ) = λ²/8,             λ = min(1, √(8 ln(2/α) / (t ln(1 + t))))
/// empirical Bernstein   v = (x − mean before)², ψ(λ) = −ln(1 − λ) − λ,  λ = min(1/2, that of the betting sequence)
/// ```
///
/// ## Unit and range
///
/// Cut to `[0, 1]`; where the uncut limits cross each other, both are their middle.
///
/// ## Reading the value
///
/// Valid at every look. Hoeffding knows nothing of the variance; empirical Bernstein learns it and is narrower
/// for proportions near 0 or 1 once there are some hundred values. [BettingSequence] is narrower than both;
/// these cost one pass and no grid.
///
/// ## Sources
///
/// 1. Waudby-Smith, I., & Ramdas, A. (2024). *Estimating means of bounded random variables by betting.* Journal
///    of the Royal Statistical Society B 86(1), 1–27. doi:10.1093/jrsssb/qkad009 (theorems 1 and 2)
public enum PredictableMixture {
    HOEFFDING {
        @Override
        double[] lowerLimits(double[] values, double alpha) {
            var sums = new Sums(alpha);
            double[] limits = new double[values.length];
            for (int i = 0; i < values.length; i++) {
                double bet = Math.min(1, Math.sqrt(-8 * Math.log(alpha) / ((i + 1) * Math.log1p(i + 1.0))));
                limits[i] = sums.after(values[i], bet, bet * bet / 8);
            }
            return limits;
        }
    },
    EMPIRICAL_BERNSTEIN {
        @Override
        double[] lowerLimits(double[] values, double alpha) {
            var sums = new Sums(alpha);
            var bets = new PredictableBets(alpha);
            double[] limits = new double[values.length];
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                double bet = Math.min(0.5, bets.next());
                double deviation = values[i] - (i == 0 ? 0 : sum / i);
                limits[i] = sums.after(values[i], bet, deviation * deviation * (-Math.log1p(-bet) - bet));
                bets.observe(values[i]);
                sum += values[i];
            }
            return limits;
        }
    };

    /// The intervals after the first value, the first two, and so on.
    ///
    /// @throws IllegalArgumentException if a value is missing or outside [0, 1], or `confidence` is not in (0, 1)
    public List<Interval> over(double[] values, double confidence) {
        Counts.requireShares(values);
        double alpha = (1 - Interval.requireConfidence(confidence)) / 2;
        double[] mirrored = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            mirrored[i] = 1 - values[i];
        }
        double[] lower = lowerLimits(values, alpha);
        double[] upper = lowerLimits(mirrored, alpha);
        var intervals = new ArrayList<Interval>(values.length);
        for (int i = 0; i < values.length; i++) {
            double low = Math.clamp(lower[i], 0, 1);
            double high = Math.clamp(1 - upper[i], 0, 1);
            double middle = low / 2 + high / 2;
            intervals.add(new Interval(Math.min(low, middle), Math.max(high, middle), confidence));
        }
        return List.copyOf(intervals);
    }

    abstract double[] lowerLimits(double[] values, double alpha);

    private static final class Sums {

        private final double logInverseAlpha;
        private double bets;
        private double weighted;
        private double penalty;

        Sums(double alpha) {
            logInverseAlpha = -Math.log(alpha);
        }

        double after(double value, double bet, double cost) {
            bets += bet;
            weighted += bet * value;
            penalty += cost;
            return (weighted - logInverseAlpha - penalty) / bets;
        }
    }
}
