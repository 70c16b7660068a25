package org.vigie.drift.multivariate;

import java.util.Arrays;
import org.vigie.drift.verdict.WindowSizes;
import org.vigie.drift.window.FeatureWindow;

/// Cases of two windows grouped at random into cells of one size, so that large windows can be relabelled cell by
/// cell: every case is used but for fewer than one cell in each window, and the relabelling stays exact, as
/// independent cells of one size can be exchanged when nothing drifted.
///
/// @param of cell of each case, in the order of the windows, the reference first; −1 for a case not used
/// @param reference cells of the reference window
/// @param current cells of the current window
/// @param size cases in each cell
/// @param whole sizes of the windows
record Cells(int[] of, int reference, int current, int size, WindowSizes whole) {

    private static final int UNUSED = -1;

    /// Cells of the smaller window.
    private static final int MOST_SMALLER = 512;

    /// Cells of the larger window: sixteen times as many leave its share of the noise at a sixteenth.
    private static final int MOST_LARGER = 16 * MOST_SMALLER;

    /// Numbers held at once.
    private static final long MOST_NUMBERS = 48_000_000;

    static Cells of(FeatureWindow reference, FeatureWindow current, long seed) {
        int n = reference.size();
        int m = current.size();
        int size = Math.ceilDiv(Math.min(n, m), MOST_SMALLER);
        int referenceCells = Math.min(n / size, MOST_LARGER);
        int currentCells = Math.min(m / size, MOST_LARGER);
        long affordable = MOST_NUMBERS / Math.max(1, (referenceCells + (long) currentCells) * reference.dimensions());
        size = Math.clamp(affordable, 1, size);
        int[] of = new int[n + m];
        Arrays.fill(of, UNUSED);
        deal(of, 0, n, referenceCells, 0, size, seed);
        deal(of, n, m, currentCells, referenceCells, size, ~seed);
        return new Cells(of, referenceCells, currentCells, size, WindowSizes.of(reference, current));
    }

    private static void deal(int[] of, int first, int window, int cells, int firstCell, int size, long seed) {
        int[] chosen = new CaseDraws(window, cells * size, seed).draw(-1);
        for (int i = 0; i < chosen.length; i++) {
            of[first + chosen[i]] = firstCell + i / size;
        }
    }

    /// Cases used.
    int cases() {
        return count() * size;
    }

    int count() {
        return reference + current;
    }

    /// Whether a case is used, by its number in both windows together.
    boolean uses(int index) {
        return of[index] != UNUSED;
    }

    /// What the value rests on.
    WindowSizes sizes() {
        return new WindowSizes(
                (long) reference * size, (long) current * size, whole.missingReference(), whole.missingCurrent());
    }

    /// In words, to stand in the result; empty when every case was used and relabelled by itself.
    String statement() {
        if (sizes().equals(whole)) {
            return size == 1 ? "" : "; relabelled in cells of " + size + " cases";
        }
        return "; from a random choice of " + reference * size + " of " + whole.reference() + " reference and "
                + current * size + " of " + whole.current() + " current cases"
                + (size == 1 ? "" : ", relabelled in cells of " + size);
    }
}
