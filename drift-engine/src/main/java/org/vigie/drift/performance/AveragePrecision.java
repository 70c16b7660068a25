package org.vigie.drift.performance;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.vigie.drift.window.Sorted;

/// Average precision: mean PPV over the thresholds, weighted by the sensitivity each adds.
///
/// ## Definition
///
/// ```text
/// AP = Σ (Rₖ − Rₖ₋₁) Pₖ      over the distinct scores, highest first; Pₖ, Rₖ: PPV and sensitivity at that
/// threshold
/// ```
///
/// ## Unit and range
///
/// In `(0, 1]`; the prevalence for scores that say nothing (all tied: exactly the prevalence).
///
/// ## Reading the value
///
/// It depends on the prevalence: compare only on the same cases. There is none without a positive case; without
/// a negative one it is 1. Intervals: [org.vigie.drift.interval.PatientBootstrap].
///
/// ## Where this differs from the usual formula
///
/// Tied scores are one threshold, and nothing is interpolated: the trapezoid under the precision–recall curve
/// is too optimistic \[1].
///
/// ## Sources
///
/// 1. Davis, J., & Goadrich, M. (2006). *The relationship between precision–recall and ROC curves.* ICML, 233–240.
///    doi:10.1145/1143844.1143874
public final class AveragePrecision {

    private AveragePrecision() {}

    /// @throws IllegalArgumentException if the arrays differ in length or a score is not finite, naming its index
    public static OptionalDouble of(double[] scores, boolean[] reference) {
        ScoredCases cases = ScoredCases.of(scores, reference);
        double[] positives = cases.positives.clone();
        double[] negatives = cases.negatives.clone();
        int m = positives.length;
        if (m == 0) {
            return OptionalDouble.empty();
        }
        Arrays.sort(positives);
        Arrays.sort(negatives);
        double sum = 0;
        int end = m;
        while (end > 0) {
            double threshold = positives[end - 1];
            int start = Sorted.below(positives, threshold);
            double right = m - start;
            double wrong = negatives.length - Sorted.below(negatives, threshold);
            sum += (end - start) * right / (right + wrong);
            end = start;
        }
        return OptionalDouble.of(sum / m);
    }
}
