package org.vigie.drift.hypothesis;

import org.vigie.drift.window.NumericWindow;

/// The distinct values of two windows in ascending order, with how often each window holds them.
///
/// @param reference observations of the reference window at each distinct value
/// @param current observations of the current window at each distinct value
/// @param values the distinct values
/// @param size how many distinct values there are; the arrays may be longer
record PooledGroups(int[] reference, int[] current, double[] values, int size, int n, int m) {

    static PooledGroups of(NumericWindow reference, NumericWindow current) {
        int n = reference.size();
        int m = current.size();
        requireObservations(n, m);
        int[] r = new int[n + m];
        int[] c = new int[n + m];
        double[] values = new double[n + m];
        int size = 0;
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
            r[size] = i - fromI;
            c[size] = j - fromJ;
            values[size++] = x;
        }
        return new PooledGroups(r, c, values, size, n, m);
    }

    /// The groups of one sample. What depends on the ties alone is the same however it is split in two; here the
    /// smallest observation is the current window.
    static PooledGroups ofAll(NumericWindow pooled) {
        NumericWindow none = NumericWindow.of(pooled.get(0));
        PooledGroups groups = of(pooled, none);
        groups.reference[0]--;
        return new PooledGroups(groups.reference, groups.current, groups.values, groups.size, pooled.size() - 1, 1);
    }

    /// Observations of both windows at distinct value `group`.
    int both(int group) {
        return reference[group] + current[group];
    }

    long total() {
        return (long) n + m;
    }

    /// Observations at the most frequent value.
    int largest() {
        int largest = 0;
        for (int group = 0; group < size; group++) {
            largest = Math.max(largest, both(group));
        }
        return largest;
    }

    static void requireObservations(int n, int m) {
        if (n == 0 || m == 0) {
            throw new IllegalArgumentException((n == 0 ? "reference" : "current") + " window is empty");
        }
    }
}
