package org.vigie.drift.multivariate;

import java.util.Arrays;
import org.vigie.drift.verdict.WindowSizes;
import org.vigie.drift.window.FeatureWindow;

/// The cases of two windows that a statistic uses: all, or as many as its cost allows, chosen at random.
///
/// @param reference positions in the reference window, ascending
/// @param current positions in the current window, ascending
/// @param whole sizes of the windows
record BoundedSample(int[] reference, int[] current, WindowSizes whole) {

    /// At most so many of each window; the choice comes from the seed alone.
    static BoundedSample of(FeatureWindow reference, FeatureWindow current, int most, int mostCurrent, long seed) {
        return new BoundedSample(
                positions(reference.size(), most, seed),
                positions(current.size(), mostCurrent, ~seed),
                WindowSizes.of(reference, current));
    }

    /// `most` of the positions `0 … size − 1`, ascending; all of them when there are no more.
    static int[] positions(int size, int most, long seed) {
        int[] chosen = new CaseDraws(size, Math.min(size, most), seed).draw(-1);
        Arrays.sort(chosen);
        return chosen;
    }

    /// What the value rests on.
    WindowSizes sizes() {
        return new WindowSizes(reference.length, current.length, whole.missingReference(), whole.missingCurrent());
    }

    /// In words, to stand in the result; empty when every case was used.
    String statement() {
        return reference.length == whole.reference() && current.length == whole.current()
                ? ""
                : "; from a random sample of " + reference.length + " of " + whole.reference() + " reference and "
                        + current.length + " of " + whole.current() + " current cases";
    }
}
