package org.vigie.drift.preset;

/// The methods of Evidently 0.7 whose answer does not hang on its random numbers, with its default thresholds.
///
/// Its `empirical_mmd` and `TVD` p-values come from its own permutations and its domain classifiers from a random
/// split; what of them is a definite number is in [EvidentlyEmbeddings], [EvidentlyPreset#maximumMeanDiscrepancy]
/// and [EvidentlyPreset#totalVariation].
public enum EvidentlyMethod {
    KOLMOGOROV_SMIRNOV("ks", 0.05, Kind.P_VALUE),
    CHI_SQUARE("chisquare", 0.05, Kind.P_VALUE),
    Z_TEST("z", 0.05, Kind.P_VALUE),
    WASSERSTEIN("wasserstein", 0.1, Kind.DISTANCE),
    JENSEN_SHANNON("jensenshannon", 0.1, Kind.DISTANCE),
    KULLBACK_LEIBLER("kl_div", 0.1, Kind.DISTANCE),
    POPULATION_STABILITY("psi", 0.1, Kind.DISTANCE),
    HELLINGER("hellinger", 0.1, Kind.DISTANCE),
    ENERGY_DISTANCE("ed", 0.1, Kind.DISTANCE),
    ANDERSON_DARLING("anderson", 0.1, Kind.P_VALUE),
    CRAMER_VON_MISES("cramer_von_mises", 0.1, Kind.P_VALUE),
    EPPS_SINGLETON("es", 0.05, Kind.P_VALUE),
    /// One-sided: sees the current window move up only.
    MANN_WHITNEY("mannw", 0.05, Kind.P_VALUE),
    /// Student's, with equal variances.
    T_TEST("t_test", 0.05, Kind.P_VALUE),
    G_TEST("g_test", 0.1, Kind.P_VALUE),
    FISHER_EXACT("fisher_exact", 0.1, Kind.P_VALUE);

    /// What the score of a method is.
    public enum Kind {
        /// Drift below the threshold.
        P_VALUE,
        /// Drift at the threshold and above.
        DISTANCE
    }

    private final String key;
    private final double threshold;
    private final Kind kind;

    EvidentlyMethod(String key, double threshold, Kind kind) {
        this.key = key;
        this.threshold = threshold;
        this.kind = kind;
    }

    /// Its name in Evidently.
    public String key() {
        return key;
    }

    /// Its default threshold.
    public double threshold() {
        return threshold;
    }

    public Kind kind() {
        return kind;
    }

    boolean isDrift(double score, double limit) {
        return kind == Kind.P_VALUE ? score < limit : score >= limit;
    }
}
