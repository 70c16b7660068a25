package org.vigie.drift.multivariate;

import java.util.stream.IntStream;

/// Sums of scores over units that are dealt anew to two windows: the core of every test here that asks for a
/// difference in means.
///
/// A unit is a case, or a cell of as many cases as every other cell: when nothing drifted, cells can be exchanged
/// as cases can. Scores are held in fixed point, so that sums are exact in any order.
final class UnitRelabelling {

    private final int[][] units;
    private final int[] observed;
    private final double sign;
    private final CaseDraws relabelling;
    private final double[] unit;
    private final double[] expected;
    private final double[] deviation;

    private UnitRelabelling(int[][] units, int n, double[] unit, long seed) {
        int total = units.length;
        int hand = Math.min(n, total - n);
        boolean drawsCurrent = hand == total - n;
        this.units = units;
        this.unit = unit;
        observed =
                IntStream.range(drawsCurrent ? n : 0, drawsCurrent ? total : n).toArray();
        sign = drawsCurrent ? 1 : -1;
        relabelling = new CaseDraws(total, hand, seed);
        expected = new double[unit.length];
        deviation = new double[unit.length];
        moments();
    }

    /// @param scores `scores[u][k]`: unit u, score k; units of the reference window first
    /// @param n units of the reference window
    static UnitRelabelling of(double[][] scores, int n, long seed) {
        double[] unit = new double[scores[0].length];
        for (double[] one : scores) {
            for (int k = 0; k < unit.length; k++) {
                unit[k] = Math.max(unit[k], Math.abs(one[k]));
            }
        }
        double most = Math.floor((double) Integer.MAX_VALUE / Math.min(n, scores.length - n));
        for (int k = 0; k < unit.length; k++) {
            unit[k] = unit[k] == 0 ? 1 : unit[k] / most;
        }
        int[][] units = new int[scores.length][];
        for (int u = 0; u < scores.length; u++) {
            double[] one = scores[u];
            int[] rounded = new int[unit.length];
            for (int k = 0; k < rounded.length; k++) {
                rounded[k] = (int) Math.rint(one[k] / unit[k]);
            }
            units[u] = rounded;
        }
        return new UnitRelabelling(units, n, unit, seed);
    }

    /// Mean and standard deviation of a sum over all relabellings, in steps of the fixed point.
    private void moments() {
        double total = units.length;
        double hand = relabelling.hand();
        double[] squares = new double[unit.length];
        for (int[] one : units) {
            for (int k = 0; k < squares.length; k++) {
                expected[k] += one[k];
            }
        }
        for (int k = 0; k < squares.length; k++) {
            expected[k] /= total;
        }
        for (int[] one : units) {
            for (int k = 0; k < squares.length; k++) {
                squares[k] += (one[k] - expected[k]) * (one[k] - expected[k]);
            }
        }
        for (int k = 0; k < squares.length; k++) {
            deviation[k] = Math.sqrt(squares[k] / total * hand * (total - hand) / (total - 1));
            expected[k] *= hand;
        }
    }

    /// Standard deviation of one sum over all relabellings, in the unit of the scores.
    double deviation(int score) {
        return deviation[score] * unit[score];
    }

    /// Standardised sums of the current window as observed: 0 expected, variance 1 over all relabellings.
    double[] observed() {
        double[] observed = standardised(sums(this.observed));
        for (int k = 0; k < observed.length; k++) {
            observed[k] *= sign;
        }
        return observed;
    }

    /// Standardised sums of one relabelling, up to the sign of all of them together.
    double[] drawn(int number) {
        return standardised(sums(relabelling.draw(number)));
    }

    private int[] sums(int[] chosen) {
        int[] sums = new int[unit.length];
        for (int u : chosen) {
            int[] one = units[u];
            for (int k = 0; k < sums.length; k++) {
                sums[k] += one[k];
            }
        }
        return sums;
    }

    private double[] standardised(int[] sums) {
        double[] standardised = new double[sums.length];
        for (int k = 0; k < sums.length; k++) {
            // below one step of the fixed point a score does not vary
            standardised[k] = deviation[k] < 1 ? 0 : (sums[k] - expected[k]) / deviation[k];
        }
        return standardised;
    }
}
