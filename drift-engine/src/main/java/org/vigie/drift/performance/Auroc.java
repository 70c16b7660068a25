package org.vigie.drift.performance;

import java.util.Optional;
import java.util.OptionalDouble;
import org.vigie.drift.interval.Interval;
import org.vigie.drift.interval.ProportionInterval;
import org.vigie.drift.interval.StandardNormal;

/// Area under the receiver operating characteristic (AUROC), with DeLong's variance.
///
/// ## Definition
///
/// ```text
/// θ = mean over all pairs of a positive score x and a negative score y of
///     1 if x > y,  ½ if x = y,  0 if x < y
///
/// var θ = s²(V₁₀)/m + s²(V₀₁)/n
///
/// V₁₀, V₀₁   for each of the m positive and n negative cases its mean over the other class
/// ```
///
/// Computed from midranks in `O(N log N)` \[2].
///
/// ## Unit and range
///
/// A probability in `[0, 1]`: that of a random positive case scoring above a random negative one; 0.5 for
/// scores that say nothing. Any strictly increasing change of scale leaves it as it is.
///
/// ## Reading the value
///
/// AUROC does not depend on prevalence nor on the decision threshold, and so says nothing about the
/// latter. There is no AUROC without at least one case of each class.
///
/// ## Where this differs from the usual formula
///
/// The usual interval, `θ ± z·√var θ`, is too narrow for few cases and an area near 1: of 20 cases and an area of
/// 0.95 it holds the truth in 73 of 100 samples. [#interval] takes it on the logit scale, where it cannot leave
/// `[0, 1]`, `logit θ ± z·√var θ / (θ(1 − θ))` \[3]; [#plainInterval] is the usual one.
///
/// Where DeLong's variance is 0 (perfect separation) or does not exist (one case of a class), the
/// usual interval would have no width. Then `min(m, n)` disjoint pairs are independent trials whose
/// probability of success is θ, and the interval is Clopper–Pearson's for the share `θ` of them (rounded
/// outwards): wide, but it covers.
///
/// ## Sources
///
/// 1. DeLong, E. R., DeLong, D. M., & Clarke-Pearson, D. L. (1988). *Comparing the areas under two or more
///    correlated receiver operating characteristic curves.* Biometrics 44(3), 837–845. doi:10.2307/2531595
/// 2. Sun, X., & Xu, W. (2014). *Fast implementation of DeLong's algorithm.* IEEE Signal Processing
///    Letters 21(11), 1389–1393. doi:10.1109/LSP.2014.2337313
///
/// 3. Pepe, M. S. (2003). *The Statistical Evaluation of Medical Tests for Classification and Prediction.* Oxford
///    University Press, section 5.2.5.
///
/// @param value the area
/// @param variance of the area; absent when a class has a single case
/// @param positives positive cases by the reference standard
/// @param negatives negative cases by the reference standard
public record Auroc(double value, OptionalDouble variance, long positives, long negatives) {

    /// AUROC of scores against the reference standard; absent when a class has no case.
    ///
    /// @throws IllegalArgumentException if the arrays differ in length or a score is not finite, naming its index
    public static Optional<Auroc> of(double[] scores, boolean[] reference) {
        ScoredCases cases = ScoredCases.of(scores, reference);
        if (cases.isEmptyOnOneSide()) {
            return Optional.empty();
        }
        DeLongComponents components = DeLongComponents.of(cases.positives, cases.negatives);
        double variance = components.covariance(components);
        return Optional.of(new Auroc(
                components.auroc(),
                Double.isNaN(variance) ? OptionalDouble.empty() : OptionalDouble.of(variance),
                cases.positives.length,
                cases.negatives.length));
    }

    /// Interval of the area, on the logit scale; within [0, 1].
    ///
    /// @throws IllegalArgumentException if `confidence` is not in (0, 1)
    public Interval interval(double confidence) {
        double known = variance.orElse(0);
        if (known <= 0 || value <= 0 || value >= 1) {
            return ofDisjointPairs(confidence);
        }
        double half = StandardNormal.twoSided(confidence) * Math.sqrt(known) / (value * (1 - value));
        double logit = Math.log(value / (1 - value));
        return new Interval(1 / (1 + Math.exp(half - logit)), 1 / (1 + Math.exp(-half - logit)), confidence);
    }

    /// The interval that other tools print, symmetric and cut off at 0 and 1, for comparison with them.
    ///
    /// @throws IllegalArgumentException if `confidence` is not in (0, 1)
    public Interval plainInterval(double confidence) {
        double known = variance.orElse(0);
        if (known <= 0) {
            return ofDisjointPairs(confidence);
        }
        double half = StandardNormal.twoSided(confidence) * Math.sqrt(known);
        return new Interval(Math.max(0, value - half), Math.min(1, value + half), confidence);
    }

    private Interval ofDisjointPairs(double confidence) {
        double pairs = (double) Math.min(positives, negatives);
        double lower = ProportionInterval.CLOPPER_PEARSON
                .of(Math.floor(value * pairs), pairs, confidence)
                .lower();
        double upper = ProportionInterval.CLOPPER_PEARSON
                .of(Math.ceil(value * pairs), pairs, confidence)
                .upper();
        return new Interval(lower, upper, confidence);
    }
}
