package org.vigie.drift.agreement;

import java.util.Optional;
import java.util.OptionalDouble;

/// Krippendorff's α: agreement of any number of readers, on any scale, with gaps.
///
/// ## Definition
///
/// ```text
/// α = 1 − (n − 1) Σ_{c<k} o(c,k) δ²(c,k) / Σ_{c<k} n(c) n(k) δ²(c,k)
///
/// o(c,k)  coincidences: each case with m ≥ 2 answers gives every ordered pair of its answers 1/(m − 1)
/// n(c)    answers c in such cases, n their number
/// δ²      nominal 1; interval (c − k)²; ordinal (Σ_{g=c…k} n(g) − (n(c) + n(k))/2)²
/// ```
///
/// ## Unit and range
///
/// At most 1; 0 is chance; below 0 readers disagree systematically.
///
/// ## Reading the value
///
/// Krippendorff asks for 0.80 and regards values below 0.667 as no basis for conclusions. The choice of scale is part
/// of the number: state it. Its interval comes from [AgreementBootstrap].
///
/// ## Where this differs from the usual formula
///
/// When all answers are the same, α is 0/0 and undefined with that reason. Krippendorff's own bootstrap draws pairs of
/// answers; ours draws cases, which are what a new study would draw.
///
/// ## Sources
///
/// 1. Krippendorff, K. (2011). *Computing Krippendorff's alpha-reliability.* University of Pennsylvania,
///    Departmental Papers (ASC) 43.
/// 2. Hayes, A. F., & Krippendorff, K. (2007). *Answering the call for a standard reliability measure for coding
///    data.* Communication Methods and Measures 1(1), 77–89. doi:10.1080/19312450709336664
public enum KrippendorffAlpha {
    NOMINAL {
        @Override
        double difference(int c, int k, double[] values, double[] counts) {
            return 1;
        }
    },
    ORDINAL {
        @Override
        double difference(int c, int k, double[] values, double[] counts) {
            double between = -(counts[c] + counts[k]) / 2;
            for (int g = c; g <= k; g++) {
                between += counts[g];
            }
            return between * between;
        }
    },
    INTERVAL {
        @Override
        double difference(int c, int k, double[] values, double[] counts) {
            return (values[c] - values[k]) * (values[c] - values[k]);
        }
    };

    /// Squared difference of categories `c < k`.
    abstract double difference(int c, int k, double[] values, double[] counts);

    /// α without an interval; observed and expected are one minus the disagreements, relative to chance.
    public Agreement of(Ratings ratings) {
        String name = "Krippendorff's α, " + name().toLowerCase(java.util.Locale.ROOT);
        if (ratings.readers() < 2) {
            return new Agreement.Undefined(name, "it compares at least two readers, there is " + ratings.readers());
        }
        int k = ratings.categories().size();
        double[][] coincidences = new double[k][k];
        double[] counts = new double[k];
        double n = 0;
        for (int[] one : ratings.counts()) {
            int answers = 0;
            for (int count : one) {
                answers += count;
            }
            if (answers >= 2) {
                n += answers;
                for (int c = 0; c < k; c++) {
                    counts[c] += one[c];
                    for (int other = c + 1; other < k; other++) {
                        coincidences[c][other] += (double) one[c] * one[other] / (answers - 1);
                    }
                }
            }
        }
        if (n == 0) {
            return new Agreement.Undefined(name, "no case was rated by two readers");
        }
        double observed = 0;
        double expected = 0;
        for (int c = 0; c < k; c++) {
            for (int other = c + 1; other < k; other++) {
                double difference = difference(c, other, ratings.values(), counts);
                observed += coincidences[c][other] * difference;
                expected += counts[c] * counts[other] * difference / (n - 1);
            }
        }
        if (expected == 0) {
            return new Agreement.Undefined(name, "all answers are the same, so chance agreement is 1");
        }
        double alpha = 1 - observed / expected;
        return new Agreement.Estimated(
                name, alpha, alpha, 0, OptionalDouble.empty(), Optional.empty(), ratings.pairable());
    }
}
