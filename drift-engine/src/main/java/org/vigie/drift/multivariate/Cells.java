package org.vigie.drift.multivariate;

import org.vigie.drift.verdict.WindowSizes;
import org.vigie.drift.window.FeatureWindow;

/// Cases of two windows grouped at random into cells of one size, so that large windows can be relabelled cell by
/// cell: every case is used but for fewer than one cell in each window, and the relabelling stays exact, as
/// independent cells of one size can be exchanged when nothing drifted.
///
/// @param position in its window, of each case used; the cells of the reference window first, cell after cell
/// @param reference cells of the reference window
/// @param current cells of the current window
/// @param size cases in each cell
/// @param whole sizes of the windows
record Cells(int[] position, int reference, int current, int size, WindowSizes whole) {

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
        int[] before = new Relabelling(n, referenceCells * size, seed).draw(-1);
        int[] now = new Relabelling(m, currentCells * size, ~seed).draw(-1);
        int[] position = new int[before.length + now.length];
        System.arraycopy(before, 0, position, 0, before.length);
        System.arraycopy(now, 0, position, before.length, now.length);
        return new Cells(position, referenceCells, currentCells, size, WindowSizes.of(reference, current));
    }

    int cases() {
        return position.length;
    }

    int count() {
        return reference + current;
    }

    int referenceCases() {
        return reference * size;
    }

    /// What the value rests on.
    WindowSizes sizes() {
        return new WindowSizes(
                referenceCases(), (long) current * size, whole.missingReference(), whole.missingCurrent());
    }

    /// In words, to stand in the result; empty when every case was used and relabelled by itself.
    String statement() {
        if (sizes().equals(whole)) {
            return size == 1 ? "" : "; relabelled in cells of " + size + " cases";
        }
        return "; from a random choice of " + referenceCases() + " of " + whole.reference() + " reference and "
                + current * size + " of " + whole.current() + " current cases"
                + (size == 1 ? "" : ", relabelled in cells of " + size);
    }
}
