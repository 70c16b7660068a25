package org.vigie.drift.sequential;

/// DDM: the error rate rises above its own best by two (warning) or three (change) standard errors.
///
/// ```text
/// p: error rate since the start,  s = √(p(1 − p)/n);   kept where p + s was least:  p′, s′
/// warning when p + s > p′ + 2s′,   change when p + s > p′ + 3s′
/// ```
///
/// Nothing is said before 30 values. The least is taken over all looks, so that the rule is quicker to cry than
/// "three sigma" sounds, above all early and at low error rates.
///
/// Gama, J., Medas, P., Castillo, G., & Rodrigues, P. (2004). *Learning with drift detection.* SBIA 2004, LNCS 3171,
/// 286–295. doi:10.1007/978-3-540-28645-5_29
public final class DriftDetectionMethod implements StreamDetector {

    private static final int MINIMUM = 30;

    private long count;
    private double errors;
    private double leastSum;
    private double rateAtLeast;
    private double deviationAtLeast;

    public DriftDetectionMethod() {
        restart();
    }

    @Override
    public State update(double value) {
        errors += StreamValues.requireError(value) ? 1 : 0;
        count++;
        double rate = errors / count;
        double deviation = Math.sqrt(rate * (1 - rate) / count);
        double sum = rate + deviation;
        if (count < MINIMUM - 1) {
            return State.NONE;
        }
        if (sum <= leastSum) {
            leastSum = sum;
            rateAtLeast = rate;
            deviationAtLeast = deviation;
        }
        if (count >= MINIMUM && sum > rateAtLeast + 3 * deviationAtLeast) {
            restart();
            return State.CHANGE;
        }
        return sum > rateAtLeast + 2 * deviationAtLeast ? State.WARNING : State.NONE;
    }

    private void restart() {
        count = 0;
        errors = 0;
        leastSum = Double.POSITIVE_INFINITY;
        rateAtLeast = Double.POSITIVE_INFINITY;
        deviationAtLeast = Double.POSITIVE_INFINITY;
    }
}
