package org.vigie.drift.sequential;

import java.util.stream.IntStream;
import org.vigie.drift.interval.Interval;

/// Evidence against "the proportion is at least `s`", such as "sensitivity ≥ 0.85", that may be watched for ever.
///
/// ## Definition
///
/// ```text
/// E = Σ wⱼ (qⱼ/s)ᵏ ((1 − qⱼ)/(1 − s))ⁿ⁻ᵏ        over the alternatives qⱼ < s, after k successes in n trials
/// ```
///
/// ## Unit and range
///
/// A factor in `[0, ∞)`, 1 at the start; kept as its logarithm, which stays finite.
///
/// ## Reading the value
///
/// The capital of one who started with 1 and bet on the proportion being too low, at odds that are fair at the floor.
/// While the floor is kept, `P(E ever reaches 1/α) ≤ α` (Ville), whenever and however often one looks. Reaching 20 is
/// evidence as strong as `p = 0.05` of a test planned beforehand. The order of cases does not matter, only the looks:
/// a week may be entered as one pair of counts.
///
/// It answers "was the floor ever kept?" from a fixed start. A fall after years of good work has first to win
/// back what those years cost: to see a *change* use [EDetector].
///
/// ## Where this differs from the usual formula
///
/// With a floor of 0 there is nothing to hold against it: `E = 1`. With a floor of 1 a single failure is proof.
///
/// ## Sources
///
/// 1. Ramdas, A., Grünwald, P., Vovk, V., & Shafer, G. (2023). *Game-theoretic statistics and safe anytime-valid
///    inference.* Statistical Science 38(4), 576–601. doi:10.1214/23-STS894
/// 2. Ville, J. (1939). *Étude critique de la notion de collectif.* Gauthier-Villars.
///
/// @param against the floor and its alternatives
/// @param successes all so far
/// @param trials all so far
/// @param highestLog highest `ln E` at any look
public record ProportionEProcess(AlternativeMixture against, long successes, long trials, double highestLog) {

    /// @throws IllegalArgumentException if not `0 ≤ successes ≤ trials`, or `highestLog` is negative or not finite
    public ProportionEProcess {
        Counts.require(successes, trials);
        if (!(highestLog >= 0 && highestLog < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("highestLog " + highestLog + " is negative or not finite");
        }
    }

    /// Before the first case.
    public static ProportionEProcess against(AlternativeMixture mixture) {
        return new ProportionEProcess(mixture, 0, 0, 0);
    }

    /// After one look more, at `trials` new cases.
    ///
    /// @throws IllegalArgumentException if not `0 ≤ successes ≤ trials`
    public ProportionEProcess after(long newSuccesses, long newTrials) {
        Counts.require(newSuccesses, newTrials);
        var next = new ProportionEProcess(
                against, Math.addExact(successes, newSuccesses), Math.addExact(trials, newTrials), highestLog);
        return new ProportionEProcess(against, next.successes, next.trials, Math.max(highestLog, next.logEValue()));
    }

    /// `ln E` now.
    public double logEValue() {
        if (trials == 0 || against.alternatives().isEmpty()) {
            return 0;
        }
        return LogEvidence.clamp(
                against.logMix(IntStream.range(0, against.alternatives().size())
                        .mapToObj(i -> against.logLikelihoodRatio(i, successes, trials - successes))
                        .toList()));
    }

    /// The p-value that holds at every look: `1 / max E`, at most 1.
    public double pValue() {
        return Math.exp(-highestLog);
    }

    /// Whether the floor is rejected: some look reached `1/α`.
    ///
    /// @throws IllegalArgumentException if `confidence` is not in (0, 1)
    public boolean rejects(double confidence) {
        return highestLog >= -Math.log1p(-Interval.requireConfidence(confidence));
    }
}
