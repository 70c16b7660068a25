package org.vigie.drift.verification;

import java.util.Locale;
import java.util.OptionalDouble;
import org.vigie.drift.interval.Proportion;

/// The value read off the verified cases alone and the corrected one, side by side, so that the bias is seen.
///
/// @param quantity `sensitivity` or `specificity`
/// @param naive share among the verified cases
/// @param corrected share among all cases, by the stated correction
public record BiasCorrection(String quantity, Proportion naive, CorrectedEstimate corrected) {

    /// Naive minus corrected value; absent when either is.
    public OptionalDouble bias() {
        return naive.estimate().isPresent() && corrected.estimate().isPresent()
                ? OptionalDouble.of(
                        naive.estimate().getAsDouble() - corrected.estimate().getAsDouble())
                : OptionalDouble.empty();
    }

    /// One sentence for the reader of a report.
    public String sentence() {
        String ofVerified = naive.estimate().isPresent()
                ? text(naive.estimate().getAsDouble()) + " among the " + naive.trials() + " verified cases"
                : "no verified case to read it from";
        return switch (corrected) {
            case CorrectedEstimate.Estimated estimated ->
                "Corrected " + quantity + " " + text(estimated.value()) + " ("
                        + text(estimated.interval().lower()) + " to "
                        + text(estimated.interval().upper()) + "); uncorrected " + ofVerified + ".";
            case CorrectedEstimate.Inconclusive inconclusive ->
                "No corrected " + quantity + ": " + inconclusive.reason() + "; uncorrected " + ofVerified + ".";
        };
    }

    private static String text(double share) {
        return String.format(Locale.ROOT, "%.3f", share);
    }
}
