package org.vigie.drift.preset;

import java.util.Arrays;
import java.util.TreeSet;
import org.vigie.drift.window.CategoricalWindow;
import org.vigie.drift.window.NumericWindow;

/// How often each distinct value occurs in either window, in ascending order of the values.
///
/// @param values the distinct numbers; for categories their ranks 0, 1, …
/// @param reference count of each value in the reference window
/// @param current count of each value in the current window
record Tally(double[] values, long[] reference, long[] current) {

    static Tally of(NumericWindow reference, NumericWindow current) {
        int n = reference.size();
        int m = current.size();
        double[] values = new double[n + m];
        long[] r = new long[n + m];
        long[] c = new long[n + m];
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < n || j < m) {
            double x = j == m || (i < n && reference.get(i) <= current.get(j)) ? reference.get(i) : current.get(j);
            values[size] = x;
            for (; i < n && reference.get(i) == x; i++) {
                r[size]++;
            }
            for (; j < m && current.get(j) == x; j++) {
                c[size]++;
            }
            size++;
        }
        return new Tally(Arrays.copyOf(values, size), Arrays.copyOf(r, size), Arrays.copyOf(c, size));
    }

    static Tally of(CategoricalWindow reference, CategoricalWindow current) {
        var labels = new TreeSet<>(reference.counts().keySet());
        labels.addAll(current.counts().keySet());
        double[] values = new double[labels.size()];
        Arrays.setAll(values, i -> i);
        return new Tally(
                values,
                labels.stream().mapToLong(reference::count).toArray(),
                labels.stream().mapToLong(current::count).toArray());
    }

    int size() {
        return values.length;
    }

    /// Observations of the reference window.
    long n() {
        return Arrays.stream(reference).sum();
    }

    /// Observations of the current window.
    long m() {
        return Arrays.stream(current).sum();
    }

    /// Distinct values of the reference window.
    long distinctInReference() {
        return Arrays.stream(reference).filter(count -> count > 0).count();
    }

    /// Greatest difference of the distribution functions.
    double supremum() {
        double n = n();
        double m = m();
        long r = 0;
        long c = 0;
        double greatest = 0;
        for (int i = 0; i < size(); i++) {
            r += reference[i];
            c += current[i];
            greatest = Math.max(greatest, Math.abs(r / n - c / m));
        }
        return greatest;
    }

    Shares shares() {
        return Shares.of(reference, current, (double) n(), (double) m());
    }
}
