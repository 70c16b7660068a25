package org.vigie.drift.verification;

import java.util.List;
import java.util.Optional;
import org.vigie.drift.interval.Interval;
import org.vigie.drift.interval.Proportion;

/// Sensitivity and specificity corrected for verification that depended on the model's decision (Begg and Greenes).
///
/// ## Definition
///
/// ```text
/// vₜₛ  share with the condition among the verified cases of decision t and stratum s
/// nₜₛ  all cases of that decision and stratum, verified or not; N their sum
///
/// sensitivity = Σₛ n₁ₛ v₁ₛ / Σₜₛ nₜₛ vₜₛ        specificity = Σₛ n₀ₛ (1 − v₀ₛ) / Σₜₛ nₜₛ (1 − vₜₛ)
///
/// var logit sensitivity = Σₛ n₁ₛ v₁ₛ²/A² + Σₛ n₀ₛ v₀ₛ²/B² + Σₛ n₁ₛ² var v₁ₛ/A² + Σₛ n₀ₛ² var v₀ₛ/B²
/// A = Σₛ n₁ₛ v₁ₛ,  B = Σₛ n₀ₛ v₀ₛ,  var v = v(1 − v)/verified cases
/// ```
///
/// With one stratum per decision the variance is that of \[1]: `N/n₁n₀ + (1 − v₁)/(v₁V₁) + (1 − v₀)/(v₀V₀)` on the
/// scale of the logarithmic odds, on which the interval is set \[2].
///
/// ## Unit and range
///
/// Proportions in `[0, 1]`.
///
/// ## Reading the value
///
/// Right if, among the cases of one stratum, being verified has nothing to do with the condition. If readers verified
/// what looked suspicious to them, it is not: see [TippingPoint] for how wrong it may be. Where inclusion
/// probabilities are known by design, [InverseProbability] needs no such assumption.
///
/// ## Where this differs from the usual formula
///
/// A stratum with cases and no verified one makes the answer inconclusive and is named; others drop it, as if nobody in
/// it had the condition. Where no case speaks against (a corrected value of 0 or 1, whose variance is 0) the interval
/// is computed with half a case added to both verified counts of each stratum; where one decision was never made it is
/// Clopper–Pearson's of the verified cases.
///
/// ## Sources
///
/// 1. Begg, C. B., & Greenes, R. A. (1983). *Assessment of diagnostic tests when disease verification is subject to
///    selection bias.* Biometrics 39(1), 207–215. doi:10.2307/2530820
/// 2. Zhou, X.-H. (1998). *Correcting for verification bias in studies of a diagnostic test's accuracy.*
///    Statistical Methods in Medical Research 7(4), 337–353. doi:10.1177/096228029800700403
public final class BeggGreenes {

    static final String METHOD =
            "Begg–Greenes: within each stratum, cases were verified without regard to the condition";

    private BeggGreenes() {}

    /// Correction from one 2 × 2 table of verified cases and the unverified of either decision.
    ///
    /// @throws IllegalArgumentException if a count is negative, or `confidence` is not in (0, 1)
    public static CorrectedAccuracy correct(
            long truePositives,
            long falsePositives,
            long falseNegatives,
            long trueNegatives,
            long unverifiedPositive,
            long unverifiedNegative,
            double confidence) {
        return correct(
                List.of(
                        new VerificationStratum(
                                "decision positive", true, truePositives, falsePositives, unverifiedPositive),
                        new VerificationStratum(
                                "decision negative", false, falseNegatives, trueNegatives, unverifiedNegative)),
                confidence);
    }

    /// Correction over strata of decision and recorded circumstances.
    ///
    /// @throws IllegalArgumentException if `confidence` is not in (0, 1)
    public static CorrectedAccuracy correct(List<VerificationStratum> strata, double confidence) {
        Interval.requireConfidence(confidence);
        long verified = 0;
        long cases = 0;
        long truePositives = 0;
        long falseNegatives = 0;
        long trueNegatives = 0;
        long falsePositives = 0;
        for (VerificationStratum stratum : strata) {
            verified += stratum.verified();
            cases += stratum.cases();
            if (stratum.decision()) {
                truePositives += stratum.withCondition();
                falsePositives += stratum.withoutCondition();
            } else {
                falseNegatives += stratum.withCondition();
                trueNegatives += stratum.withoutCondition();
            }
        }
        return new CorrectedAccuracy(
                METHOD,
                verified,
                cases,
                new BiasCorrection(
                        "sensitivity",
                        new Proportion(truePositives, truePositives + falseNegatives),
                        share(strata, true, confidence)),
                new BiasCorrection(
                        "specificity",
                        new Proportion(trueNegatives, trueNegatives + falsePositives),
                        share(strata, false, confidence)),
                prevalence(strata, cases, confidence));
    }

    /// Share rightly decided among the cases that have the condition, or among those that have not.
    private static CorrectedEstimate share(List<VerificationStratum> strata, boolean condition, double confidence) {
        Optional<CorrectedEstimate> refusal = refusal(strata);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Odds odds = Odds.of(strata, condition, 0);
        if (odds.right + odds.wrong == 0) {
            return new CorrectedEstimate.Inconclusive(
                    condition ? "no verified case has the condition" : "every verified case has the condition");
        }
        double value = odds.right / (odds.right + odds.wrong);
        double spread = value * (1 - value);
        boolean extreme = odds.right == 0 || odds.wrong == 0;
        Odds used = extreme ? Odds.of(strata, condition, 0.5) : odds;
        Interval interval = used.right == 0 || used.wrong == 0
                ? ofVerified(strata, condition, confidence)
                : LogitInterval.of(used.right / (used.right + used.wrong), used.logitVariance, confidence);
        return new CorrectedEstimate.Estimated(
                value,
                extreme ? 0 : spread * spread * odds.logitVariance,
                new Interval(
                        value == 0 ? 0 : Math.min(interval.lower(), value),
                        value == 1 ? 1 : Math.max(interval.upper(), value),
                        confidence));
    }

    /// One of the decisions was never made: only the number of verified cases sets the width.
    private static Interval ofVerified(List<VerificationStratum> strata, boolean condition, double confidence) {
        long right = 0;
        long all = 0;
        for (VerificationStratum stratum : strata) {
            long members = condition ? stratum.withCondition() : stratum.withoutCondition();
            all += members;
            right += stratum.decision() == condition ? members : 0;
        }
        return new Proportion(right, all).clopperPearson(confidence);
    }

    private static CorrectedEstimate prevalence(List<VerificationStratum> strata, long cases, double confidence) {
        Optional<CorrectedEstimate> refusal = refusal(strata);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        double value = expected(strata, cases, 0);
        boolean extreme = value == 0 || value == 1;
        double used = extreme ? expected(strata, cases, 0.5) : value;
        double variance = 0;
        for (VerificationStratum stratum : strata) {
            if (stratum.cases() > 0) {
                double half = extreme ? 0.5 : 0;
                double rate = (stratum.withCondition() + half) / (stratum.verified() + 2 * half);
                double weight = (double) stratum.cases() / cases;
                variance += weight * (rate - used) * (rate - used) / cases
                        + weight * weight * rate * (1 - rate) / (stratum.verified() + 2 * half);
            }
        }
        double spread = used * (1 - used);
        Interval interval = LogitInterval.of(used, variance / (spread * spread), confidence);
        return new CorrectedEstimate.Estimated(
                value,
                extreme ? 0 : variance,
                new Interval(value == 0 ? 0 : interval.lower(), value == 1 ? 1 : interval.upper(), confidence));
    }

    private static double expected(List<VerificationStratum> strata, long cases, double half) {
        double sum = 0;
        for (VerificationStratum stratum : strata) {
            if (stratum.cases() > 0) {
                sum += stratum.cases() * (stratum.withCondition() + half) / (stratum.verified() + 2 * half);
            }
        }
        return sum / cases;
    }

    private static Optional<CorrectedEstimate> refusal(List<VerificationStratum> strata) {
        for (VerificationStratum stratum : strata) {
            if (stratum.isDark()) {
                return Optional.of(new CorrectedEstimate.Inconclusive(
                        "stratum '" + stratum.name() + "' has " + stratum.unverified() + " cases and no verified one"));
            }
        }
        if (strata.stream().mapToLong(VerificationStratum::cases).sum() == 0) {
            return Optional.of(new CorrectedEstimate.Inconclusive("no cases"));
        }
        return Optional.empty();
    }

    /// Expected cases rightly and wrongly decided among those with (without) the condition.
    private record Odds(double right, double wrong, double logitVariance) {

        static Odds of(List<VerificationStratum> strata, boolean condition, double half) {
            double[] sums = new double[2];
            double[] squares = new double[2];
            for (VerificationStratum stratum : strata) {
                if (stratum.cases() > 0) {
                    double verified = stratum.verified() + 2 * half;
                    double rate =
                            ((condition ? stratum.withCondition() : stratum.withoutCondition()) + half) / verified;
                    double n = stratum.cases();
                    int side = stratum.decision() == condition ? 0 : 1;
                    sums[side] += n * rate;
                    squares[side] += n * rate * rate + n * n * rate * (1 - rate) / verified;
                }
            }
            return new Odds(sums[0], sums[1], squares[0] / (sums[0] * sums[0]) + squares[1] / (sums[1] * sums[1]));
        }
    }
}
