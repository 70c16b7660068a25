package org.vigie.drift.monitor;

import java.util.List;
import java.util.OptionalDouble;

/// How far one grouping, such as the scanner, explains the drift of one column: the facts of a sentence like
/// "78 % of the shift of the score goes away when scanner CT 2, which the reference does not have, is set
/// aside".
///
/// ## Definition
///
/// The distance of the windows is the root of a mean squared difference, less what chance alone would
/// leave at these sizes: of the cumulative shares for numbers (Cramér–von Mises), of the shares for labels, of
/// the standardised means for feature vectors.
///
/// ```text
/// share explained = 1 − distance left / distance
/// ```
///
/// where the distance left is that of the windows without the groups blamed or, for [Kind#MIX], with the
/// current rows weighted so that the groups have their shares of the reference.
///
/// ## Reading the value
///
/// An explanation [#suffices] when what is left is about what chance leaves. Among those the best is the one
/// that takes the fewest current rows: a scanner, and not the whole site it stands in. A grouping explains by
/// association: two groupings that always change together cannot be told apart.
///
/// The groups blamed are those found drifted by the report's own tests, at its family-wise level over all
/// columns and groups; new groups are compared with the whole reference in a second step at the same level.
///
/// @param column the one that drifted
/// @param grouping the column that may explain it
/// @param groups those blamed: moved, new, or with changed shares
/// @param shareExplained in [0, 1]
/// @param suffices whether what is left is no more than three times what chance leaves on average
/// @param pValue smallest adjusted p-value of the tests that the explanation rests on; absent when it rests
///     on none
/// @param distance of the windows, less what chance leaves
/// @param distanceLeft when the explanation is taken out, less what chance leaves
/// @param rows current rows set aside, or moved from group to group by the weights
public record Cause(
        String column,
        String grouping,
        Kind kind,
        List<String> groups,
        double shareExplained,
        boolean suffices,
        OptionalDouble pValue,
        double distance,
        double distanceLeft,
        double rows) {

    /// What about the grouping explains the drift.
    public enum Kind {
        /// Groups that the reference does not have, whose values differ from it.
        NEW_GROUPS,
        /// Groups that moved against themselves, new ones included.
        WITHIN_GROUPS,
        /// The shares of the groups changed; none is found to have moved.
        MIX,
        /// Every group that could be judged moved: the grouping does not tell where it comes from.
        EVERYWHERE,
        /// Neither the groups nor their shares are found to have changed.
        NONE
    }

    public Cause {
        groups = List.copyOf(groups);
    }

    /// Whether the grouping names where the drift comes from.
    public boolean explains() {
        return kind == Kind.NEW_GROUPS || kind == Kind.WITHIN_GROUPS || kind == Kind.MIX;
    }
}
