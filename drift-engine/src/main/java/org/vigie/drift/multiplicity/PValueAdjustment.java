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
/// Bonferroni             min(1, k·pᵢ)
/// Šidák                  1 − (1 − pᵢ)ᵏ
/// Holm                   max over j ≤ i of min(1, (k − j + 1)·pⱼ)
/// Holm–Šidák             max over j ≤ i of 1 − (1 − pⱼ)^(k − j + 1)
/// Hochberg               min over j ≥ i of min(1, (k − j + 1)·pⱼ)
/// Hommel                 the closed test of Simes' inequality
/// Benjamini–Hochberg     min over j ≥ i of min(1, k·pⱼ / j)
/// Benjamini–Yekutieli    min over j ≥ i of min(1, k·(1 + 1/2 + … + 1/k)·pⱼ / j)
/// ```
///
/// ## Reading the value
///
/// Rejecting where the Holm-adjusted value is at most α keeps the probability of *any* false alarm at
/// or below α, however the tests depend on each other; so does Bonferroni, with less power. Šidák's forms,
/// Hochberg and Hommel do so for independent or positively dependent tests. Benjamini–Hochberg keeps the
/// expected *share* of false alarms among the alarms at or below α, for independent or positively dependent
/// tests, Benjamini–Yekutieli however they depend on each other.
///
/// Equal p-values get equal adjusted values; a p-value of 0 stays 0 and one of 1 stays 1.
///
/// ## Sources
///
/// 1. Holm, S. (1979). *A simple sequentially rejective multiple test procedure.* Scandinavian Journal
///    of Statistics 6(2), 65–70. <https://www.jstor.org/stable/4615733>
/// 2. Benjamini, Y., & Hochberg, Y. (1995). *Controlling the false discovery rate.* Journal of the Royal
///    Statistical Society B 57(1), 289–300. doi:10.1111/j.2517-6161.1995.tb02031.x
/// 3. Benjamini, Y., & Yekutieli, D. (2001). *The control of the false discovery rate in multiple testing
///    under dependency.* Annals of Statistics 29(4), 1165–1188. doi:10.1214/aos/1013699998
/// 4. Hochberg, Y. (1988). *A sharper Bonferroni procedure for multiple tests of significance.* Biometrika
///    75(4), 800–802. doi:10.1093/biomet/75.4.800
/// 5. Hommel, G. (1988). *A stagewise rejective multiple test procedure based on a modified Bonferroni
///    test.* Biometrika 75(2), 383–386. doi:10.1093/biomet/75.2.383
/// 6. Šidák, Z. (1967). *Rectangular confidence regions for the means of multivariate normal
///    distributions.* Journal of the American Statistical Association 62(318), 626–633.
///    doi:10.1080/01621459.1967.10482935
public enum PValueAdjustment {
    BONFERRONI {
        @Override
        void adjustAscending(double[] p) {
            for (int i = 0; i < p.length; i++) {
                p[i] = Math.min(1, p.length * p[i]);
            }
        }
    },
    SIDAK {
        @Override
        void adjustAscending(double[] p) {
            for (int i = 0; i < p.length; i++) {
                p[i] = anyOf(p[i], p.length);
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
    HOLM_SIDAK {
        @Override
        void adjustAscending(double[] p) {
            double largest = 0;
            for (int i = 0; i < p.length; i++) {
                largest = Math.max(largest, anyOf(p[i], p.length - i));
                p[i] = largest;
            }
        }
    },
    HOCHBERG {
        @Override
        void adjustAscending(double[] p) {
            double smallest = 1;
            for (int i = p.length - 1; i >= 0; i--) {
                smallest = Math.min(smallest, (p.length - i) * p[i]);
                p[i] = smallest;
            }
        }
    },
    HOMMEL {
        @Override
        void adjustAscending(double[] p) {
            int k = p.length;
            double[] raw = p.clone();
            // for each size m of an intersection, the Simes value of the m largest p-values or of one p and the
            // m − 1 largest, whichever the intersection that hides p best is made of
            for (int m = k; m > 1; m--) {
                double simes = 1;
                for (int j = 1; j <= m; j++) {
                    simes = Math.min(simes, m * raw[k - m + j - 1] / j);
                }
                double outside = 1;
                for (int j = 2; j <= m; j++) {
                    outside = Math.min(outside, m * raw[k - m + j - 1] / j);
                }
                for (int i = 0; i < k; i++) {
                    double bound = i > k - m ? simes : Math.min(outside, m * raw[i]);
                    p[i] = Math.max(p[i], Math.min(1, bound));
                }
            }
        }
    },
    BENJAMINI_HOCHBERG {
        @Override
        void adjustAscending(double[] p) {
            stepUp(p, 1);
        }
    },
    BENJAMINI_YEKUTIELI {
        @Override
        void adjustAscending(double[] p) {
            double harmonic = 0;
            for (int i = p.length; i > 0; i--) {
                harmonic += 1.0 / i;
            }
            stepUp(p, harmonic);
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

    private static void stepUp(double[] p, double factor) {
        double smallest = 1;
        for (int i = p.length - 1; i >= 0; i--) {
            smallest = Math.min(smallest, p.length * factor * p[i] / (i + 1));
            p[i] = smallest;
        }
    }

    /// Probability that any of `tests` independent tests has a p-value this small.
    private static double anyOf(double p, int tests) {
        return p == 1 ? 1 : -Math.expm1(tests * Math.log1p(-p));
    }
}
