package org.vigie.drift.distance;

import org.vigie.drift.window.NumericWindow;

/// `∫ |F(x) − G(x)| dx`, by one pass over both windows, or by searches when one is much smaller.
final class WassersteinArea {

    /// From this ratio of sizes on, searching beats passing.
    private static final int MUCH_SMALLER = 32;

    private WassersteinArea() {}

    static double between(NumericWindow a, NumericWindow b) {
        if (a.size() / MUCH_SMALLER > b.size()) {
            return bySearch(a, b);
        }
        return b.size() / MUCH_SMALLER > a.size() ? bySearch(b, a) : byPass(a, b);
    }

    static double byPass(NumericWindow reference, NumericWindow current) {
        int n = reference.size();
        int m = current.size();
        double area = 0;
        double previous = Math.min(reference.get(0), current.get(0));
        int i = 0;
        int j = 0;
        while (i < n || j < m) {
            boolean fromReference = j == m || (i < n && reference.get(i) <= current.get(j));
            double x = fromReference ? reference.get(i) : current.get(j);
            // |i/n − j/m| in whole numbers, so that equal shares cancel exactly
            area += Math.abs((long) i * m - (long) j * n) * (x - previous);
            previous = x;
            if (fromReference) {
                i++;
            } else {
                j++;
            }
        }
        return area / ((double) n * m);
    }

    /// Between neighbouring values of the small window its share stays, and the large one's rises through it once.
    static double bySearch(NumericWindow large, NumericWindow small) {
        long n = large.size();
        long m = small.size();
        double origin = large.get(0);
        double end = Math.max(large.get(large.size() - 1), small.get(small.size() - 1));
        double previous = Math.min(origin, small.get(0));
        int below = 0;
        double area = 0;
        for (int j = 0; j <= m; j++) {
            double x = j < m ? small.get(j) : end;
            int upTo = large.countUpTo(x, below);
            // the share of the large window reaches j/m with its observation of this rank
            long rank = (n * j + m - 1) / m;
            int crossing = Math.clamp(rank, below, upTo);
            double middle = rank > upTo ? x : rank <= below ? previous : large.get(crossing - 1);
            double target = (double) n * j / m;
            area += target * (middle - previous) - shares(large, origin, previous, middle, below, crossing);
            area += shares(large, origin, middle, x, crossing, upTo) - target * (x - middle);
            previous = x;
            below = upTo;
        }
        return area / n;
    }

    /// `∫ n F(x) dx` from `a` to `b`, where `countA` observations are up to `a` and `countB` up to `b`.
    private static double shares(NumericWindow large, double origin, double a, double b, int countA, int countB) {
        double stepped = large.sumAboveSmallest(countB) - large.sumAboveSmallest(countA);
        return countB * (b - origin) - countA * (a - origin) - stepped;
    }
}
