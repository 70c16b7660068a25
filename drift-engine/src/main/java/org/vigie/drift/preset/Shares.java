package org.vigie.drift.preset;

import java.util.Arrays;

/// Shares of two windows over the same bins, and the divergences between them as the tools compute them.
record Shares(double[] reference, double[] current) {

    /// Shares of counts among `n` and `m` observations.
    static Shares of(long[] reference, long[] current, double n, double m) {
        return new Shares(
                Arrays.stream(reference).mapToDouble(count -> count / n).toArray(),
                Arrays.stream(current).mapToDouble(count -> count / m).toArray());
    }

    /// Jensen–Shannon distance with natural logarithm: 0 to √ln 2 = 0.8326.
    double jensenShannon() {
        double n = Arrays.stream(reference).sum();
        double m = Arrays.stream(current).sum();
        double sum = 0;
        for (int i = 0; i < reference.length; i++) {
            double p = reference[i] / n;
            double q = current[i] / m;
            double middle = (p + q) / 2;
            sum += relativeEntropy(p, middle) + relativeEntropy(q, middle);
        }
        return Math.sqrt(Math.max(0, sum) / 2);
    }

    /// Σ r·ln(r/c) after both sum to 1.
    double kullbackLeibler() {
        double n = Arrays.stream(reference).sum();
        double m = Arrays.stream(current).sum();
        double sum = 0;
        for (int i = 0; i < reference.length; i++) {
            sum += relativeEntropy(reference[i] / n, current[i] / m);
        }
        return sum;
    }

    /// Σ (r − c)·ln(r/c).
    double stabilityIndex() {
        double sum = 0;
        for (int i = 0; i < reference.length; i++) {
            sum += (reference[i] - current[i]) * Math.log(reference[i] / current[i]);
        }
        return sum;
    }

    /// √(1 − Σ √(r·c)).
    double hellingerByAffinity() {
        double affinity = 0;
        for (int i = 0; i < reference.length; i++) {
            affinity += Math.sqrt(reference[i] * current[i]);
        }
        return Math.sqrt(1 - Math.clamp(affinity, 0.0, 1.0));
    }

    /// √(Σ (√r − √c)²) / √2.
    double hellinger() {
        double sum = 0;
        for (int i = 0; i < reference.length; i++) {
            double d = Math.sqrt(reference[i]) - Math.sqrt(current[i]);
            sum += d * d;
        }
        return Math.sqrt(sum) / Math.sqrt(2);
    }

    double totalVariation() {
        double sum = 0;
        for (int i = 0; i < reference.length; i++) {
            sum += Math.abs(reference[i] - current[i]);
        }
        return sum / 2;
    }

    /// Greatest difference of a share.
    double supremum() {
        double greatest = 0;
        for (int i = 0; i < reference.length; i++) {
            greatest = Math.max(greatest, Math.abs(reference[i] - current[i]));
        }
        return greatest;
    }

    /// Each empty bin becomes 0.0001, or a millionth of the smallest share where that is at most 0.0001.
    Shares withoutZeros() {
        return new Shares(withoutZeros(reference), withoutZeros(current));
    }

    private static double[] withoutZeros(double[] shares) {
        double smallest = Arrays.stream(shares).filter(share -> share > 0).min().orElse(1);
        double filling = smallest <= 0.0001 ? smallest / 1e6 : 0.0001;
        return Arrays.stream(shares).map(share -> share == 0 ? filling : share).toArray();
    }

    private static double relativeEntropy(double p, double q) {
        return p == 0 ? 0 : p * Math.log(p / q);
    }
}
