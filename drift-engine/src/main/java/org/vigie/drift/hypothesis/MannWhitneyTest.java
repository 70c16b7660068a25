package org.vigie.drift.hypothesis;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.vigie.drift.interval.StandardNormal;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftResult;
import org.vigie.drift.verdict.DriftVerdict;
import org.vigie.drift.verdict.EffectSize;
import org.vigie.drift.verdict.PValue;
import org.vigie.drift.verdict.PValueMethod;
import org.vigie.drift.verdict.WindowSizes;
import org.vigie.drift.window.NumericWindow;

/// Mann–Whitney test (Wilcoxon rank-sum): do the values of one window tend to be larger than those of the other?
///
/// ## Definition
///
/// ```text
/// U = number of pairs (r, c) with r > c, and half of those with r = c
///
/// r, c   an observation of the reference, of the current window
/// ```
///
/// ## Unit and range
///
/// Pairs, in `[0, n·m]`; `n·m / 2` when neither window tends to be larger. Any strictly increasing change of scale
/// leaves it as it is.
///
/// ## Reading the value
///
/// The effect size is the probability of superiority `1 − U / (n·m)`: that a current observation is larger than a
/// reference one (ties count half); [#cliffsDelta] is the same on a scale from −1 to 1. The test does not see
/// changes of spread.
///
/// ## P-value
///
/// Two-sided. Exact without ties while the smaller window has at most 8 observations or `n·m ≤ 400` (Apache Commons
/// Statistics), from seeded relabelling with ties while the smaller window has fewer than 12, otherwise from the
/// normal limit with continuity and tie correction \[2].
///
/// ## Sources
///
/// 1. Mann, H. B., & Whitney, D. R. (1947). *On a test of whether one of two random variables is stochastically
///    larger than the other.* Annals of Mathematical Statistics 18(1), 50–60. doi:10.1214/aoms/1177730491
/// 2. Lehmann, E. L. (1975). *Nonparametrics: Statistical Methods Based on Ranks.* Holden-Day.
public final class MannWhitneyTest {

    public static final String NAME = "Mann–Whitney U";

    private static final int SMALL = 12;
    private static final int EXACT_UP_TO = 8;
    private static final long EXACT_PAIRS = 400;

    private MannWhitneyTest() {}

    /// The statistic U.
    ///
    /// @throws IllegalArgumentException if a window is empty
    public static double statistic(NumericWindow reference, NumericWindow current) {
        return RankSums.of(reference, current).u();
    }

    /// @param level for which a relabelled p-value is to be precise
    /// @param seed of the relabelling
    /// @throws IllegalArgumentException if a window is empty, or `level` is not in (0, 1)
    public static PValue pValue(NumericWindow reference, NumericWindow current, double level, long seed) {
        RankSums sums = RankSums.of(reference, current);
        int fewest = Math.min(reference.size(), current.size());
        if (sums.ties() == 0 && (fewest <= EXACT_UP_TO || sums.pairs() <= EXACT_PAIRS) && sums.pairs() <= 100_000) {
            return new PValue(exact(reference, current), PValueMethod.EXACT);
        }
        if (sums.variance() == 0) {
            return new PValue(1, PValueMethod.EXACT);
        }
        if (fewest < SMALL) {
            return relabelled(reference, current, level, seed);
        }
        return new PValue(limit(sums), PValueMethod.LIMIT);
    }

    /// The test with its verdict.
    public static DriftResult test(NumericWindow reference, NumericWindow current, DecisionRule rule) {
        WindowSizes sizes = WindowSizes.of(reference, current);
        Optional<DriftVerdict> tooLittle = rule.onTooLittleData(sizes)
                .or(() -> KolmogorovSmirnovTest.levelOutOfReach(reference.size(), current.size(), rule.level()));
        if (tooLittle.isPresent()) {
            return DriftResult.inconclusive(NAME, tooLittle.get(), sizes, rule);
        }
        PValue pValue = pValue(reference, current, rule.level(), rule.seed());
        Optional<DriftVerdict> outOfReach = RelabellingReach.of(pValue, sizes, rule);
        if (outOfReach.isPresent()) {
            return DriftResult.inconclusive(NAME, outOfReach.get(), sizes, rule);
        }
        return DriftResult.of(
                NAME,
                statistic(reference, current),
                pValue,
                Optional.of(probabilityOfSuperiority(reference, current)),
                sizes,
                rule,
                OptionalDouble.empty());
    }

    /// Probability that a current observation is larger than a reference one, ties counting half; in [0, 1].
    ///
    /// @throws IllegalArgumentException if a window is empty
    public static EffectSize probabilityOfSuperiority(NumericWindow reference, NumericWindow current) {
        return new EffectSize(
                "probability of superiority",
                1 - statistic(reference, current) / ((double) reference.size() * current.size()),
                "probability that a current value is larger than a reference value; 0.5 when neither tends to be");
    }

    /// Cliff's delta, in [−1, 1]: 1 when every current observation is larger than every reference one.
    ///
    /// @throws IllegalArgumentException if a window is empty
    public static EffectSize cliffsDelta(NumericWindow reference, NumericWindow current) {
        return new EffectSize(
                "Cliff's delta",
                1 - 2 * statistic(reference, current) / ((double) reference.size() * current.size()),
                "share of pairs in which the current value is larger, less that in which it is smaller");
    }

    static double exact(NumericWindow reference, NumericWindow current) {
        return MannWhitneyUTest.withDefaults()
                .with(org.apache.commons.statistics.inference.PValueMethod.EXACT)
                .test(reference.sorted(), current.sorted())
                .getPValue();
    }

    static double limit(RankSums sums) {
        if (sums.variance() == 0) {
            return 1;
        }
        double distance = Math.abs(sums.u() - sums.pairs() / 2) - 0.5;
        double z = distance / Math.sqrt(sums.variance());
        return Math.min(1, 2 * StandardNormal.survival(z));
    }

    private static PValue relabelled(NumericWindow reference, NumericWindow current, double level, long seed) {
        PooledGroups groups = PooledGroups.of(reference, current);
        double[] rank = new double[groups.size()];
        double below = 0;
        for (int j = 0; j < groups.size(); j++) {
            rank[j] = below + (groups.both(j) + 1) / 2.0;
            below += groups.both(j);
        }
        double expected = Math.min(groups.n(), groups.m()) * (groups.total() + 1) / 2.0;
        return ValueRelabelling.pValue(
                (hits, members, count) -> {
                    double sum = 0;
                    for (int i = 0; i < count; i++) {
                        sum += rank[hits[i]] * members[i];
                    }
                    return Math.abs(sum - expected);
                },
                groups,
                level,
                seed);
    }
}
