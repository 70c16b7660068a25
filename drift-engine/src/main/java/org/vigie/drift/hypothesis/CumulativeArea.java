package org.vigie.drift.hypothesis;

import org.vigie.drift.verdict.PValue;
import org.vigie.drift.verdict.PValueMethod;
import org.vigie.drift.window.NumericWindow;

/// How large the area between two cumulative shares may be when nothing drifted: the null distribution of the
/// Wasserstein and of the energy distance.
///
/// Unlike those of rank tests, these nulls depend on the values themselves. Given the values of both windows
/// together, every split into windows of these sizes is equally likely; the p-values come from seeded relabelling,
/// which costs the size of the smaller window for each draw.
public final class CumulativeArea {

    /// Observations in the smaller window from which the limit of the energy distance may be used.
    private static final int LARGE = 2_000;

    /// Most of the null mean that the outermost observations may make up in that limit.
    private static final double MOST_FROM_ENDS = 0.05;

    private static final int OUTERMOST = 25;

    private CumulativeArea() {}

    /// P-value of `∫ |F(x) − G(x)| dx`.
    ///
    /// @throws IllegalArgumentException if a window is empty, or `level` is not in (0, 1)
    public static PValue ofAbsolute(NumericWindow reference, NumericWindow current, double level, long seed) {
        PooledGroups groups = PooledGroups.of(reference, current);
        return groups.size() == 1
                ? new PValue(1, PValueMethod.EXACT)
                : ValueRelabelling.pValue(new AbsoluteWalk(groups)::value, groups, level, seed);
    }

    /// P-value of `∫ (F(x) − G(x))² dx`: from its limit, a sum of weighted χ², for windows of 2,000 observations and
    /// more whose outermost values do not dominate it, by relabelling otherwise.
    ///
    /// @throws IllegalArgumentException if a window is empty, or `level` is not in (0, 1)
    public static PValue ofSquares(NumericWindow reference, NumericWindow current, double level, long seed) {
        PooledGroups groups = PooledGroups.of(reference, current);
        if (groups.size() == 1) {
            return new PValue(1, PValueMethod.EXACT);
        }
        double[] widths = widths(groups);
        double pairs = (double) groups.n() * groups.m();
        QuadraticWalk walk = QuadraticWalk.weighted(groups, widths, 1 / (pairs * pairs));
        if (Math.min(groups.n(), groups.m()) >= LARGE && shareOfEnds(groups, widths) <= MOST_FROM_ENDS) {
            double value = ValueRelabelling.observed(walk::value, groups);
            return new PValue(walk.law().survival(value, 1), PValueMethod.LIMIT);
        }
        return ValueRelabelling.pValue(walk::value, groups, level, seed);
    }

    /// `∫ (F(x) − G(x))² dx`.
    ///
    /// @throws IllegalArgumentException if a window is empty
    public static double squares(NumericWindow reference, NumericWindow current) {
        int n = reference.size();
        int m = current.size();
        PooledGroups.requireObservations(n, m);
        double area = 0;
        double previous = Math.min(reference.get(0), current.get(0));
        int i = 0;
        int j = 0;
        while (i < n || j < m) {
            boolean fromReference = j == m || (i < n && reference.get(i) <= current.get(j));
            double x = fromReference ? reference.get(i) : current.get(j);
            double difference = ((double) i * m - (double) j * n) / ((double) n * m);
            area += difference * difference * (x - previous);
            previous = x;
            if (fromReference) {
                i++;
            } else {
                j++;
            }
        }
        return area;
    }

    private static double[] widths(PooledGroups groups) {
        double[] widths = new double[groups.size()];
        for (int j = 0; j + 1 < groups.size(); j++) {
            widths[j] = groups.values()[j + 1] - groups.values()[j];
        }
        return widths;
    }

    /// Share of the null mean that lies where fewer than 25 observations of the smaller window are expected beyond.
    private static double shareOfEnds(PooledGroups groups, double[] widths) {
        double total = groups.total();
        double outer = OUTERMOST * total / Math.min(groups.n(), groups.m());
        double ends = 0;
        double all = 0;
        double below = 0;
        for (int j = 0; j < groups.size(); j++) {
            below += groups.both(j);
            double part = widths[j] * below * (total - below);
            all += part;
            ends += Math.min(below, total - below) < outer ? part : 0;
        }
        return ends / all;
    }

    /// `∫ |F − G| dx` of a set of members; between two of them the difference of shares falls through 0 once.
    private static final class AbsoluteWalk {

        private final double[] behind;
        private final double[] width;
        private final double[] moment;
        private final int size;
        private final double total;
        private final double hand;

        AbsoluteWalk(PooledGroups groups) {
            size = groups.size();
            total = groups.total();
            hand = Math.min(groups.n(), groups.m());
            double[] widths = widths(groups);
            behind = new double[size];
            width = new double[size + 1];
            moment = new double[size + 1];
            double below = 0;
            for (int j = 0; j < size; j++) {
                below += groups.both(j);
                behind[j] = below;
                width[j + 1] = width[j] + widths[j];
                moment[j + 1] = moment[j] + widths[j] * below;
            }
        }

        double value(int[] hits, int[] members, int count) {
            double sum = 0;
            double k = 0;
            int next = 0;
            for (int i = 0; i < count; i++) {
                sum += between(next, hits[i], k);
                k += members[i];
                next = hits[i];
            }
            return (sum + between(next, size, k)) / (hand * (total - hand));
        }

        /// `Σ |N k − h b| · width` over the groups from `from` to before `to`.
        private double between(int from, int to, double k) {
            int low = from;
            int high = to;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (hand * behind[middle] <= total * k) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            double rising = total * k * (width[low] - width[from]) - hand * (moment[low] - moment[from]);
            double falling = total * k * (width[to] - width[low]) - hand * (moment[to] - moment[low]);
            return rising - falling;
        }
    }
}
