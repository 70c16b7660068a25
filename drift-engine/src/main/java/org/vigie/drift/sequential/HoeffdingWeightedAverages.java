package org.vigie.drift.sequential;

/// HDDM-W: two exponentially weighted averages, before and after the best moment so far, by McDiarmid's bound.
///
/// ```text
/// z ← 0.05 x + 0.95 z,   v ← 0.05² + 0.95² v                       z = x, v = 1 for the first value
/// best moment: where z + √(v ln(1/0.001)/2) was least; from there on a second average is kept
/// rise when    z₂ − z₁ > √((v₁ + v₂) ln(1/c)/2),   c = 0.001 change, 0.005 warning
/// ```
///
/// Quicker than [HoeffdingAverages] for sudden changes, blind to slow ones. Only a rise is a change.
///
/// Frías-Blanco, I., et al. (2015). *Online and non-parametric drift detection methods based on Hoeffding's bounds.*
/// IEEE Transactions on Knowledge and Data Engineering 27(3), 810–823. doi:10.1109/TKDE.2014.2345382
public final class HoeffdingWeightedAverages implements StreamDetector {

    private static final double WEIGHT = 0.05;
    private static final double CHANGE = 0.001;
    private static final double WARNING = 0.005;

    private Average all = Average.NONE;
    private Average before = Average.NONE;
    private Average since = Average.NONE;
    private double least = Double.POSITIVE_INFINITY;

    @Override
    public State update(double value) {
        StreamValues.requireShare(value);
        all = all.after(value);
        double upper = all.mean() + bound(all.spread(), CHANGE);
        if (upper < least) {
            least = upper;
            before = all;
            since = Average.NONE;
        } else {
            since = since.after(value);
        }
        double rise = since.mean() - before.mean();
        if (since.spread() == 0) {
            return State.NONE;
        }
        if (rise > bound(before.spread() + since.spread(), CHANGE)) {
            restart();
            return State.CHANGE;
        }
        return rise > bound(before.spread() + since.spread(), WARNING) ? State.WARNING : State.NONE;
    }

    private static double bound(double spread, double confidence) {
        return Math.sqrt(spread / 2 * -Math.log(confidence));
    }

    private void restart() {
        all = Average.NONE;
        before = Average.NONE;
        since = Average.NONE;
        least = Double.POSITIVE_INFINITY;
    }

    /// @param spread sum of the squared weights, 0 before the first value
    private record Average(double mean, double spread) {

        static final Average NONE = new Average(0, 0);

        Average after(double value) {
            double rest = 1 - WEIGHT;
            return spread == 0
                    ? new Average(value, 1)
                    : new Average(WEIGHT * value + rest * mean, WEIGHT * WEIGHT + rest * rest * spread);
        }
    }
}
