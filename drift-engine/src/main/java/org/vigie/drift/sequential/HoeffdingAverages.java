package org.vigie.drift.sequential;

/// HDDM-A: the mean since the start against the mean up to the best moment so far, by Hoeffding's bound.
///
/// ```text
/// best moment: the k where mean(1 … k) + √(ln(1/0.001)/2k) was least
/// rise when    mean(1 … n) − mean(1 … k) ≥ √((n − k)/(kn) · ln(1/c)/2),   c = 0.001 change, 0.005 warning
/// ```
///
/// The bound holds for values in [0, 1] and one `k` named beforehand; `k` is chosen and all `n` are looked at,
/// so that `c` is no false alarm rate. Only a rise is a change; after a fall the watch starts anew.
///
/// Frías-Blanco, I., del Campo-Ávila, J., Ramos-Jiménez, G., Morales-Bueno, R., Ortiz-Díaz, A., & Caballero-Mota, Y.
/// (2015). *Online and non-parametric drift detection methods based on Hoeffding's bounds.* IEEE Transactions on
/// Knowledge and Data Engineering 27(3), 810–823. doi:10.1109/TKDE.2014.2345382
public final class HoeffdingAverages implements StreamDetector {

    private static final double CHANGE = 0.001;
    private static final double WARNING = 0.005;

    private long count;
    private double sum;
    private long countAtLeast;
    private double sumAtLeast;
    private long countAtMost;
    private double sumAtMost;

    @Override
    public State update(double value) {
        sum += StreamValues.requireShare(value);
        count++;
        double mean = sum / count;
        double bound = bound(1.0 / count, CHANGE);
        if (countAtLeast == 0 || mean + bound <= sumAtLeast / countAtLeast + bound(1.0 / countAtLeast, CHANGE)) {
            countAtLeast = count;
            sumAtLeast = sum;
        }
        if (countAtMost == 0 || mean - bound >= sumAtMost / countAtMost - bound(1.0 / countAtMost, CHANGE)) {
            countAtMost = count;
            sumAtMost = sum;
        }
        double rise = mean - sumAtLeast / countAtLeast;
        double spread = 1.0 / countAtLeast - 1.0 / count;
        if (spread > 0 && rise >= bound(spread, CHANGE)) {
            restart();
            return State.CHANGE;
        }
        State state = spread > 0 && rise >= bound(spread, WARNING) ? State.WARNING : State.NONE;
        double fallSpread = 1.0 / countAtMost - 1.0 / count;
        if (fallSpread > 0 && sumAtMost / countAtMost - mean >= bound(fallSpread, CHANGE)) {
            restart();
        }
        return state;
    }

    private static double bound(double inverseSize, double confidence) {
        return Math.sqrt(inverseSize / 2 * -Math.log(confidence));
    }

    private void restart() {
        count = 0;
        sum = 0;
        countAtLeast = 0;
        sumAtLeast = 0;
        countAtMost = 0;
        sumAtMost = 0;
    }
}
