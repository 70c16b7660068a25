package org.vigie.drift.performance;

import java.util.Arrays;
import java.util.Optional;
import org.vigie.drift.window.Sorted;

/// Area under the part of the ROC curve that matters, also in McClish's standardised form.
///
/// ## Definition
///
/// ```text
/// area           of the ROC curve (straight between its points) above the range of 1 − specificity
/// standardised   ½ (1 + (area − min)/(max − min))      min: of the diagonal, max: of the full strip
/// ```
///
/// The range of sensitivity instead takes the area to the right of the curve within that range of heights.
///
/// ## Unit and range
///
/// Area in `[0, max]`; standardised ½ for scores that say nothing and 1 for perfect ones; below ½ where the
/// curve falls below the diagonal. Over the whole range both are the AUROC.
///
/// ## Reading the value
///
/// For screening at a specificity of 0.9 and more, say. Choose the range before seeing the scores. There is
/// none without both kinds of case. Intervals: [org.vigie.drift.interval.PatientBootstrap].
///
/// ## Sources
///
/// 1. McClish, D. K. (1989). *Analyzing a portion of the ROC curve.* Medical Decision Making 9(3), 190–195.
///    doi:10.1177/0272989X8900900307
///
/// @param area not standardised
/// @param standardised McClish's form
public record PartialAuroc(double area, double standardised) {

    /// Over specificities `from … to`.
    ///
    /// @return nothing when a class has no case
    /// @throws IllegalArgumentException if not `0 ≤ from < to ≤ 1`, the arrays differ in length or a score is
    ///     not finite, naming its index
    public static Optional<PartialAuroc> overSpecificity(double[] scores, boolean[] reference, double from, double to) {
        requireRange(from, to);
        ScoredCases cases = ScoredCases.of(scores, reference);
        return cases.isEmptyOnOneSide()
                ? Optional.empty()
                : Optional.of(over(cases.positives.clone(), cases.negatives.clone(), 1 - to, 1 - from));
    }

    /// Over sensitivities `from … to`.
    ///
    /// @return nothing when a class has no case
    /// @throws IllegalArgumentException as for [#overSpecificity]
    public static Optional<PartialAuroc> overSensitivity(double[] scores, boolean[] reference, double from, double to) {
        requireRange(from, to);
        ScoredCases cases = ScoredCases.of(scores, reference);
        if (cases.isEmptyOnOneSide()) {
            return Optional.empty();
        }
        // exchanging the classes and the sign of the score turns sensitivity into specificity
        double[] positives = Arrays.stream(cases.negatives).map(x -> 0 - x).toArray();
        double[] negatives = Arrays.stream(cases.positives).map(x -> 0 - x).toArray();
        return Optional.of(over(positives, negatives, 1 - to, 1 - from));
    }

    private static PartialAuroc over(double[] positives, double[] negatives, double low, double high) {
        Arrays.sort(positives);
        Arrays.sort(negatives);
        double m = positives.length;
        double n = negatives.length;
        double area = 0;
        double x = 0;
        double y = 0;
        int end = negatives.length;
        int endPositive = positives.length;
        while (end > 0 || endPositive > 0) {
            double threshold = Math.max(
                    end > 0 ? negatives[end - 1] : Double.NEGATIVE_INFINITY,
                    endPositive > 0 ? positives[endPositive - 1] : Double.NEGATIVE_INFINITY);
            end = Sorted.below(negatives, threshold);
            endPositive = Sorted.below(positives, threshold);
            double nextX = (n - end) / n;
            double nextY = (m - endPositive) / m;
            area += strip(x, y, nextX, nextY, low, high);
            x = nextX;
            y = nextY;
        }
        double least = (high * high - low * low) / 2;
        double most = high - low;
        return new PartialAuroc(area, (1 + (area - least) / (most - least)) / 2);
    }

    /// Area below one straight piece of the curve, between `low` and `high`.
    private static double strip(double x, double y, double nextX, double nextY, double low, double high) {
        double from = Math.max(x, low);
        double to = Math.min(nextX, high);
        if (!(to > from)) {
            return 0;
        }
        double slope = (nextY - y) / (nextX - x);
        return (to - from) * (y + slope * ((from + to) / 2 - x));
    }

    private static void requireRange(double from, double to) {
        if (!(from >= 0 && from < to && to <= 1)) {
            throw new IllegalArgumentException("range " + from + " to " + to + " is not within [0, 1]");
        }
    }
}
