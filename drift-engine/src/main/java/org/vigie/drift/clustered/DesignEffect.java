package org.vigie.drift.clustered;

import java.util.Locale;
import java.util.Optional;

/// How much less clustered cases tell than as many independent ones.
///
/// ## Definition
///
/// From a one-way analysis of variance of `k` clusters of sizes `mᵢ`, `n = Σ mᵢ`:
///
/// ```text
/// intraclass correlation  ρ = (B − W) / (B + (m₀ − 1) W)        B, W: mean squares between and within clusters
/// m₀ = (n − Σ mᵢ²/n) / (k − 1)
/// design effect           1 + (m* − 1) ρ,   m* = Σ mᵢ²/n;   effective cases  n / design effect
/// ```
///
/// ## Unit and range
///
/// `ρ` in `[−1/(m₀ − 1), 1]`; the design effect is taken as at least 1 and at most `m*`.
///
/// ## Reading the value
///
/// A design effect of 3 says that 150 cases tell as much as 50. Tests that take cases as independent then cry
/// too often: with `ρ = 0.5` and 30 clusters of 5, Kolmogorov–Smirnov at 5 % does so in 24 % of weeks. Use
/// [ClusterPermutationTest].
///
/// ## Sources
///
/// 1. Donner, A. (1986). *A review of inference procedures for the intraclass correlation coefficient in the one-way
///    random effects model.* International Statistical Review 54(1), 67–82. doi:10.2307/1403259
/// 2. Kish, L. (1965). *Survey sampling.* Wiley, section 5.4.
///
/// @param cases values present
/// @param clusters clusters with a value
/// @param intraclassCorrelation `ρ`
/// @param designEffect at least 1
public record DesignEffect(int cases, int clusters, double intraclassCorrelation, double designEffect) {

    /// From here on cases count as clustered: standard errors are too small by more than 5 %.
    public static final double NOTABLE = 1.1;

    /// The design effect of a sample; empty when it has fewer than two clusters, no cluster of two, or no variance.
    public static Optional<DesignEffect> of(ClusteredSample sample) {
        int n = sample.size();
        int k = sample.clusters();
        if (k < 2 || n == k) {
            return Optional.empty();
        }
        double squaredSizes = 0;
        double within = 0;
        double[] means = new double[k];
        double mean = 0;
        for (int i = 0; i < k; i++) {
            double[] part = sample.cluster(i);
            double sum = 0;
            for (double value : part) {
                sum += value / part.length;
            }
            means[i] = sum;
            for (double value : part) {
                within += (value - sum) * (value - sum);
            }
            squaredSizes += (double) part.length * part.length;
            mean += sum * part.length / n;
        }
        double between = 0;
        for (int i = 0; i < k; i++) {
            between += sample.cluster(i).length * (means[i] - mean) * (means[i] - mean);
        }
        double b = between / (k - 1);
        double w = within / (n - k);
        double typical = (n - squaredSizes / n) / (k - 1);
        double total = b + (typical - 1) * w;
        if (!(total > 0) || !Double.isFinite(total)) {
            return Optional.empty();
        }
        double rho = (b - w) / total;
        double average = squaredSizes / n;
        return Optional.of(new DesignEffect(n, k, rho, Math.clamp(1 + (average - 1) * rho, 1, average)));
    }

    /// As many independent cases would tell as much.
    public double effectiveCases() {
        return cases / designEffect;
    }

    /// Whether cases count as clustered.
    public boolean notable() {
        return designEffect >= NOTABLE;
    }

    /// The finding in words, for the reader of a report.
    public String note() {
        String clustered = cases + " cases in " + clusters + " clusters tell as much as ";
        return notable()
                ? clustered
                        + String.format(
                                Locale.ROOT,
                                "%.0f independent ones (design effect %.1f)",
                                effectiveCases(),
                                designEffect)
                : clustered + "independent ones";
    }
}
