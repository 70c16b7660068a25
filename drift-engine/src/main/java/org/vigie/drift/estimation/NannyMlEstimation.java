package org.vigie.drift.estimation;

import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;

/// Numbers as NannyML 0.13 gives them, for those who migrate from it and for honest comparison.
///
/// Where they mislead: the AUROC pairs each case with itself and rounds its sums to five decimals; a metric
/// whose denominator is 0 is 0 instead of undefined; the sampling errors are those of the reference divided by
/// the root of the cases, with nothing for the calibration, only the positives for the AUROC and exactly 0
/// where the reference was perfect. Use [Cbpe] for decisions.
///
/// ## Sources
///
/// 1. NannyML 0.13.1, `performance_estimation/confidence_based`, `sampling_error/binary_classification`.
public final class NannyMlEstimation {

    private NannyMlEstimation() {}

    /// @param trueNegatives expected; as the others
    public record ExpectedConfusion(
            double truePositives, double falsePositives, double falseNegatives, double trueNegatives) {

        /// @throws IllegalArgumentException if the arrays differ in length
        public static ExpectedConfusion of(double[] probabilities, boolean[] decisions) {
            if (probabilities.length != decisions.length) {
                throw new IllegalArgumentException(
                        probabilities.length + " probabilities for " + decisions.length + " decisions");
            }
            double tp = 0;
            double fp = 0;
            double fn = 0;
            double tn = 0;
            for (int i = 0; i < decisions.length; i++) {
                double p = probabilities[i];
                if (decisions[i]) {
                    tp += p;
                    fp += 1 - p;
                } else {
                    fn += p;
                    tn += 1 - p;
                }
            }
            return new ExpectedConfusion(tp, fp, fn, tn);
        }

        public double accuracy() {
            return (truePositives + trueNegatives) / (truePositives + falsePositives + falseNegatives + trueNegatives);
        }

        public double precision() {
            return ratio(truePositives, truePositives + falsePositives);
        }

        public double recall() {
            return ratio(truePositives, truePositives + falseNegatives);
        }

        public double specificity() {
            return ratio(trueNegatives, trueNegatives + falsePositives);
        }

        public double f1() {
            return ratio(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives);
        }

        /// Sum of the outcomes' values.
        public double businessValue(DecisionValues values) {
            return values.truePositive() * truePositives
                    + values.falsePositive() * falsePositives
                    + values.falseNegative() * falseNegatives
                    + values.trueNegative() * trueNegatives;
        }

        /// NannyML's `per_prediction`: shares within each decision, valued and added.
        public double businessValuePerPrediction(DecisionValues values) {
            double negative = falseNegatives + trueNegatives;
            double positive = truePositives + falsePositives;
            return values.truePositive() * ratio(truePositives, positive)
                    + values.falsePositive() * ratio(falsePositives, positive)
                    + values.falseNegative() * ratio(falseNegatives, negative)
                    + values.trueNegative() * ratio(trueNegatives, negative);
        }

        private static double ratio(double part, double of) {
            return of == 0 ? 0 : part / of;
        }
    }

    /// AUROC expected from calibrated probabilities for cases ranked by the model's scores, with running sums
    /// rounded to five decimals as there; absent when no pair of classes is expected, where NannyML answers
    /// NaN.
    public static OptionalDouble auroc(double[] probabilities, double[] scores) {
        int[] order = ScoreOrder.ascending(scores);
        double sum = 0;
        double positives = 0;
        double negatives = 0;
        double area = 0;
        for (int rank = 1; rank <= order.length; rank++) {
            sum += probabilities[order[order.length - rank]];
            double nextPositives = rounded(sum);
            double nextNegatives = rounded(rank - sum);
            area += (nextNegatives - negatives) * (positives + nextPositives) / 2;
            positives = nextPositives;
            negatives = nextNegatives;
        }
        return positives > 0 && negatives > 0
                ? OptionalDouble.of(area / (positives * negatives))
                : OptionalDouble.empty();
    }

    /// Average precision expected from calibrated probabilities, rounded on the way as [#auroc]; absent when no
    /// positive is expected.
    public static OptionalDouble averagePrecision(double[] probabilities, double[] scores) {
        int[] order = ScoreOrder.ascending(scores);
        double sum = 0;
        double positives = 0;
        double area = 0;
        for (int rank = 1; rank <= order.length; rank++) {
            sum += probabilities[order[order.length - rank]];
            double next = rounded(sum);
            area += (next - positives) * next / rank;
            positives = next;
        }
        return positives > 0 ? OptionalDouble.of(area / positives) : OptionalDouble.empty();
    }

    private static double rounded(double sum) {
        return Math.rint(sum * 1e5) / 1e5;
    }

    /// Sampling error of a metric: `deviation / √(rows · fraction)`.
    ///
    /// @param deviation of the metric's terms in the reference
    /// @param fraction of the reference's rows that the metric is of
    public record SamplingError(double deviation, double fraction) {
        public double of(long rows) {
            return deviation / Math.sqrt(rows * fraction);
        }
    }

    public static SamplingError accuracyError(boolean[] decisions, boolean[] truth) {
        return shareError(decisions, truth, cell -> cell == 0 || cell == 3 ? 1 : 0);
    }

    public static SamplingError precisionError(boolean[] decisions, boolean[] truth) {
        return shareError(decisions, truth, cell -> cell == 0 ? 1 : cell == 1 ? 0 : Double.NaN);
    }

    public static SamplingError recallError(boolean[] decisions, boolean[] truth) {
        return shareError(decisions, truth, cell -> cell == 0 ? 1 : cell == 2 ? 0 : Double.NaN);
    }

    public static SamplingError specificityError(boolean[] decisions, boolean[] truth) {
        return shareError(decisions, truth, cell -> cell == 3 ? 1 : cell == 1 ? 0 : Double.NaN);
    }

    public static SamplingError f1Error(boolean[] decisions, boolean[] truth) {
        SamplingError share = shareError(decisions, truth, cell -> cell == 0 ? 1 : cell == 3 ? Double.NaN : 0);
        double relevant = 0;
        double weighted = 0;
        for (int i = 0; i < truth.length; i++) {
            relevant += decisions[i] || truth[i] ? 1 : 0;
            weighted += decisions[i] && truth[i] ? 1 : decisions[i] || truth[i] ? 0.5 : 0;
        }
        return new SamplingError(share.deviation() * relevant / weighted, share.fraction());
    }

    /// Deviation, over the positives, of the share of negatives ranked below each; of the rarer class if that is the
    /// negatives.
    public static SamplingError aurocError(double[] scores, boolean[] truth) {
        int n = scores.length;
        int positives = 0;
        for (boolean label : truth) {
            positives += label ? 1 : 0;
        }
        boolean turned = 2 * positives > n;
        int[] order = ScoreOrder.ascending(scores);
        double rare = turned ? (double) n - positives : positives;
        double negatives = n - rare;
        double sum = 0;
        double squares = 0;
        double seen = 0;
        double below = 0;
        for (int i = 0; i < n; i++) {
            int one = order[turned ? n - 1 - i : i];
            // a positive that is ranked lowest of all counts as a negative, as there
            if (truth[one] != turned && i > 0) {
                sum += below / negatives;
                squares += below / negatives * below / negatives;
                seen++;
            } else {
                below++;
            }
        }
        double mean = sum / seen;
        return new SamplingError(Math.sqrt(Math.max(0, squares / seen - mean * mean)), rare / n);
    }

    /// Cells: 0 true positive, 1 false positive, 2 false negative, 3 true negative; `NaN` leaves a row out.
    private static SamplingError shareError(boolean[] decisions, boolean[] truth, IntToDoubleFunction term) {
        double n = 0;
        double sum = 0;
        for (int i = 0; i < truth.length; i++) {
            double value = term.applyAsDouble((decisions[i] ? 0 : 2) + (truth[i] ? 0 : 1));
            if (!Double.isNaN(value)) {
                n++;
                sum += value;
            }
        }
        double mean = sum / n;
        return new SamplingError(Math.sqrt(mean * (1 - mean)), n / truth.length);
    }
}
