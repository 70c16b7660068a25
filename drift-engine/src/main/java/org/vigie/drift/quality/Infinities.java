package org.vigie.drift.quality;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.vigie.drift.verdict.ThresholdVerdict.Outcome;

/// Infinite values, and values beyond ±1e150 that no measurement has.
///
/// They are defects of the data, not observations: a single one fails. The value is their number, the
/// examples are their positions.
public final class Infinities {

    /// Largest magnitude that counts as an observation; squares of larger ones do not fit a `double`.
    public static final double LARGEST = 1e150;

    private Infinities() {}

    public static QualityFinding check(double[] current) {
        int[] positions = IntStream.range(0, current.length)
                .filter(i -> Math.abs(current[i]) > LARGEST)
                .toArray();
        return Findings.decided(
                QualityCheck.INFINITE,
                positions.length > 0 ? Outcome.FAIL : Outcome.PASS,
                positions.length,
                0,
                current.length,
                Positions.of(positions),
                Findings.counted(positions.length, current.length, "infinite or beyond ±1e150"));
    }

    /// The values without those that this check counts, and without missing ones.
    static double[] observations(double[] values) {
        return Arrays.stream(values).filter(x -> Math.abs(x) <= LARGEST).toArray();
    }
}
