package org.vigie.drift.distance;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.vigie.drift.binning.BinnedCounts;
import org.vigie.drift.hypothesis.CountRelabelling;
import org.vigie.drift.hypothesis.HomogeneityCounts;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftResult;
import org.vigie.drift.verdict.EffectSize;
import org.vigie.drift.verdict.PValue;
import org.vigie.drift.verdict.WindowSizes;

/// Total variation distance of binned windows: the share of cases that would have to change bin.
///
/// ## Definition
///
/// ```text
/// TV = ½ Σ |rᵢ − cᵢ|     over the bins i = 1 … B
///
/// rᵢ, cᵢ   share of bin i in the reference and in the current window
/// ```
///
/// ## Unit and range
///
/// A share, in `[0, 1]`: 0 when all shares agree, 1 when no bin is shared. A metric.
///
/// ## Reading the value
///
/// With no drift TV is not 0 but about `½ Σ √(2/π · pᵢ(1 − pᵢ)(1/n + 1/m))` ([#expectedWithoutDrift]). Its limit has
/// no simple form; the p-value always comes from seeded relabelling, which costs the size of the smaller window for
/// each draw.
///
/// ## Sources
///
/// 1. Levin, D. A., Peres, Y., & Wilmer, E. L. (2009). *Markov Chains and Mixing Times*, chapter 4. American
///    Mathematical Society. doi:10.1090/mbk/058
public final class TotalVariation {

    public static final String NAME = "total variation distance";

    private TotalVariation() {}

    /// The distance.
    ///
    /// @throws IllegalArgumentException if the bins differ
    public static double between(BinnedCounts reference, BinnedCounts current) {
        HomogeneityCounts.requireSameBins(reference, current);
        return between(reference.toArray(), current.toArray());
    }

    /// Mean distance of two large windows drawn from one distribution, estimated by their common shares.
    ///
    /// @throws IllegalArgumentException if the bins differ
    public static double expectedWithoutDrift(BinnedCounts reference, BinnedCounts current) {
        HomogeneityCounts.requireSameBins(reference, current);
        double n = reference.total();
        double m = current.total();
        double sum = 0;
        for (int i = 0; i < reference.bins().size(); i++) {
            double share = (reference.counts().get(i) + current.counts().get(i)) / (n + m);
            sum += Math.sqrt(2 / Math.PI * share * (1 - share) * (1 / n + 1 / m));
        }
        return sum / 2;
    }

    /// The distance with its verdict.
    ///
    /// @throws IllegalArgumentException if the bins differ
    public static DriftResult test(BinnedCounts reference, BinnedCounts current, WindowSizes sizes, DecisionRule rule) {
        HomogeneityCounts.requireSameBins(reference, current);
        var refusal = RelabelledDistance.refusal(sizes, rule);
        if (refusal.isPresent()) {
            return DriftResult.inconclusive(NAME, refusal.get(), sizes, rule);
        }
        PValue pValue = CountRelabelling.pValue(
                TotalVariation::between, reference.toArray(), current.toArray(), rule.level(), rule.seed());
        double value = between(reference, current);
        var effect = new EffectSize(NAME, value, "share of cases that would have to change bin");
        return DriftResult.of(NAME, value, pValue, Optional.of(effect), sizes, rule, OptionalDouble.empty());
    }

    private static double between(long[] reference, long[] current) {
        double n = Arrays.stream(reference).sum();
        double m = Arrays.stream(current).sum();
        double sum = 0;
        for (int i = 0; i < reference.length; i++) {
            sum += Math.abs(reference[i] / n - current[i] / m);
        }
        return Math.min(1, sum / 2);
    }
}
