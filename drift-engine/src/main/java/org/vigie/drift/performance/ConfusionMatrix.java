package org.vigie.drift.performance;

import org.vigie.drift.interval.Proportion;

/// A model's decisions against the reference standard.
///
/// ## Definition
///
/// ```text
///                      reference positive    reference negative
/// decision positive    truePositives         falsePositives
/// decision negative    falseNegatives        trueNegatives
///
/// sensitivity = TP / (TP + FN)    specificity = TN / (TN + FP)
/// PPV         = TP / (TP + FP)    NPV         = TN / (TN + FN)
/// ```
///
/// ## Reading the value
///
/// Sensitivity and specificity do not depend on the prevalence among the cases; the predictive values
/// do. For another prevalence see [PredictiveValues].
public record ConfusionMatrix(long truePositives, long falsePositives, long falseNegatives, long trueNegatives) {

    public ConfusionMatrix {
        if (truePositives < 0 || falsePositives < 0 || falseNegatives < 0 || trueNegatives < 0) {
            throw new IllegalArgumentException("negative count in " + truePositives + ", " + falsePositives + ", "
                    + falseNegatives + ", " + trueNegatives);
        }
    }

    /// @throws IllegalArgumentException if the arrays differ in length
    public static ConfusionMatrix of(boolean[] decisions, boolean[] reference) {
        if (decisions.length != reference.length) {
            throw new IllegalArgumentException(
                    decisions.length + " decisions for " + reference.length + " reference standards");
        }
        long truePositives = 0;
        long falsePositives = 0;
        long falseNegatives = 0;
        long trueNegatives = 0;
        for (int i = 0; i < decisions.length; i++) {
            if (decisions[i]) {
                if (reference[i]) {
                    truePositives++;
                } else {
                    falsePositives++;
                }
            } else if (reference[i]) {
                falseNegatives++;
            } else {
                trueNegatives++;
            }
        }
        return new ConfusionMatrix(truePositives, falsePositives, falseNegatives, trueNegatives);
    }

    public long total() {
        return truePositives + falsePositives + falseNegatives + trueNegatives;
    }

    public Proportion sensitivity() {
        return new Proportion(truePositives, truePositives + falseNegatives);
    }

    public Proportion specificity() {
        return new Proportion(trueNegatives, trueNegatives + falsePositives);
    }

    /// PPV at the prevalence among these cases.
    public Proportion positivePredictiveValue() {
        return new Proportion(truePositives, truePositives + falsePositives);
    }

    /// NPV at the prevalence among these cases.
    public Proportion negativePredictiveValue() {
        return new Proportion(trueNegatives, trueNegatives + falseNegatives);
    }

    /// Share of cases that are positive by the reference standard.
    public Proportion prevalence() {
        return new Proportion(truePositives + falseNegatives, total());
    }

    public Proportion accuracy() {
        return new Proportion(truePositives + trueNegatives, total());
    }
}
