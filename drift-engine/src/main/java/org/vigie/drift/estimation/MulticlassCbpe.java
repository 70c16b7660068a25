package org.vigie.drift.estimation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vigie.drift.estimation.EstimatedPerformance.NotEstimable;
import org.vigie.drift.interval.Interval;

/// CBPE for models that choose one of several classes: macro averages of one class against the rest.
///
/// ## Definition
///
/// The score of each class is calibrated on its own against the rest, as [Cbpe] does, and the calibrated
/// probabilities of a case are divided by their sum. The metric of each class is expected as in [Cbpe] with
/// these probabilities and the decision "this class"; the estimate is their mean. Accuracy is the mean probability
/// of the class that was chosen.
///
/// ## Reading the value
///
/// Each class counts the same, however rare. A class that the reference does not show is named, and nothing is
/// estimated.
///
/// ## Where this differs from the usual formula
///
/// The error of the mean takes the classes' errors as fully dependent (their errors are averaged, not their
/// variances): the classes share their cases, so this is the safe side. The division by the sum is taken as given.
///
/// ## Sources
///
/// 1. NannyML 0.13, `performance_estimation/confidence_based`, multiclass form.
public final class MulticlassCbpe {

    private final List<String> classes;
    private final List<IsotonicCalibration> calibrations;
    private final Optional<String> refusal;

    private MulticlassCbpe(List<String> classes, List<IsotonicCalibration> calibrations, Optional<String> refusal) {
        this.classes = classes;
        this.calibrations = calibrations;
        this.refusal = refusal;
    }

    /// @param classes their names, at least two
    /// @param scores for each case the score of each class
    /// @param truth for each case the place of its class
    /// @throws IllegalArgumentException if sizes differ, there is no case, a score is not finite, or a place
    ///     is none
    public static MulticlassCbpe fit(List<String> classes, double[][] scores, int[] truth) {
        if (classes.size() < 2 || scores.length != truth.length) {
            throw new IllegalArgumentException(
                    classes.size() + " classes, " + scores.length + " cases, " + truth.length + " labels");
        }
        List<IsotonicCalibration> calibrations = new ArrayList<>();
        Optional<String> refusal = Optional.empty();
        for (int k = 0; k < classes.size(); k++) {
            boolean[] isClass = new boolean[truth.length];
            int seen = 0;
            for (int i = 0; i < truth.length; i++) {
                if (truth[i] < 0 || truth[i] >= classes.size()) {
                    throw new IllegalArgumentException("truth[" + i + "] is " + truth[i] + ", no class");
                }
                isClass[i] = truth[i] == k;
                seen += isClass[i] ? 1 : 0;
            }
            calibrations.add(IsotonicCalibration.fit(column(scores, k, classes.size()), isClass));
            if (seen == 0 && refusal.isEmpty()) {
                refusal = Optional.of("the reference has no case of class '" + classes.get(k) + "'");
            }
        }
        return new MulticlassCbpe(List.copyOf(classes), calibrations, refusal);
    }

    /// Expected macro average of a metric; for [CbpeMetric#ACCURACY] the share of cases decided rightly.
    ///
    /// @param decisions for each case the place of the class the model chose
    /// @throws IllegalArgumentException if sizes differ, a score is not finite, a decision is no class, the
    ///     metric is a count, or `confidence` is not in (0, 1)
    public EstimatedPerformance estimate(CbpeMetric metric, double[][] scores, int[] decisions, double confidence) {
        Interval.requireConfidence(confidence);
        if (metric.isCount()) {
            throw new IllegalArgumentException(metric.title() + " have no macro average");
        }
        if (scores.length != decisions.length) {
            throw new IllegalArgumentException(scores.length + " cases for " + decisions.length + " decisions");
        }
        String name = (metric == CbpeMetric.ACCURACY ? "" : "macro ") + metric.title();
        if (refusal.isPresent() || scores.length == 0) {
            return new NotEstimable(name, refusal.orElse("no cases"));
        }
        double[][] probabilities = probabilities(scores);
        List<Expectation> expectations = new ArrayList<>();
        for (int k = 0; k < classes.size(); k++) {
            Optional<Expectation> one = metric == CbpeMetric.ACCURACY
                    ? Optional.of(chosen(scores, probabilities, decisions, k))
                    : ofClass(metric, scores, probabilities, decisions, k);
            if (one.isEmpty()) {
                return new NotEstimable(
                        name, "no case is expected that it could be a share of for class '" + classes.get(k) + "'");
            }
            expectations.add(one.get());
        }
        Expectation expectation =
                metric == CbpeMetric.ACCURACY ? summed(expectations, scores.length) : mean(expectations);
        return expectation.estimated(name, true, confidence, scores.length, 0, EstimatedPerformance.SAME_RISK);
    }

    /// Calibrated probabilities of each case, summing to 1; equal ones where every calibrated score is 0.
    public double[][] probabilities(double[][] scores) {
        int k = classes.size();
        double[][] probabilities = new double[scores.length][k];
        for (int c = 0; c < k; c++) {
            double[] column = column(scores, c, k);
            for (int i = 0; i < column.length; i++) {
                if (!Double.isFinite(column[i])) {
                    throw new IllegalArgumentException("scores[" + i + "][" + c + "] is " + column[i]);
                }
                probabilities[i][c] = calibrations.get(c).calibrate(column[i]);
            }
        }
        for (double[] one : probabilities) {
            double sum = Arrays.stream(one).sum();
            for (int c = 0; c < k; c++) {
                one[c] = sum > 0 ? one[c] / sum : 1.0 / k;
            }
        }
        return probabilities;
    }

    private Optional<Expectation> ofClass(
            CbpeMetric metric, double[][] scores, double[][] probabilities, int[] decisions, int k) {
        if (metric.needsRanks()) {
            var ranked = new RankedCases(
                    column(scores, k, classes.size()), column(probabilities, k, classes.size()), calibrations.get(k));
            return metric == CbpeMetric.AUROC ? ranked.auroc() : ranked.averagePrecision();
        }
        return totals(scores, probabilities, decisions, k).expectation(metric);
    }

    /// Share of all cases that are of class k and were called so.
    private Expectation chosen(double[][] scores, double[][] probabilities, int[] decisions, int k) {
        Expectation count = totals(scores, probabilities, decisions, k)
                .expectation(CbpeMetric.TRUE_POSITIVES)
                .orElseThrow();
        double n = decisions.length;
        return new Expectation(
                count.value() / n, count.samplingVariance() / (n * n), count.calibrationVariance() / (n * n), n);
    }

    private DecisionTotals totals(double[][] scores, double[][] probabilities, int[] decisions, int k) {
        var totals = new DecisionTotals(calibrations.get(k));
        for (int i = 0; i < decisions.length; i++) {
            if (decisions[i] < 0 || decisions[i] >= classes.size()) {
                throw new IllegalArgumentException("decisions[" + i + "] is " + decisions[i] + ", no class");
            }
            totals.add(scores[i][k], decisions[i] == k, probabilities[i][k]);
        }
        return totals;
    }

    private static Expectation summed(List<Expectation> classes, double n) {
        double value = classes.stream().mapToDouble(Expectation::value).sum();
        double deviation = classes.stream()
                .mapToDouble(one -> Math.sqrt(one.calibrationVariance()))
                .sum();
        return new Expectation(value, value * (1 - value) / n, deviation * deviation, n);
    }

    private static Expectation mean(List<Expectation> classes) {
        double k = classes.size();
        double sampling = classes.stream()
                        .mapToDouble(one -> Math.sqrt(one.samplingVariance()))
                        .sum()
                / k;
        double calibration = classes.stream()
                        .mapToDouble(one -> Math.sqrt(one.calibrationVariance()))
                        .sum()
                / k;
        return new Expectation(
                classes.stream().mapToDouble(Expectation::value).sum() / k,
                sampling * sampling,
                calibration * calibration,
                classes.stream().mapToDouble(Expectation::relevant).min().orElse(1));
    }

    private static double[] column(double[][] rows, int column, int width) {
        double[] values = new double[rows.length];
        for (int i = 0; i < values.length; i++) {
            if (rows[i].length != width) {
                throw new IllegalArgumentException(
                        "case " + i + " has " + rows[i].length + " scores for " + width + " classes");
            }
            values[i] = rows[i][column];
        }
        return values;
    }
}
