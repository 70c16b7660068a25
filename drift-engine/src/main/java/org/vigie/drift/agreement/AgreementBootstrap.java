package org.vigie.drift.agreement;

import java.util.Optional;
import java.util.function.Function;
import org.vigie.drift.interval.Interval;
import org.vigie.drift.interval.PatientBootstrap;

/// Percentile bootstrap over cases, for any coefficient of agreement.
///
/// Cases are drawn with replacement and with all their answers; the readers stay the same. Samples in which the
/// coefficient is not defined (all answers alike) are left out; when they are more than one in ten, or all samples
/// give one value, there is no interval ([PatientBootstrap]).
///
/// ## Sources
///
/// 1. Efron, B., & Tibshirani, R. J. (1993). *An Introduction to the Bootstrap.* Chapman & Hall, chapter 13.
public final class AgreementBootstrap {

    private AgreementBootstrap() {}

    /// @param coefficient such as `KrippendorffAlpha.ORDINAL::of`; called from several threads at once
    /// @param replicates bootstrap samples, at least 100
    /// @param seed the same seed gives the same interval
    /// @throws IllegalArgumentException if `confidence` is not in (0, 1), or `replicates` is below 100
    public static Optional<Interval> interval(
            Ratings ratings,
            Function<? super Ratings, ? extends Agreement> coefficient,
            double confidence,
            int replicates,
            long seed) {
        return PatientBootstrap.ofIndependentRows(ratings.size(), replicates, seed)
                .estimate(
                        cases -> coefficient
                                .apply(ratings.drawn(cases))
                                .estimate()
                                .orElse(Double.NaN),
                        PatientBootstrap.Method.PERCENTILE,
                        confidence)
                .interval();
    }
}
