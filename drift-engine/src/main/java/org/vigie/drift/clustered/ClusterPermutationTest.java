package org.vigie.drift.clustered;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.apache.commons.math3.util.CombinatoricsUtils;
import org.vigie.drift.hypothesis.SequentialMonteCarlo;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftResult;
import org.vigie.drift.verdict.DriftVerdict;
import org.vigie.drift.verdict.PValue;
import org.vigie.drift.verdict.WindowSizes;

/// Compares two windows of clustered values by relabelling whole clusters, with any statistic.
///
/// ## Definition
///
/// Clusters seen in one window only are dealt anew to windows of as many clusters; a cluster seen in both, such
/// as a scanner, exchanges its two parts or not, by a fair coin. With `b` of `B` relabellings at least as
/// extreme as what was observed:
///
/// ```text
/// p = (b + 1)/(B + 1), or 20/l when the 20th of them comes at the l-th ([SequentialMonteCarlo])
/// ```
///
/// ## Unit and range
///
/// `p` in `(0, 1]`, never below one over the number of relabellings there are.
///
/// ## Reading the value
///
/// When nothing drifted `P(p ≤ α) ≤ α`, however alike the values of a cluster are, as long as clusters are
/// exchangeable: that of patients when the windows differ in nothing but time. Values of one cluster are never
/// parted, so that the number of *clusters* decides what can be seen: with three in each window there are 20
/// relabellings and no `p` is below 0.05; a level below that is answered by [DriftVerdict.Inconclusive], not by
/// "stable".
///
/// ## Sources
///
/// 1. Winkler, A. M., Webster, M. A., Vidaurre, D., Nichols, T. E., & Smith, S. M. (2015). *Multi-level block
///    permutation.* NeuroImage 123, 253–268. doi:10.1016/j.neuroimage.2015.05.092
/// 2. Phipson, B., & Smyth, G. K. (2010). *Permutation p-values should never be zero.* Statistical Applications in
///    Genetics and Molecular Biology 9(1), 39. doi:10.2202/1544-6115.1585
/// 3. Besag, J., & Clifford, P. (1991). *Sequential Monte Carlo p-values.* Biometrika 78(2), 301–304.
///    doi:10.1093/biomet/78.2.301
public final class ClusterPermutationTest {

    private static final double ROUNDING = 1e-12;

    private ClusterPermutationTest() {}

    /// A statistic of two windows' values, in no particular order; large values speak of drift.
    @FunctionalInterface
    public interface WindowStatistic {
        double of(double[] reference, double[] current);
    }

    /// What the test found, and how clustered the reference is.
    ///
    /// @param drift the result
    /// @param design of the reference window; empty where it cannot be told
    public record Result(DriftResult drift, Optional<DesignEffect> design) {}

    /// Compares the windows.
    ///
    /// @param name of the statistic
    /// @throws IllegalArgumentException if the statistic is `NaN` for the observed windows
    public static Result test(
            String name,
            WindowStatistic statistic,
            ClusteredSample reference,
            ClusteredSample current,
            DecisionRule rule) {
        Optional<DesignEffect> design = DesignEffect.of(reference);
        var sizes = new WindowSizes(reference.size(), current.size(), reference.missing(), current.missing());
        Optional<DriftVerdict> tooLittle =
                rule.onTooLittleData(sizes).or(() -> onTooFewClusters(reference, current, rule));
        if (tooLittle.isPresent()) {
            return new Result(DriftResult.inconclusive(name, tooLittle.get(), sizes, rule), design);
        }
        var deal = new Deal(reference, current, rule.seed());
        double observed = statistic.of(deal.reference, deal.current);
        if (Double.isNaN(observed)) {
            throw new IllegalArgumentException(name + " is NaN");
        }
        return new Result(
                DriftResult.of(
                        name,
                        observed,
                        pValue(statistic, observed, deal, rule.level()),
                        Optional.empty(),
                        sizes,
                        rule,
                        OptionalDouble.empty()),
                design);
    }

    /// The smallest p-value that relabelling these clusters can give: one over the number of relabellings.
    public static double smallestPValue(ClusteredSample reference, ClusteredSample current) {
        var inBoth = new HashSet<>(reference.names());
        inBoth.retainAll(new HashSet<>(current.names()));
        int both = inBoth.size();
        int onlyReference = reference.clusters() - both;
        int onlyCurrent = current.clusters() - both;
        double log = both * Math.log(2)
                + CombinatoricsUtils.factorialLog(onlyReference + onlyCurrent)
                - CombinatoricsUtils.factorialLog(onlyReference)
                - CombinatoricsUtils.factorialLog(onlyCurrent);
        return Math.min(1, Math.exp(-log));
    }

    private static Optional<DriftVerdict> onTooFewClusters(
            ClusteredSample reference, ClusteredSample current, DecisionRule rule) {
        if (SequentialMonteCarlo.smallestPValue(rule.level()) > rule.level()) {
            long fewest = Math.min(reference.clusters(), current.clusters());
            return Optional.of(new DriftVerdict.Inconclusive(
                    "the p-value comes from relabelling, which cannot reach the level " + rule.level(),
                    fewest,
                    fewest));
        }
        double smallest = smallestPValue(reference, current);
        if (smallest <= rule.level() * (1 + ROUNDING)) {
            return Optional.empty();
        }
        int required = 1;
        while (CombinatoricsUtils.factorialLog(2 * required) - 2 * CombinatoricsUtils.factorialLog(required)
                < -Math.log(rule.level()) - ROUNDING) {
            required++;
        }
        String reason = reference.clusters() + " clusters in the reference and " + current.clusters()
                + " in the current window allow no p-value below " + String.format(Locale.ROOT, "%.2g", smallest)
                + "; " + required + " in each are required at level " + rule.level();
        return Optional.of(
                new DriftVerdict.Inconclusive(reason, Math.min(reference.clusters(), current.clusters()), required));
    }

    private static PValue pValue(WindowStatistic statistic, double observed, Deal deal, double level) {
        return SequentialMonteCarlo.pValue(
                observed,
                () -> {
                    deal.next();
                    double drawn = statistic.of(deal.reference, deal.current);
                    // what a relabelling cannot be compared by does not speak for drift
                    return Double.isNaN(drawn) ? Double.POSITIVE_INFINITY : drawn;
                },
                level);
    }

    /// Deals whole clusters to the two windows.
    private static final class Deal {

        private final List<double[]> single = new ArrayList<>();
        private final int toReference;
        private final List<double[][]> pairs = new ArrayList<>();
        private final SplittableRandom random;
        private final int size;
        double[] reference;
        double[] current;

        Deal(ClusteredSample reference, ClusteredSample current, long seed) {
            Map<String, Integer> inCurrent = new HashMap<>();
            for (int i = 0; i < current.clusters(); i++) {
                inCurrent.put(current.names().get(i), i);
            }
            for (int i = 0; i < reference.clusters(); i++) {
                Integer partner = inCurrent.remove(reference.names().get(i));
                if (partner == null) {
                    single.add(reference.cluster(i));
                } else {
                    pairs.add(new double[][] {reference.cluster(i), current.cluster(partner)});
                }
            }
            toReference = single.size();
            inCurrent.values().stream().sorted().map(current::cluster).forEach(single::add);
            random = new SplittableRandom(seed);
            size = reference.size() + current.size();
            this.reference = new double[0];
            this.current = new double[0];
            spread();
        }

        void next() {
            for (int i = 0; i < toReference; i++) {
                int j = random.nextInt(i, single.size());
                double[] drawn = single.get(j);
                single.set(j, single.get(i));
                single.set(i, drawn);
            }
            for (double[][] pair : pairs) {
                if (random.nextBoolean()) {
                    double[] first = pair[0];
                    pair[0] = pair[1];
                    pair[1] = first;
                }
            }
            spread();
        }

        private void spread() {
            int n = 0;
            for (int i = 0; i < toReference; i++) {
                n += single.get(i).length;
            }
            for (double[][] pair : pairs) {
                n += pair[0].length;
            }
            reference = new double[n];
            current = new double[size - n];
            int r = 0;
            int c = 0;
            for (int i = 0; i < single.size(); i++) {
                double[] part = single.get(i);
                if (i < toReference) {
                    System.arraycopy(part, 0, reference, r, part.length);
                    r += part.length;
                } else {
                    System.arraycopy(part, 0, current, c, part.length);
                    c += part.length;
                }
            }
            for (double[][] pair : pairs) {
                System.arraycopy(pair[0], 0, reference, r, pair[0].length);
                r += pair[0].length;
                System.arraycopy(pair[1], 0, current, c, pair[1].length);
                c += pair[1].length;
            }
        }
    }
}
