package org.vigie.drift.agreement;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.TDistribution;
import org.vigie.drift.interval.Interval;

/// Agreement of any number of readers, with gaps: per cent, Fleiss' κ, Gwet's AC1 and AC2, Brennan–Prediger.
///
/// ## Definition
///
/// ```text
/// (pₐ − pₑ)/(1 − pₑ)
///
/// pₐ   mean over the cases rated at least twice of  Σₖ rᵢₖ (r*ᵢₖ − 1) / (rᵢ(rᵢ − 1)),   r*ᵢₖ = Σₗ wₖₗ rᵢₗ
/// πₖ   mean over the rated cases of rᵢₖ/rᵢ:  how often category k was chosen
/// pₑ   per cent            0
///      Fleiss' κ           Σₖₗ wₖₗ πₖ πₗ
///      Gwet's AC1, AC2     T/(q(q − 1)) · Σₖ πₖ(1 − πₖ),   T = Σₖₗ wₖₗ
///      Brennan–Prediger    T/q²
///
/// rᵢₖ readers who put case i in category k, rᵢ all its readers, q categories, w Weights
/// ```
///
/// AC1 is with identity weights, AC2 with others. With two readers and two categories Brennan–Prediger is the
/// prevalence- and bias-adjusted κ (PABAK). The standard error is Gwet's linearisation \[2]: the readers are taken as
/// given, the cases as a sample; the interval is Student's with one degree of freedom less than cases.
///
/// ## Unit and range
///
/// At most 1; 0 is chance in the sense of each coefficient; per cent agreement lies in `[0, 1]`.
///
/// ## Reading the value
///
/// Fleiss' κ falls towards 0 when one category prevails; AC1 does not. Print them side by side, with [KappaParadox].
///
/// ## Where this differs from the usual formula
///
/// Fleiss' κ is defined for cases with equally many readers; this is Gwet's form for gaps, equal to it without. Where
/// chance agreement is 1 (Fleiss' κ, one category used) or there is one category (AC1), the answer is undefined.
///
/// ## Sources
///
/// 1. Fleiss, J. L. (1971). *Measuring nominal scale agreement among many raters.* Psychological Bulletin 76(5),
///    378–382. doi:10.1037/h0031619
/// 2. Gwet, K. L. (2008). *Computing inter-rater reliability and its variance in the presence of high agreement.*
///    British Journal of Mathematical and Statistical Psychology 61(1), 29–48. doi:10.1348/000711006X126600
/// 3. Gwet, K. L. (2014). *Handbook of Inter-Rater Reliability*, 4th edition. Advanced Analytics.
/// 4. Brennan, R. L., & Prediger, D. J. (1981). *Coefficient kappa: some uses, misuses, and alternatives.*
///    Educational and Psychological Measurement 41(3), 687–699. doi:10.1177/001316448104100307
public enum MultiReaderAgreement {
    PERCENT("per cent agreement"),
    FLEISS_KAPPA("Fleiss' κ"),
    GWET_AC("Gwet's AC1"),
    BRENNAN_PREDIGER("Brennan–Prediger coefficient");

    private final String title;

    MultiReaderAgreement(String title) {
        this.title = title;
    }

    /// The coefficient with its interval.
    ///
    /// @throws IllegalArgumentException if `confidence` is not in (0, 1)
    public Agreement of(Ratings ratings, Weights weights, double confidence) {
        Interval.requireConfidence(confidence);
        String name = name(weights);
        Optional<String> undefined = undefined(ratings);
        if (undefined.isPresent()) {
            return new Agreement.Undefined(name, undefined.get());
        }
        CaseShares shares = CaseShares.of(ratings, weights);
        double chance = chance(shares);
        if (chance >= 1 - 1e-12) {
            return new Agreement.Undefined(name, "one category only was used, so chance agreement is 1");
        }
        double value = (shares.observed() - chance) / (1 - chance);
        int n = shares.rated();
        if (n < 2) {
            return new Agreement.Estimated(
                    name,
                    value,
                    shares.observed(),
                    chance,
                    OptionalDouble.empty(),
                    Optional.empty(),
                    shares.pairable());
        }
        double se = standardError(shares, value, chance);
        double half = TDistribution.of(n - 1).inverseSurvivalProbability((1 - confidence) / 2) * se;
        double least = this == PERCENT ? 0 : -1;
        return new Agreement.Estimated(
                name,
                value,
                shares.observed(),
                chance,
                OptionalDouble.of(se),
                Optional.of(new Interval(
                        Math.max(Math.min(least, value), value - half), Math.min(1, value + half), confidence)),
                shares.pairable());
    }

    private String name(Weights weights) {
        return weights.named(this == GWET_AC && weights != Weights.IDENTITY ? "Gwet's AC2" : title);
    }

    private Optional<String> undefined(Ratings ratings) {
        if (ratings.readers() < 2) {
            return Optional.of("it compares at least two readers, there is " + ratings.readers());
        }
        if (ratings.pairable() == 0) {
            return Optional.of("no case was rated by two readers");
        }
        if (this != PERCENT && ratings.categories().size() < 2) {
            return Optional.of("there is one category only");
        }
        return Optional.empty();
    }

    private double chance(CaseShares shares) {
        int q = shares.categories();
        return switch (this) {
            case PERCENT -> 0;
            case FLEISS_KAPPA -> shares.expectedByMargins();
            case GWET_AC -> shares.weightSum() / (q * (q - 1.0)) * shares.variety();
            case BRENNAN_PREDIGER -> shares.weightSum() / ((double) q * q);
        };
    }

    private double standardError(CaseShares shares, double value, double chance) {
        int n = shares.rated();
        int q = shares.categories();
        double ratio = (double) n / shares.pairable();
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double own = shares.isPairable(i) ? ratio * (shares.observed(i) - chance) / (1 - chance) : 0;
            double chanceOfCase = switch (this) {
                case PERCENT, BRENNAN_PREDIGER -> chance;
                case FLEISS_KAPPA -> shares.expectedByMargins(i);
                case GWET_AC -> shares.weightSum() / (q * (q - 1.0)) * shares.variety(i);
            };
            double influence = own - 2 * (1 - value) * (chanceOfCase - chance) / (1 - chance);
            sum += (influence - value) * (influence - value);
        }
        return Math.sqrt(sum / ((double) n * (n - 1)));
    }
}
