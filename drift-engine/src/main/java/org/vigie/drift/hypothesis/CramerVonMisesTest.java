package org.vigie.drift.hypothesis;

import java.util.Optional;
import java.util.OptionalDouble;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftResult;
import org.vigie.drift.verdict.DriftVerdict;
import org.vigie.drift.verdict.EffectSize;
import org.vigie.drift.verdict.PValue;
import org.vigie.drift.verdict.PValueMethod;
import org.vigie.drift.verdict.WindowSizes;
import org.vigie.drift.window.NumericWindow;

/// Two-sample Cramér–von Mises test: have the values of one numeric variable changed in any way?
///
/// ## Definition
///
/// ```text
/// T = n m / N² · Σ (F(x) − G(x))²     over the observations x of both windows, N = n + m
///
/// F, G   share of the reference and of the current observations that are ≤ x
/// ```
///
/// Among equal observations half of the squares are taken before and half behind them, so that turning the scale
/// round changes nothing; without ties this is Anderson's statistic \[1].
///
/// ## Unit and range
///
/// Dimensionless, not negative, with mean `(1 + 1/N) / 6` when nothing drifted and there are no ties. Any strictly
/// monotonic change of scale leaves it as it is.
///
/// ## Reading the value
///
/// The effect size is `√(T N / (n m))`, the root mean square difference of the cumulative shares, in [0, 0.58]. The
/// middle of the distribution counts more than its tails: for those see [AndersonDarlingTest].
///
/// ## P-value
///
/// From the limit, standardized by the exact mean and variance \[1]; given ties, the limit has the eigenvalues of the
/// covariances in place of `1 / (π² j²)`. By seeded relabelling while the smaller window has fewer than 12
/// observations, or one value holds more than half of them and fewer than 25 others are expected in it.
///
/// ## Sources
///
/// 1. Anderson, T. W. (1962). *On the distribution of the two-sample Cramér–von Mises criterion.* Annals of
///    Mathematical Statistics 33(3), 1148–1159. doi:10.1214/aoms/1177704477
public final class CramerVonMisesTest {

    public static final String NAME = "Cramér–von Mises T";

    private static final WeightedChiSquare LIMIT = limit(32);

    private CramerVonMisesTest() {}

    /// The statistic T; 0 when all observations are equal.
    ///
    /// @throws IllegalArgumentException if a window is empty
    public static double statistic(NumericWindow reference, NumericWindow current) {
        double n = reference.size();
        double m = current.size();
        PooledGroups.requireObservations(reference.size(), current.size());
        double sum = 0;
        double before = 0;
        int i = 0;
        int j = 0;
        while (i < n || j < m) {
            double x = j == m || (i < n && reference.get(i) <= current.get(j)) ? reference.get(i) : current.get(j);
            int from = i + j;
            while (i < n && reference.get(i) == x) {
                i++;
            }
            while (j < m && current.get(j) == x) {
                j++;
            }
            double behind = m * i - n * j;
            sum += (i + j - from) / 2.0 * (before * before + behind * behind);
            before = behind;
        }
        return sum / (n * m) / ((n + m) * (n + m));
    }

    /// @param level for which a relabelled p-value is to be precise
    /// @param seed of the relabelling
    /// @throws IllegalArgumentException if a window is empty, or `level` is not in (0, 1)
    public static PValue pValue(NumericWindow reference, NumericWindow current, double level, long seed) {
        PooledGroups groups = PooledGroups.of(reference, current);
        int frequent = groups.largest();
        if (groups.size() == 1) {
            return new PValue(1, PValueMethod.EXACT);
        }
        double value = statistic(reference, current);
        if (AndersonDarlingLaw.needsRelabelling(groups, frequent)) {
            return ValueRelabelling.pValue(walk(groups)::value, groups, level, seed);
        }
        WeightedChiSquare law = AndersonDarlingLaw.hasTies(groups.total(), frequent)
                ? walk(groups).law()
                : LIMIT;
        return new PValue(limit(law, value, groups.n(), groups.m()), PValueMethod.LIMIT);
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
        double value = statistic(reference, current);
        double n = reference.size();
        double m = current.size();
        var effect = new EffectSize(
                "root mean square difference in cumulative share",
                Math.sqrt(value * (n + m) / (n * m)),
                "0 when the windows agree, 0.58 when all of one lies above all of a much larger other");
        return DriftResult.of(NAME, value, pValue, Optional.of(effect), sizes, rule, OptionalDouble.empty());
    }

    /// The limit, its mean and variance brought to those of windows of this size.
    static double limit(WeightedChiSquare law, double value, int n, int m) {
        double total = (double) n + m;
        double pairs = (double) n * m;
        double variance = (total + 1)
                / (total * total)
                * (4 * pairs * total - 3 * ((double) n * n + (double) m * m) - 2 * pairs)
                / (4 * pairs)
                / 45;
        double mean = law == LIMIT ? (1 + 1 / total) / 6 : law.mean();
        double standardized = (value - mean) / Math.sqrt(45 * variance) + law.mean();
        double p = law.survival(standardized, 1);
        return Math.max(p, Math.min(1, KolmogorovSmirnovTest.smallestPValue(n, m)));
    }

    static double limit(double value, int n, int m) {
        return limit(LIMIT, value, n, m);
    }

    static QuadraticWalk walk(PooledGroups groups) {
        double[] weight = new double[groups.size()];
        for (int j = 0; j + 1 < groups.size(); j++) {
            weight[j] = (groups.both(j) + groups.both(j + 1)) / 2.0;
        }
        double total = groups.total();
        return QuadraticWalk.weighted(groups, weight, 1 / (total * total) / ((double) groups.n() * groups.m()));
    }

    private static WeightedChiSquare limit(int first) {
        double[] weights = new double[first];
        double sum = 1 / 6.0;
        for (int j = 1; j <= first; j++) {
            weights[j - 1] = 1 / (Math.PI * Math.PI * j * j);
            sum -= weights[j - 1];
        }
        double squares = 0;
        double cubes = 0;
        for (int j = 100_000; j > first; j--) {
            double weight = 1 / (Math.PI * Math.PI * j * j);
            squares += weight * weight;
            cubes += weight * weight * weight;
        }
        return WeightedChiSquare.of(weights, sum, squares, cubes);
    }
}
