package org.vigie.drift.performance;

import java.util.OptionalDouble;
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
/// F1          = 2TP / (2TP + FP + FN)
/// MCC         = (TP·TN − FP·FN) / √((TP + FP)(TP + FN)(TN + FP)(TN + FN))
/// Youden's J  = sensitivity + specificity − 1
/// ```
///
/// ## Reading the value
///
/// Sensitivity and specificity do not depend on the prevalence among the cases; the predictive values
/// do. For another prevalence see [PredictiveValues]. F1 and the MCC depend on the prevalence too and mix
/// both kinds of error; neither replaces sensitivity and specificity.
///
/// ## Edge cases
///
/// A share of no cases has no estimate. F1 is absent without a true positive, false positive or false negative; the
/// MCC is absent when a row or a column of the table is empty (0/0), where other libraries answer 0.
///
/// ## Sources
///
/// 1. Matthews, B. W. (1975). *Comparison of the predicted and observed secondary structure of T4 phage lysozyme.*
///    Biochimica et Biophysica Acta 405(2), 442–451. doi:10.1016/0005-2795(75)90109-9
/// 2. Youden, W. J. (1950). *Index for rating diagnostic tests.* Cancer 3(1), 32–35.
///    doi:10.1002/1097-0142(1950)3:1<32::AID-CNCR2820030106>3.0.CO;2-3
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

    /// Harmonic mean of PPV and sensitivity.
    public OptionalDouble f1() {
        double weight = 2.0 * truePositives + falsePositives + falseNegatives;
        return weight == 0 ? OptionalDouble.empty() : OptionalDouble.of(2.0 * truePositives / weight);
    }

    /// Matthews' correlation of decision and reference standard, in [−1, 1].
    public OptionalDouble mcc() {
        double margins = Math.sqrt((double) truePositives + falsePositives)
                * Math.sqrt((double) truePositives + falseNegatives)
                * Math.sqrt((double) trueNegatives + falsePositives)
                * Math.sqrt((double) trueNegatives + falseNegatives);
        return margins == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.clamp(
                        ((double) truePositives * trueNegatives - (double) falsePositives * falseNegatives) / margins,
                        -1,
                        1));
    }

    /// Youden's J, in [−1, 1]; 0 for a model that says nothing.
    public OptionalDouble youden() {
        OptionalDouble sensitivity = sensitivity().estimate();
        OptionalDouble specificity = specificity().estimate();
        return sensitivity.isPresent() && specificity.isPresent()
                ? OptionalDouble.of(sensitivity.getAsDouble() + specificity.getAsDouble() - 1)
                : OptionalDouble.empty();
    }

    /// How much likelier a positive decision is in a diseased case than in a healthy one.
    public LikelihoodRatio positiveLikelihoodRatio(double confidence) {
        return LikelihoodRatio.of(
                sensitivity(), new Proportion(falsePositives, specificity().trials()), confidence);
    }

    /// How much likelier a negative decision is in a diseased case than in a healthy one.
    public LikelihoodRatio negativeLikelihoodRatio(double confidence) {
        return LikelihoodRatio.of(new Proportion(falseNegatives, sensitivity().trials()), specificity(), confidence);
    }
}
