package org.vigie.drift.hypothesis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.vigie.drift.binning.BinnedCounts;
import org.vigie.drift.binning.CategoryBins;
import org.vigie.drift.interval.Interval;
import org.vigie.drift.interval.Proportion;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftResult;
import org.vigie.drift.verdict.DriftVerdict;
import org.vigie.drift.verdict.EffectSize;
import org.vigie.drift.verdict.PValue;
import org.vigie.drift.verdict.PValueMethod;
import org.vigie.drift.verdict.WindowSizes;
import org.vigie.drift.window.CategoricalWindow;

/// Are there more observations of categories that the reference never had than chance would bring?
///
/// ## Definition
///
/// `h` is the number of current observations whose category does not occur in the reference, out of `m`. When
/// nothing drifted all observations are exchangeable, and the p-value is the probability, over dealing them anew
/// to windows of the same sizes, of at least `h` ([CountRelabelling]).
///
/// ## Unit and range
///
/// The statistic is the share `h / m`, in `[0, 1]`.
///
/// ## Reading the value
///
/// A rare category has to be seen for the first time at some time: one row of it is no drift (`p = m / (n + m)`).
/// A new scanner in one study of twenty is. [Rate#exceeds] answers the other question, whether the share is
/// surely above a limit that was agreed on, however it came about.
///
/// ## Where this differs from the usual formula
///
/// A χ² against the reference's shares divides by zero for an unseen category and answers p = 0 to a single row;
/// other tools drop such rows without a word.
public final class UnseenCategoriesTest {

    public static final String NAME = "share of unseen categories";

    private UnseenCategoriesTest() {}

    /// The categories that the reference never had, and how often they occur.
    ///
    /// @param labels their names, in ascending order
    /// @param share observations of them among all current ones
    public record Rate(List<String> labels, Proportion share) {

        public Rate {
            labels = List.copyOf(labels);
        }

        /// Whether the share is above a limit, with a confidence (one-sided, Clopper–Pearson).
        ///
        /// @throws IllegalArgumentException if there are no observations, the limit is not in `[0, 1)`, or the
        ///     confidence not in `[0.5, 1)`
        public boolean exceeds(double limit, double confidence) {
            if (!(limit >= 0 && limit < 1)) {
                throw new IllegalArgumentException("limit " + limit + " is not in [0, 1)");
            }
            if (!(confidence >= 0.5 && confidence < 1)) {
                throw new IllegalArgumentException("confidence " + confidence + " is not in [0.5, 1)");
            }
            Interval interval = share.clopperPearson(2 * confidence - 1);
            return interval.lower() > limit;
        }
    }

    /// Which categories of the current window the reference never had, and their share.
    public static Rate rate(CategoricalWindow reference, CategoricalWindow current) {
        var unseen = new TreeSet<>(current.counts().keySet());
        unseen.removeAll(reference.counts().keySet());
        long observations = unseen.stream().mapToLong(current::count).sum();
        return new Rate(new ArrayList<>(unseen), new Proportion(observations, current.size()));
    }

    /// @throws IllegalArgumentException if the bins differ
    public static PValue pValue(BinnedCounts reference, BinnedCounts current, double level, long seed) {
        HomogeneityCounts.requireSameBins(reference, current);
        long[] r = reference.toArray();
        long[] c = current.toArray();
        return statistic(r, c) == 0
                ? new PValue(1, PValueMethod.EXACT)
                : CountRelabelling.pValue(UnseenCategoriesTest::statistic, r, c, level, seed);
    }

    /// The test with its verdict; the effect names the categories.
    public static DriftResult test(CategoricalWindow reference, CategoricalWindow current, DecisionRule rule) {
        WindowSizes sizes = WindowSizes.of(reference, current);
        Optional<DriftVerdict> tooLittle = rule.onTooLittleData(sizes);
        if (tooLittle.isPresent()) {
            return DriftResult.inconclusive(NAME, tooLittle.get(), sizes, rule);
        }
        CategoryBins bins = CategoryBins.covering(reference, current);
        PValue pValue = pValue(bins.count(reference), bins.count(current), rule.level(), rule.seed());
        Optional<DriftVerdict> outOfReach = RelabellingReach.of(pValue, sizes, rule);
        if (outOfReach.isPresent()) {
            return DriftResult.inconclusive(NAME, outOfReach.get(), sizes, rule);
        }
        EffectSize effect = effect(reference, current);
        return DriftResult.of(NAME, effect.value(), pValue, Optional.of(effect), sizes, rule, OptionalDouble.empty());
    }

    /// The share, with the names of the categories.
    ///
    /// @throws IllegalArgumentException if the current window is empty
    public static EffectSize effect(CategoricalWindow reference, CategoricalWindow current) {
        Rate rate = rate(reference, current);
        if (rate.share().trials() == 0) {
            throw new IllegalArgumentException("current window is empty");
        }
        String names = rate.labels().isEmpty() ? "none" : String.join(", ", rate.labels());
        return new EffectSize(
                NAME,
                rate.share().estimate().orElseThrow(),
                "share of current observations in categories the reference lacks: " + names);
    }

    /// Current observations in columns without reference observation.
    static double statistic(long[] reference, long[] current) {
        long unseen = 0;
        for (int i = 0; i < reference.length; i++) {
            unseen += reference[i] == 0 ? current[i] : 0;
        }
        return unseen;
    }
}
