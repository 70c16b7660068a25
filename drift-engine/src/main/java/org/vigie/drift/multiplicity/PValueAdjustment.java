package org.vigie.drift.multiplicity;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Adjusts the p-values of tests that are judged together, so that each can be compared with the level
/// of the whole.
///
/// ## Definition
///
/// With the p-values in ascending order, `p₁ ≤ … ≤ pₖ`:
///
/// ```text
/// Bonferroni           min(1, k·pᵢ)
/// Holm                 max over j ≤ i of min(1, (k − j + 1)·pⱼ)
/// Benjamini–Hochberg   min over j ≥ i of min(1, k·pⱼ / j)
/// ```
///
/// ## Reading the value
///
/// Rejecting where the Holm-adjusted value is at most α keeps the probability of *any* false alarm at
/// or below α, however the tests depend on each other. Benjamini–Hochberg keeps the expected *share* of
/// false alarms among the alarms at or below α, for independent or positively dependent tests.
///
/// ## Sources
///
/// 1. Holm, S. (1979). *A simple sequentially rejective multiple test procedure.* Scandinavian Journal
///    of Statistics 6(2), 65–70. <https://www.jstor.org/stable/4615733>
/// 2. Benjamini, Y., & Hochberg, Y. (1995). *Controlling the false discovery rate.* Journal of the Royal
///    Statistical Society B 57(1), 289–300. doi:10.1111/j.2517-6161.1995.tb02031.x
public enum PValueAdjustment {
    BONFERRONI {
        @Override
        void adjustAscending(double[] p) {
            for (int i = 0; i < p.length; i++) {
                p[i] = Math.min(1, p.length * p[i]);
            }
        }
    },
    HOLM {
        @Override
        void adjustAscending(double[] p) {
            double largest = 0;
            for (int i = 0; i < p.length; i++) {
                largest = Math.max(largest, Math.min(1, (p.length - i) * p[i]));
                p[i] = largest;
            }
        }
    },
    BENJAMINI_HOCHBERG {
        @Override
        void adjustAscending(double[] p) {
            double smallest = 1;
            for (int i = p.length - 1; i >= 0; i--) {
                smallest = Math.min(smallest, p.length * p[i] / (i + 1));
                p[i] = smallest;
            }
        }
    };

    /// The adjusted p-values, in the order of those given. The array handed in is not changed.
    ///
    /// @throws IllegalArgumentException if a p-value is not in [0, 1], naming its index
    public double[] adjust(double... pValues) {
        for (int i = 0; i < pValues.length; i++) {
            if (!(pValues[i] >= 0 && pValues[i] <= 1)) {
                throw new IllegalArgumentException("pValues[" + i + "] is " + pValues[i]);
            }
        }
        Integer[] order = IntStream.range(0, pValues.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i]))
                .toArray(Integer[]::new);
        double[] ascending = Arrays.stream(order).mapToDouble(i -> pValues[i]).toArray();
        adjustAscending(ascending);
        double[] adjusted = new double[pValues.length];
        for (int rank = 0; rank < order.length; rank++) {
            adjusted[order[rank]] = ascending[rank];
        }
        return adjusted;
    }

    abstract void adjustAscending(double[] p);
}
