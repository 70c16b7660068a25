package org.vigie.drift.hypothesis;

import java.util.List;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.PValue;
import org.vigie.drift.verdict.PValueMethod;
import org.vigie.drift.window.NumericWindow;

/// Distribution of A² when nothing drifted: its limit, with and without ties, and when relabelling is needed.
final class AndersonDarlingLaw {

    private static final WeightedChiSquare LIMIT = limit(32);

    /// A value less frequent than this changes nothing that can be seen in the limit.
    private static final double NEGLIGIBLE_TIE = 1 / 500.0;

    /// Observations outside the most frequent value, expected in the smaller window, from which the limit holds.
    private static final double ENOUGH_OUTSIDE = 25;

    private static final int SMALL = 12;
    private static final int FEW_VALUES = 4;
    private static final int MANY_OF_FEW_VALUES = 100;

    private AndersonDarlingLaw() {}

    static PValue pValue(NumericWindow reference, NumericWindow current, double value, DecisionRule rule) {
        int n = reference.size();
        int m = current.size();
        double total = (double) n + m;
        int frequent = mostFrequent(reference, current);
        if (frequent == total) {
            return new PValue(1, PValueMethod.EXACT);
        }
        boolean ties = hasTies((long) n + m, frequent);
        if (!ties && Math.min(n, m) >= SMALL) {
            return limit(LIMIT, value, n, m);
        }
        PooledGroups groups = PooledGroups.of(reference, current);
        QuadraticWalk walk = QuadraticWalk.standardized(groups);
        if (needsRelabelling(groups, frequent)) {
            return ValueRelabelling.pValue(walk::value, groups, rule.level(), rule.seed());
        }
        return limit(walk.law(), value, n, m);
    }

    static PValue pValue(List<NumericWindow> windows, double value) {
        double[] all = new double[windows.stream().mapToInt(NumericWindow::size).sum()];
        int next = 0;
        for (NumericWindow window : windows) {
            for (int i = 0; i < window.size(); i++) {
                all[next++] = window.get(i);
            }
        }
        NumericWindow pooled = NumericWindow.of(all);
        int frequent = mostFrequent(pooled, NumericWindow.of());
        if (frequent == all.length) {
            return new PValue(1, PValueMethod.EXACT);
        }
        WeightedChiSquare law = hasTies(all.length, frequent)
                ? QuadraticWalk.standardized(PooledGroups.ofAll(pooled)).law()
                : LIMIT;
        return new PValue(survival(law, value, windows.size() - 1, all.length), PValueMethod.LIMIT);
    }

    static double criticalValue(int n, int m, double level) {
        if (n < 1 || m < 1) {
            throw new IllegalArgumentException("sizes " + n + " and " + m + " are not both positive");
        }
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level " + level + " is not in (0, 1)");
        }
        double total = (double) n + m;
        return LIMIT.inverseSurvival(level, 1, x -> correction(LIMIT, x, total));
    }

    /// The limit for infinitely large windows.
    static double limitSurvival(double value, int degrees) {
        return LIMIT.survival(value, degrees);
    }

    /// Never below the probability of complete separation, which the correction knows nothing of.
    private static PValue limit(WeightedChiSquare law, double value, int n, int m) {
        double uncorrected = law.survival(value, 1);
        double corrected = uncorrected * correction(law, value, (double) n + m);
        double least = Math.min(uncorrected, KolmogorovSmirnovTest.smallestPValue(n, m));
        return new PValue(Math.max(corrected, least), PValueMethod.LIMIT);
    }

    private static double survival(WeightedChiSquare law, double value, int degrees, double total) {
        return law.survival(value, degrees) * correction(law, value / degrees, total);
    }

    private static double correction(WeightedChiSquare law, double value, double total) {
        double y = value / (2 * law.largest());
        return Math.exp(-y * y / (2 * total));
    }

    /// Whether ties change the limit enough to be seen.
    static boolean hasTies(long total, int frequent) {
        return frequent > 1 && frequent > total * NEGLIGIBLE_TIE;
    }

    static boolean needsRelabelling(PooledGroups groups, int frequent) {
        double hand = Math.min(groups.n(), groups.m());
        double share = frequent / (double) groups.total();
        return hand < SMALL
                || (share > 0.5 && hand * (1 - share) < ENOUGH_OUTSIDE)
                || (groups.size() <= FEW_VALUES && hand < MANY_OF_FEW_VALUES);
    }

    private static int mostFrequent(NumericWindow reference, NumericWindow current) {
        int n = reference.size();
        int m = current.size();
        int most = 0;
        int i = 0;
        int j = 0;
        while (i < n || j < m) {
            double x = j == m || (i < n && reference.get(i) <= current.get(j)) ? reference.get(i) : current.get(j);
            int from = i + j;
            while (i < n && reference.get(i) == x) {
                i++;
            }
            while (j < m && current.get(j) == x) {
                j++;
            }
            most = Math.max(most, i + j - from);
        }
        return most;
    }

    private static WeightedChiSquare limit(int first) {
        double[] weights = new double[first];
        for (int j = 1; j <= first; j++) {
            weights[j - 1] = 1.0 / (j * (j + 1.0));
        }
        double squares = 0;
        double cubes = 0;
        for (int j = 100_000; j > first; j--) {
            double weight = 1.0 / (j * (j + 1.0));
            squares += weight * weight;
            cubes += weight * weight * weight;
        }
        return WeightedChiSquare.of(weights, 1.0 / (first + 1), squares, cubes);
    }
}
