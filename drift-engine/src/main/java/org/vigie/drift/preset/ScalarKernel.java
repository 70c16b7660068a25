package org.vigie.drift.preset;

import org.vigie.drift.window.NumericWindow;

/// Gaussian kernel of numbers, `exp(−(x − y)² / 2σ²)`.
record ScalarKernel(double sigma) {

    /// σ² is half the median of the squared differences of all pairs, each value with itself included; 1/2 when that
    /// median is 0.
    static ScalarKernel medianOf(NumericWindow window) {
        double squared = medianSquaredDifference(window);
        return new ScalarKernel(Math.sqrt(squared == 0 ? 0.5 : 0.5 * squared));
    }

    /// Mean of the kernel within each window, a value with itself left out, less twice the mean between them.
    double discrepancy(NumericWindow reference, NumericWindow current) {
        double n = reference.size();
        double m = current.size();
        return 2 * withinSum(reference) / (n * (n - 1))
                + 2 * withinSum(current) / (m * (m - 1))
                - 2 * betweenSum(reference, current) / (n * m);
    }

    private double withinSum(NumericWindow window) {
        double sum = 0;
        for (int i = 0; i < window.size(); i++) {
            double row = 0;
            for (int j = 0; j < i; j++) {
                row += of(window.get(i), window.get(j));
            }
            sum += row;
        }
        return sum;
    }

    private double betweenSum(NumericWindow reference, NumericWindow current) {
        double sum = 0;
        for (int i = 0; i < reference.size(); i++) {
            double row = 0;
            for (int j = 0; j < current.size(); j++) {
                row += of(reference.get(i), current.get(j));
            }
            sum += row;
        }
        return sum;
    }

    private double of(double x, double y) {
        return Math.exp(-(x - y) * (x - y) / (2 * sigma * sigma));
    }

    /// The squared difference of rank ⌊N/2⌋ among all N = n² ordered pairs, by bisection over differences: how many
    /// pairs of sorted values differ by at most d is one sweep.
    private static double medianSquaredDifference(NumericWindow window) {
        long n = window.size();
        long rank = n * n / 2;
        double low = 0;
        double high = window.get(window.size() - 1) - window.get(0);
        if (pairsWithin(window, 0) > rank) {
            return 0;
        }
        for (int i = 0; i < 2_000 && Math.nextUp(low) < high; i++) {
            double middle = low + (high - low) / 2;
            if (pairsWithin(window, middle) > rank) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high * high;
    }

    /// Ordered pairs, each value with itself included, that differ by at most `d`.
    private static long pairsWithin(NumericWindow window, double d) {
        long pairs = 0;
        int from = 0;
        for (int i = 0; i < window.size(); i++) {
            while (window.get(i) - window.get(from) > d) {
                from++;
            }
            pairs += i - from;
        }
        return 2 * pairs + window.size();
    }
}
