package org.vigie.reports.weekly;

/// How two windows were compared.
public enum Statistic {
    KOLMOGOROV_SMIRNOV,
    CRAMER_VON_MISES,
    ANDERSON_DARLING,
    MANN_WHITNEY,
    WELCH,
    WASSERSTEIN,
    ENERGY,
    JENSEN_SHANNON,
    KULLBACK_LEIBLER,
    HELLINGER,
    POPULATION_STABILITY_INDEX,
    CHI_SQUARE,
    G_TEST,
    FISHER,
    TOTAL_VARIATION,
    L_INFINITY,
    RECONSTRUCTION_ERROR,
    DOMAIN_CLASSIFIER,
    MAXIMUM_MEAN_DISCREPANCY,
    MAHALANOBIS,
    /// Several questions to feature vectors, judged together by relabelling.
    FEATURE_QUESTIONS
}
