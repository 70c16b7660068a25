package org.vigie.drift.hypothesis;

import org.vigie.drift.window.NumericWindow;

/// What rank tests need to know of two windows, from one walk through them.
///
/// @param u pairs with the reference observation larger, and half of those that are equal
/// @param ties `Σ (l³ − l)` over the groups of equal observations
/// @param referencePlacements sum of squares, about their mean, of how many current observations lie below each
///     reference observation (equal ones count half)
/// @param currentPlacements the same the other way round
record RankSums(int n, int m, double u, double ties, double referencePlacements, double currentPlacements) {

    static RankSums of(NumericWindow reference, NumericWindow current) {
        int n = reference.size();
        int m = current.size();
        PooledGroups.requireObservations(n, m);
        double u = 0;
        double ties = 0;
        double referenceSquares = 0;
        double currentSquares = 0;
        double currentSum = 0;
        int i = 0;
        int j = 0;
        while (i < n || j < m) {
            double x = j == m || (i < n && reference.get(i) <= current.get(j)) ? reference.get(i) : current.get(j);
            int fromI = i;
            int fromJ = j;
            while (i < n && reference.get(i) == x) {
                i++;
            }
            while (j < m && current.get(j) == x) {
                j++;
            }
            double inReference = (double) i - fromI;
            double inCurrent = (double) j - fromJ;
            // centred, so that the squares of large windows cancel no digits
            double currentBelow = ((double) fromJ + j) / 2 - m / 2.0;
            double referenceBelow = ((double) fromI + i) / 2 - n / 2.0;
            u += inReference * currentBelow;
            referenceSquares += inReference * currentBelow * currentBelow;
            currentSum += inCurrent * referenceBelow;
            currentSquares += inCurrent * referenceBelow * referenceBelow;
            double tied = inReference + inCurrent;
            ties += tied * (tied * tied - 1);
        }
        return new RankSums(
                n,
                m,
                u + (double) n * m / 2,
                ties,
                Math.max(0, referenceSquares - u * u / n),
                Math.max(0, currentSquares - currentSum * currentSum / m));
    }

    double pairs() {
        return (double) n * m;
    }

    /// Variance of U when nothing drifted, given the ties.
    double variance() {
        double total = (double) n + m;
        return total < 2 ? 0 : pairs() / 12 * (total + 1 - ties / (total * (total - 1)));
    }
}
