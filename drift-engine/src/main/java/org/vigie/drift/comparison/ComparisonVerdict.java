package org.vigie.drift.comparison;

import java.util.List;
import org.vigie.drift.interval.Interval;

/// What a paired comparison with a margin concluded about the candidate.
public enum ComparisonVerdict {
    /// Its interval lies above 0: better.
    SUPERIOR,
    /// Its interval lies above minus the margin: not worse by the margin or more.
    NON_INFERIOR,
    /// Its interval lies below 0, and non-inferiority is not shown: worse.
    INFERIOR,
    /// These cases settle nothing.
    NOT_ENOUGH_DATA;

    /// @param difference candidate minus champion
    /// @throws IllegalArgumentException if `margin` is not in [0, 1)
    public static ComparisonVerdict of(Interval difference, double margin) {
        if (!(margin >= 0 && margin < 1)) {
            throw new IllegalArgumentException("margin " + margin + " is not in [0, 1)");
        }
        if (difference.lower() > 0) {
            return SUPERIOR;
        }
        if (difference.lower() > -margin) {
            return NON_INFERIOR;
        }
        return difference.upper() < 0 ? INFERIOR : NOT_ENOUGH_DATA;
    }

    /// Over several measures that must all hold: inferior if one is, not enough data if one is, superior if one
    /// is superior and the others at least non-inferior.
    ///
    /// @throws IllegalArgumentException if there are none
    public static ComparisonVerdict overall(List<ComparisonVerdict> verdicts) {
        if (verdicts.isEmpty()) {
            throw new IllegalArgumentException("no verdict");
        }
        for (ComparisonVerdict decisive : List.of(INFERIOR, NOT_ENOUGH_DATA, SUPERIOR)) {
            if (verdicts.contains(decisive)) {
                return decisive;
            }
        }
        return NON_INFERIOR;
    }
}
