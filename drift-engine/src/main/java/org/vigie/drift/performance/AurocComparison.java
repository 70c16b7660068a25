package org.vigie.drift.performance;

import java.util.Optional;
import java.util.OptionalDouble;
import org.vigie.drift.interval.Interval;
import org.vigie.drift.interval.StandardNormal;

/// Difference of the AUROC of two models on the same cases, champion minus candidate (DeLong).
///
/// ## Definition
///
/// ```text
/// z = (θ₁ − θ₂) / √(var θ₁ + var θ₂ − 2 cov(θ₁, θ₂))
/// ```
///
/// ## Unit and range
///
/// The difference is in `[−1, 1]`; the p-value is two-sided, from the normal distribution.
///
/// ## Reading the value
///
/// Pairing matters: two models that err on the same cases differ by less than their intervals suggest.
/// Standard error and p-value are absent where the variance of the difference is 0, as for two models
/// that rank alike, or does not exist.
///
/// ## Sources
///
/// 1. DeLong, E. R., DeLong, D. M., & Clarke-Pearson, D. L. (1988). Biometrics 44(3), 837–845.
///    doi:10.2307/2531595
public record AurocComparison(
        double champion,
        double candidate,
        OptionalDouble covariance,
        OptionalDouble standardError,
        OptionalDouble z,
        OptionalDouble pValue) {

    /// Below this a variance is rounding: AUROC components are shares, of order 1.
    private static final double ROUNDING = 1e-15;

    /// @return nothing when a class has no case
    /// @throws IllegalArgumentException if the arrays differ in length or a score is not finite, naming its index
    public static Optional<AurocComparison> of(double[] champion, double[] candidate, boolean[] reference) {
        ScoredCases first = ScoredCases.of(champion, reference);
        ScoredCases second = ScoredCases.of(candidate, reference);
        if (first.isEmptyOnOneSide()) {
            return Optional.empty();
        }
        DeLongComponents a = DeLongComponents.of(first.positives, first.negatives);
        DeLongComponents b = DeLongComponents.of(second.positives, second.negatives);
        double covariance = a.covariance(b);
        double variance = a.covariance(a) + b.covariance(b) - 2 * covariance;
        OptionalDouble known = Double.isNaN(covariance) ? OptionalDouble.empty() : OptionalDouble.of(covariance);
        if (!(variance > ROUNDING)) {
            return Optional.of(new AurocComparison(
                    a.auroc(),
                    b.auroc(),
                    known,
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty()));
        }
        double error = Math.sqrt(variance);
        double z = (a.auroc() - b.auroc()) / error;
        double p = StandardNormal.twoSidedPValue(z);
        return Optional.of(new AurocComparison(
                a.auroc(), b.auroc(), known, OptionalDouble.of(error), OptionalDouble.of(z), OptionalDouble.of(p)));
    }

    /// Champion minus candidate.
    public double difference() {
        return champion - candidate;
    }

    /// Interval of the difference; absent where there is no standard error.
    public Optional<Interval> interval(double confidence) {
        Interval.requireConfidence(confidence);
        if (standardError.isEmpty()) {
            return Optional.empty();
        }
        double half = StandardNormal.twoSided(confidence) * standardError.getAsDouble();
        return Optional.of(
                new Interval(Math.max(-1, difference() - half), Math.min(1, difference() + half), confidence));
    }
}
