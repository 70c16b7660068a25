package org.vigie.drift.quality;

import java.util.List;
import java.util.OptionalDouble;
import org.vigie.drift.verdict.ThresholdVerdict.Outcome;

/// What one check says about the data of one window: the same form for all of them.
///
/// @param check what it is about
/// @param verdict `FAIL` when the data are not sound, `PASS` when nothing speaks against them,
///     `INCONCLUSIVE` when there are too few to judge
/// @param value what was measured: a share, a count, a factor or an age, as the check says
/// @param limit value from which the check fails, where there is one
/// @param pValue probability of a value at least as large when nothing changed, where the check is a test
/// @param reference observations of the reference that the verdict rests on; 0 where none is needed
/// @param current observations of the current window that the verdict rests on
/// @param examples at most [#MOST_EXAMPLES] positions or category names, never the content of a row
/// @param reason the verdict in words, for the reader of a report
public record QualityFinding(
        QualityCheck check,
        Outcome verdict,
        double value,
        OptionalDouble limit,
        OptionalDouble pValue,
        long reference,
        long current,
        List<String> examples,
        String reason) {

    /// Most examples a finding names.
    public static final int MOST_EXAMPLES = 10;

    public QualityFinding {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(check + " is " + value);
        }
        if (pValue.isPresent() && !(pValue.getAsDouble() >= 0 && pValue.getAsDouble() <= 1)) {
            throw new IllegalArgumentException("p-value " + pValue.getAsDouble() + " is not in [0, 1]");
        }
        examples = List.copyOf(examples.subList(0, Math.min(examples.size(), MOST_EXAMPLES)));
    }

    /// Whether the data are not sound.
    public boolean failed() {
        return verdict == Outcome.FAIL;
    }
}
