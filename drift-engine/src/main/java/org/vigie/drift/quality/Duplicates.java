package org.vigie.drift.quality;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.vigie.drift.verdict.DecisionRule;

/// Rows that came more than once.
///
/// The value is the share of rows that repeat an earlier one; the examples are their positions, never
/// their content. Keys that must be unique allow nothing: one repetition fails. Whole rows may repeat by
/// chance where columns are few and coarse; there a share can be allowed, and the verdict is that of its
/// one-sided Clopper–Pearson limits. Missing values equal each other.
public final class Duplicates {

    private Duplicates() {}

    /// Keys that name one row each, such as a study's pseudonym.
    public static QualityFinding keys(List<?> keys) {
        return rows(keys, 0, DecisionRule.atLevel(0.01));
    }

    /// Rows that are equal in all their values.
    ///
    /// @param rows anything with `equals` and `hashCode` by value, such as a `List` of the row's values
    /// @param allowed greatest share of repetitions
    /// @throws IllegalArgumentException if `allowed` is not in [0, 1]
    public static QualityFinding rows(List<?> rows, double allowed, DecisionRule rule) {
        var seen = new HashSet<Object>(rows.size() * 2);
        int[] repeated = IntStream.range(0, rows.size())
                .filter(i -> !seen.add(rows.get(i)))
                .toArray();
        return Findings.againstLimit(
                QualityCheck.DUPLICATE,
                repeated.length,
                rows.size(),
                allowed,
                rule,
                Positions.of(repeated),
                "repeat an earlier one");
    }
}
