package org.vigie.drift.quality;

import java.util.List;
import java.util.TreeSet;
import org.vigie.drift.hypothesis.CountRelabelling;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.window.CategoricalWindow;

/// Categories that the reference does not know, by name, and how many observations have them.
///
/// ## Definition
///
/// ```text
/// share = observations in categories without any in the reference / observations of the current window
/// ```
///
/// Against the reference: the p-value is the probability of as many such observations when both windows
/// are dealt from one pool, by seeded relabelling ([CountRelabelling]). A rare category that happens to
/// be met only now is expected and no alarm; a new scanner is one. Against a limit: one-sided
/// Clopper–Pearson limits of the share.
///
/// ## Unit and range
///
/// A share in `[0, 1]`.
///
/// ## Where this differs from the usual check
///
/// A χ² test against fixed shares answers p = 0 to one unseen row, or drops it silently. Here unseen
/// categories have their own rate, names and verdict, whatever the test of shares says.
public final class NewCategories {

    private static final long MOST_RELABELLED = 5_000_000;

    private NewCategories() {}

    /// The share against what the reference makes likely.
    public static QualityFinding test(CategoricalWindow reference, CategoricalWindow current, DecisionRule rule) {
        long n = reference.size();
        long m = current.size();
        if (Math.min(n, m) < rule.minimumObservations()) {
            return Findings.cannotJudge(
                    QualityCheck.NEW_CATEGORY,
                    n,
                    m,
                    "windows of " + n + " and " + m + " observations; " + rule.minimumObservations() + " are required");
        }
        long unseen = unseen(reference, current);
        return Findings.tested(
                QualityCheck.NEW_CATEGORY,
                (double) unseen / m,
                unseen == 0 ? 1 : pValue(reference, current, rule),
                rule,
                n,
                m,
                names(reference, current),
                Findings.counted(unseen, m, "in categories that the reference does not know"));
    }

    /// The share against the greatest that is allowed; 0 allows no new category at all.
    ///
    /// @throws IllegalArgumentException if `limit` is not in [0, 1]
    public static QualityFinding within(
            CategoricalWindow reference, CategoricalWindow current, double limit, DecisionRule rule) {
        return Findings.againstLimit(
                QualityCheck.NEW_CATEGORY,
                unseen(reference, current),
                current.size(),
                limit,
                rule,
                names(reference, current),
                "in categories that the reference does not know");
    }

    private static double pValue(CategoricalWindow reference, CategoricalWindow current, DecisionRule rule) {
        var labels = new TreeSet<>(reference.counts().keySet());
        labels.addAll(current.counts().keySet());
        long[] r = labels.stream().mapToLong(reference::count).toArray();
        long[] c = labels.stream().mapToLong(current::count).toArray();
        double bound = expectedWithoutChange(r, c) / unseen(r, c);
        if (reference.size() + current.size() > MOST_RELABELLED || bound <= rule.level()) {
            return bound; // Markov's inequality, never too small
        }
        return Math.min(
                bound,
                CountRelabelling.pValue((before, now) -> (double) unseen(before, now), r, c, rule.level(), rule.seed())
                        .value());
    }

    /// `Σ t · m(m − 1)…(m − t + 1) / N(N − 1)…(N − t + 1)` over the categories of `t` observations in both windows.
    private static double expectedWithoutChange(long[] reference, long[] current) {
        double m = 0;
        double total = 0;
        for (int i = 0; i < reference.length; i++) {
            m += current[i];
            total += (double) reference[i] + current[i];
        }
        double sum = 0;
        for (int i = 0; i < reference.length; i++) {
            long size = reference[i] + current[i];
            double allInCurrent = size;
            for (long k = 0; k < size && allInCurrent > 0; k++) {
                allInCurrent *= Math.max(0, m - k) / (total - k);
                if (allInCurrent < 1e-300) {
                    allInCurrent = 0;
                }
            }
            sum += allInCurrent;
        }
        return sum;
    }

    private static long unseen(long[] reference, long[] current) {
        long unseen = 0;
        for (int i = 0; i < reference.length; i++) {
            unseen += reference[i] == 0 ? current[i] : 0;
        }
        return unseen;
    }

    private static long unseen(CategoricalWindow reference, CategoricalWindow current) {
        return current.counts().entrySet().stream()
                .filter(entry -> reference.count(entry.getKey()) == 0)
                .mapToLong(java.util.Map.Entry::getValue)
                .sum();
    }

    /// The names, the most frequent first.
    private static List<String> names(CategoricalWindow reference, CategoricalWindow current) {
        return current.counts().keySet().stream()
                .filter(label -> reference.count(label) == 0)
                .sorted((a, b) -> Long.compare(current.count(b), current.count(a)))
                .toList();
    }
}
