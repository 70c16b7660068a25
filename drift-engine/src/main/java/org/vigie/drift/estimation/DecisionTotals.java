package org.vigie.drift.estimation;

import java.util.Optional;

/// All that the metrics of a decision need, from one pass over the cases.
///
/// Every such metric depends on a case only through its decision d and probability p, so its influence is two numbers
/// per decision: with the condition and without. Sampling variance is `Σ p·with² + (1 − p)·without²`; a block of the
/// calibration moves the metric by `Σ (with − without)` over the cases that lean on it.
final class DecisionTotals {

    /// expected positives and number of cases, by decision (0 negative, 1 positive)
    final double[] positives = new double[2];

    final double[] cases = new double[2];
    /// for each decision, how many cases lean on each block of the calibration
    private final double[][] leaning;

    private final IsotonicCalibration calibration;

    DecisionTotals(IsotonicCalibration calibration) {
        this.calibration = calibration;
        leaning = new double[2][calibration.size()];
    }

    /// A case whose probability is what the calibration says.
    void add(double score, boolean decision) {
        int knot = calibration.below(score);
        double fraction = calibration.fraction(knot, score);
        double[] values = calibration.values;
        double p = values[knot];
        lean(decision ? 1 : 0, knot, fraction);
        if (fraction > 0) {
            p += fraction * (values[knot + 1] - p);
        }
        count(decision ? 1 : 0, p);
    }

    /// A case whose probability is another; the calibration only says how far it may be off.
    void add(double score, boolean decision, double probability) {
        int knot = calibration.below(score);
        lean(decision ? 1 : 0, knot, calibration.fraction(knot, score));
        count(decision ? 1 : 0, probability);
    }

    private void lean(int d, int knot, double fraction) {
        leaning[d][calibration.blocks[knot]] += 1 - fraction;
        if (fraction > 0) {
            leaning[d][calibration.blocks[knot + 1]] += fraction;
        }
    }

    private void count(int d, double probability) {
        positives[d] += probability;
        cases[d]++;
    }

    double n() {
        return cases[0] + cases[1];
    }

    private double negatives(int d) {
        return Math.max(0, cases[d] - positives[d]);
    }

    /// The metric; absent when nothing is expected that it could be a share of.
    Optional<Expectation> expectation(CbpeMetric metric) {
        double tp = positives[1];
        double fn = positives[0];
        double fp = negatives(1);
        double tn = negatives(0);
        double n = n();
        return switch (metric) {
            case ACCURACY -> share(tp + tn, n, 1, 0, 0, 1, 1, 1, 1, 1);
            case SENSITIVITY -> share(tp, tp + fn, 1, 0, 0, 0, 1, 0, 1, 0);
            case SPECIFICITY -> share(tn, tn + fp, 0, 0, 0, 1, 0, 1, 0, 1);
            case POSITIVE_PREDICTIVE_VALUE -> share(tp, tp + fp, 1, 0, 0, 0, 1, 1, 0, 0);
            case NEGATIVE_PREDICTIVE_VALUE -> share(tn, tn + fn, 0, 0, 0, 1, 0, 0, 1, 1);
            case F1 -> share(2 * tp, 2 * tp + fp + fn, 2, 0, 0, 0, 2, 1, 1, 0);
            case PREVALENCE -> share(tp + fn, n, 1, 0, 1, 0, 1, 1, 1, 1);
            case TRUE_POSITIVES -> count(1, 0, 0, 0);
            case FALSE_POSITIVES -> count(0, 1, 0, 0);
            case FALSE_NEGATIVES -> count(0, 0, 1, 0);
            case TRUE_NEGATIVES -> count(0, 0, 0, 1);
            case AUROC, AVERAGE_PRECISION -> Optional.empty();
        };
    }

    /// Total value of the decisions, each outcome having its own.
    Expectation value(DecisionValues values) {
        return count(values.truePositive(), values.falsePositive(), values.falseNegative(), values.trueNegative())
                .orElseThrow();
    }

    /// A ratio of two sums over the cases, whose terms by outcome (TP, FP, FN, TN) are given.
    private Optional<Expectation> share(
            double sum,
            double of,
            double tpUp,
            double fpUp,
            double fnUp,
            double tnUp,
            double tpOf,
            double fpOf,
            double fnOf,
            double tnOf) {
        if (!(of > 0)) {
            return Optional.empty();
        }
        double value = sum / of;
        return Optional.of(with(
                value,
                of,
                (tpUp - value * tpOf) / of,
                (fpUp - value * fpOf) / of,
                (fnUp - value * fnOf) / of,
                (tnUp - value * tnOf) / of));
    }

    private Optional<Expectation> count(double tp, double fp, double fn, double tn) {
        double sum = tp * positives[1] + fp * negatives(1) + fn * positives[0] + tn * negatives(0);
        double mean = n() == 0 ? 0 : sum / n();
        return Optional.of(with(sum, n(), tp - mean, fp - mean, fn - mean, tn - mean));
    }

    private Expectation with(double value, double relevant, double tp, double fp, double fn, double tn) {
        double sampling =
                positives[1] * tp * tp + negatives(1) * fp * fp + positives[0] * fn * fn + negatives(0) * tn * tn;
        double calibrationVariance = 0;
        for (int block = 0; block < calibration.size(); block++) {
            double moved = leaning[1][block] * (tp - fp) + leaning[0][block] * (fn - tn);
            calibrationVariance += moved * moved * calibration.variance(block);
        }
        return new Expectation(value, sampling, calibrationVariance, relevant);
    }
}
