package org.vigie.drift.estimation;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.vigie.drift.estimation.EstimatedPerformance.NotEstimable;
import org.vigie.drift.interval.Interval;

/// Confidence-based performance estimation (CBPE): what sensitivity, AUROC and others of a window are to be expected
/// to be, from the scores alone.
///
/// ## Definition
///
/// With `p` the calibrated probability and `d` the decision of each case, the confusion matrix is expected to be
///
/// ```text
/// TP = Σ d p     FP = Σ d (1 − p)     FN = Σ (1 − d) p     TN = Σ (1 − d)(1 − p)
///
/// AUROC = Σ over i ≠ j of pᵢ (1 − pⱼ) [sᵢ > sⱼ, half if equal] / Σ over i ≠ j of pᵢ (1 − pⱼ)
/// average precision = Σ pᵢ · (1 + Σ of p of the other cases ranked at or above i) / rank of i / Σ p
///
/// sampling variance     Σ pᵢ IFᵢ(1)² + (1 − pᵢ) IFᵢ(0)²      IFᵢ(y): influence of case i if its label is y
/// calibration variance  Σ over blocks b of the calibration of (∂metric/∂v_b)² v_b(1 − v_b)/n_b
/// ```
///
/// For a share of cases the sampling variance is the binomial one; for AUROC it is DeLong's with expected labels, of
/// both classes. The interval is Wilson's for the sum of both variances, so it has a width at 0 and 1 too.
///
/// ## Unit and range
///
/// That of the metric.
///
/// ## Reading the value
///
/// A hint, not a measurement: the assumption is part of the result. It sees a change of case mix and of prevalence
/// that shows in the scores, not one in what a score means. Where it and audited labels disagree, the concept moved.
///
/// ## Where this differs from the usual formula
///
/// NannyML pairs each case with itself in the AUROC, leaves out the calibration error, counts only the
/// positives in the error of the AUROC (5 to 30 % too small) and has an error of exactly 0 where the reference
/// was perfect. Numbers as it gives them are in [NannyMlEstimation].
///
/// ## Sources
///
/// 1. Białek, J., Kuberski, W., Perrakis, N., & Bifet, A. (2024). *Estimating model performance under covariate shift
///    without labels.* arXiv:2401.08348
/// 2. DeLong, E. R., DeLong, D. M., & Clarke-Pearson, D. L. (1988). Biometrics 44(3), 837–845. doi:10.2307/2531595
public final class Cbpe {

    static final long DEFAULT_SEED = 20_260_101;

    private final IsotonicCalibration calibration;
    private final boolean raw;
    private final Optional<String> refusal;
    private final String assumption;

    private Cbpe(IsotonicCalibration calibration, boolean raw, Optional<String> refusal, String assumption) {
        this.calibration = calibration;
        this.raw = raw;
        this.refusal = refusal;
        this.assumption = assumption;
    }

    /// Learns from a labelled reference what scores mean, calibrating always.
    ///
    /// @throws IllegalArgumentException if arrays differ in length, there is no case, or a score is not
    ///     finite
    public static Cbpe fit(double[] scores, boolean[] truth) {
        return fit(scores, truth, CalibrationPolicy.ALWAYS);
    }

    /// @throws IllegalArgumentException if arrays differ in length, there is no case, a score is not finite,
    ///     or scores that are not to be calibrated lie outside [0, 1]
    public static Cbpe fit(double[] scores, boolean[] truth, CalibrationPolicy policy) {
        IsotonicCalibration calibration = IsotonicCalibration.fit(scores, truth);
        boolean raw = switch (policy) {
            case ALWAYS -> false;
            case NEVER -> true;
            case IF_IT_LOWERS_THE_ERROR -> !CalibrationNeed.isNeeded(scores, truth, DEFAULT_SEED);
        };
        if (raw) {
            requireProbabilities(scores);
        }
        return new Cbpe(calibration, raw, oneClass(truth), EstimatedPerformance.SAME_RISK);
    }

    /// Learns what scores mean among reference cases that resemble the current ones, by their weights.
    static Cbpe fitWeighted(
            double[] scores, boolean[] truth, double[] weights, Optional<String> refusal, String assumption) {
        return new Cbpe(
                IsotonicCalibration.fit(scores, truth, weights),
                false,
                refusal.isPresent() ? refusal : oneClass(truth),
                assumption);
    }

    /// Whether scores are calibrated before they are taken for probabilities.
    public boolean isCalibrating() {
        return !raw;
    }

    /// What scores mean, learned from the reference.
    public IsotonicCalibration calibration() {
        return calibration;
    }

    /// Expected metrics of a window. A `NaN` score is missing: left out and counted.
    ///
    /// @throws IllegalArgumentException if arrays differ in length, a score is infinite or, without
    ///     calibration, not a probability, or `confidence` is not in (0, 1)
    public Map<CbpeMetric, EstimatedPerformance> estimate(
            double[] scores, boolean[] decisions, Collection<CbpeMetric> metrics, double confidence) {
        Interval.requireConfidence(confidence);
        double[] present = present(scores, decisions.length);
        Map<CbpeMetric, EstimatedPerformance> estimates = new EnumMap<>(CbpeMetric.class);
        if (present.length == 0 || refusal.isPresent()) {
            String reason = refusal.orElse("no case has a score");
            metrics.forEach(metric -> estimates.put(metric, new NotEstimable(metric.title(), reason)));
            return estimates;
        }
        long missing = (long) scores.length - present.length;
        if (metrics.stream().anyMatch(metric -> !metric.needsRanks())) {
            DecisionTotals totals = totals(scores, decisions);
            metrics.stream()
                    .filter(metric -> !metric.needsRanks())
                    .forEach(metric -> estimates.put(
                            metric, result(metric, totals.expectation(metric), confidence, missing, totals.n())));
        }
        if (metrics.stream().anyMatch(CbpeMetric::needsRanks)) {
            int n = present.length;
            var ranked = new RankedCases(present, calibration, raw);
            metrics.stream()
                    .filter(CbpeMetric::needsRanks)
                    .forEach(metric -> estimates.put(
                            metric,
                            result(
                                    metric,
                                    metric == CbpeMetric.AUROC ? ranked.auroc() : ranked.averagePrecision(),
                                    confidence,
                                    missing,
                                    n)));
        }
        return estimates;
    }

    /// One metric of a window; see [#estimate(double[], boolean[], Collection, double)].
    public EstimatedPerformance estimate(CbpeMetric metric, double[] scores, boolean[] decisions, double confidence) {
        return estimate(scores, decisions, java.util.List.of(metric), confidence)
                .getOrDefault(metric, new NotEstimable(metric.title(), "not asked for"));
    }

    /// Expected total value of a window's decisions.
    ///
    /// @throws IllegalArgumentException as [#estimate(double[], boolean[], Collection, double)]
    public EstimatedPerformance businessValue(
            double[] scores, boolean[] decisions, DecisionValues values, double confidence) {
        Interval.requireConfidence(confidence);
        int present = present(scores, decisions.length).length;
        if (present == 0 || refusal.isPresent()) {
            return new NotEstimable("business value", refusal.orElse("no case has a score"));
        }
        return totals(scores, decisions)
                .value(values)
                .estimated("business value", false, confidence, present, (long) scores.length - present, assumption);
    }

    private EstimatedPerformance result(
            CbpeMetric metric, Optional<Expectation> expectation, double confidence, long missing, double cases) {
        return expectation.isPresent()
                ? expectation
                        .get()
                        .estimated(metric.title(), !metric.isCount(), confidence, (long) cases, missing, assumption)
                : new NotEstimable(metric.title(), "no case is expected that it could be a share of");
    }

    DecisionTotals totals(double[] scores, boolean[] decisions) {
        var totals = new DecisionTotals(calibration);
        for (int i = 0; i < scores.length; i++) {
            if (Double.isNaN(scores[i])) {
                continue;
            }
            if (raw) {
                totals.add(scores[i], decisions[i], scores[i]);
            } else {
                totals.add(scores[i], decisions[i]);
            }
        }
        return totals;
    }

    private double[] present(double[] scores, int decisions) {
        if (scores.length != decisions) {
            throw new IllegalArgumentException(scores.length + " scores for " + decisions + " decisions");
        }
        double[] present = new double[scores.length];
        int size = 0;
        for (int i = 0; i < scores.length; i++) {
            if (Double.isInfinite(scores[i])) {
                throw new IllegalArgumentException("scores[" + i + "] is " + scores[i]);
            }
            if (!Double.isNaN(scores[i])) {
                present[size++] = scores[i] + 0.0;
            }
        }
        if (raw) {
            requireProbabilities(present);
        }
        return size == present.length ? present : Arrays.copyOf(present, size);
    }

    private static Optional<String> oneClass(boolean[] truth) {
        boolean seenTrue = false;
        boolean seenFalse = false;
        for (boolean label : truth) {
            seenTrue |= label;
            seenFalse |= !label;
        }
        return seenTrue && seenFalse
                ? Optional.empty()
                : Optional.of("the reference has only " + (seenTrue ? "positive" : "negative") + " cases");
    }

    private static void requireProbabilities(double[] scores) {
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] < 0 || scores[i] > 1) {
                throw new IllegalArgumentException(
                        "scores[" + i + "] is " + scores[i] + ", no probability, and is not to be calibrated");
            }
        }
    }
}
