package org.vigie.drift.multivariate;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.vigie.drift.hypothesis.SequentialMonteCarlo;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftResult;
import org.vigie.drift.verdict.DriftVerdict;
import org.vigie.drift.verdict.EffectSize;
import org.vigie.drift.verdict.PValue;
import org.vigie.drift.verdict.PValueMethod;
import org.vigie.drift.verdict.WindowSizes;
import org.vigie.drift.window.FeatureWindow;

/// Can a classifier tell the current window from the reference, and by what?
///
/// ## Definition
///
/// The cases of each window are split at random into two halves. A random forest learns on one half which window
/// a case is from and scores the other half, and the other way round:
///
/// ```text
/// AUROC = mean of the two areas under the ROC curve, each of cases that its forest has not seen
/// p     = min(1, 2 · min(p₁, p₂)),  pⱼ  share of relabellings of the scored half whose area is as large
/// ```
///
/// ## Unit and range
///
/// The area is in `[0, 1]`; 0.5 when the windows cannot be told apart.
///
/// ## Reading the value
///
/// The area is the probability that a current case scores above a reference case. [Result#importance] says which
/// dimensions the forests split on. At most [#MOST] cases of each window are used; the result says so.
///
/// ## Where this differs from the usual formula
///
/// Relabelling the scores of all folds together would give false alarms: the forests of two folds share cases, so
/// their areas rise and fall together. Fitting anew for each relabelling is right but costs thousands of forests. Given
/// its forest, the labels of an unseen half can be exchanged when nothing drifted, so each pⱼ is exact, and twice
/// the smaller is valid however the two depend on each other. Other tools compare the area with a constant.
///
/// ## Sources
///
/// 1. Lopez-Paz, D., & Oquab, M. (2017). *Revisiting classifier two-sample tests.* ICLR.
///    <https://arxiv.org/abs/1610.06545>
/// 2. Breiman, L. (2001). *Random forests.* Machine Learning 45, 5–32. doi:10.1023/A:1010933404324
public final class DomainClassifierTest {

    public static final String NAME = "AUROC of a domain classifier";

    /// Most cases of each window that are used.
    public static final int MOST = 1_000;

    private static final int FEWEST = 4;

    private DomainClassifierTest() {}

    /// What the classifier found.
    ///
    /// @param importance share of each dimension in what the forests split on, the largest first; empty when the
    ///     windows could not be judged
    public record Result(DriftResult drift, List<Importance> importance) {

        public Result {
            importance = List.copyOf(importance);
        }
    }

    /// How much the forests used one dimension.
    ///
    /// @param dimension its number, from 0
    /// @param share of the decrease in impurity, all dimensions together 1
    public record Importance(int dimension, double share) {}

    /// The test with its verdict.
    public static Result test(FeatureWindow reference, FeatureWindow current, DecisionRule rule) {
        Optional<DriftVerdict> refusal = Refusal.of(reference, current, rule, FEWEST)
                .or(() -> Refusal.reach(reference.size() / 2, current.size() / 2, rule.level() / 2));
        if (refusal.isPresent()) {
            return new Result(
                    DriftResult.inconclusive(NAME, refusal.get(), WindowSizes.of(reference, current), rule), List.of());
        }
        var sample = BoundedSample.of(reference, current, MOST, MOST, rule.seed());
        int[][] before = halves(sample.reference(), rule.seed());
        int[][] now = halves(sample.current(), ~rule.seed());
        DomainForest one = DomainForest.fit(reference, before[0], current, now[0], rule.seed());
        DomainForest other = DomainForest.fit(reference, before[1], current, now[1], rule.seed());
        var first = new RankedScores(one.scores(reference, before[1]), one.scores(current, now[1]));
        var second = new RankedScores(other.scores(reference, before[0]), other.scores(current, now[0]));
        double half = rule.level() / 2;
        double smaller = Math.min(
                first.pValue(half, rule.seed()).value(),
                second.pValue(half, rule.seed() + 1).value());
        double auroc = (first.auroc() + second.auroc()) / 2;
        var effect = new EffectSize(
                "AUROC of a domain classifier",
                auroc,
                "probability that a current case looks more like the current window than a reference case does; 0.5 when"
                        + " they cannot be told apart" + sample.statement());
        DriftResult result = DriftResult.of(
                NAME,
                auroc,
                new PValue(Math.min(1, 2 * smaller), PValueMethod.RESAMPLED),
                Optional.of(effect),
                sample.sizes(),
                rule,
                OptionalDouble.empty());
        return new Result(result, importance(one.importance(), other.importance()));
    }

    private static int[][] halves(int[] cases, long seed) {
        int[] order = new CaseDraws(cases.length, cases.length, seed).draw(1);
        int half = cases.length / 2;
        return new int[][] {
            IntStream.of(order).limit(half).map(i -> cases[i]).toArray(),
            IntStream.of(order).skip(half).map(i -> cases[i]).toArray()
        };
    }

    private static List<Importance> importance(double[] one, double[] other) {
        double total = 0;
        for (int k = 0; k < one.length; k++) {
            total += one[k] + other[k];
        }
        double all = total > 0 ? total : 1;
        return IntStream.range(0, one.length)
                .mapToObj(k -> new Importance(k, (one[k] + other[k]) / all))
                .sorted(Comparator.comparingDouble(Importance::share)
                        .reversed()
                        .thenComparingInt(Importance::dimension))
                .toList();
    }

    /// Scores of unseen cases as midranks; relabelling exchanges the ranks.
    private static final class RankedScores {

        private final int[] doubled;
        private final int n;

        RankedScores(double[] reference, double[] current) {
            n = reference.length;
            double[] all = IntStream.range(0, n + current.length)
                    .mapToDouble(i -> i < n ? reference[i] : current[i - n])
                    .toArray();
            Integer[] order = IntStream.range(0, all.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> all[i]))
                    .toArray(Integer[]::new);
            doubled = new int[all.length];
            int begin = 0;
            while (begin < order.length) {
                int end = begin + 1;
                while (end < order.length && all[order[end]] == all[order[begin]]) {
                    end++;
                }
                for (int r = begin; r < end; r++) {
                    doubled[order[r]] = begin + 1 + end; // first and last rank of the ties
                }
                begin = end;
            }
        }

        double auroc() {
            return area(IntStream.range(n, doubled.length).toArray());
        }

        PValue pValue(double level, long seed) {
            var relabelling = new CaseDraws(doubled.length, doubled.length - n, seed);
            return SequentialMonteCarlo.pValueOfNumbered(auroc(), number -> area(relabelling.draw(number)), level);
        }

        private double area(int[] current) {
            long sum = 0;
            for (int i : current) {
                sum += doubled[i];
            }
            double m = current.length;
            return (sum / 2.0 - m * (m + 1) / 2) / (m * n);
        }
    }
}
