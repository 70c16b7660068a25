package org.vigie.drift.estimation;

/// A metric of a binary decision or score that CBPE can expect.
public enum CbpeMetric {
    ACCURACY("accuracy", false),
    SENSITIVITY("sensitivity", false),
    SPECIFICITY("specificity", false),
    POSITIVE_PREDICTIVE_VALUE("positive predictive value", false),
    NEGATIVE_PREDICTIVE_VALUE("negative predictive value", false),
    F1("F1", false),
    PREVALENCE("prevalence", false),
    TRUE_POSITIVES("true positives", true),
    FALSE_POSITIVES("false positives", true),
    FALSE_NEGATIVES("false negatives", true),
    TRUE_NEGATIVES("true negatives", true),
    AUROC("AUROC", false),
    AVERAGE_PRECISION("average precision", false);

    private final String title;
    private final boolean count;

    CbpeMetric(String title, boolean count) {
        this.title = title;
        this.count = count;
    }

    String title() {
        return title;
    }

    /// Whether it is a number of cases and not a share.
    boolean isCount() {
        return count;
    }

    boolean needsRanks() {
        return this == AUROC || this == AVERAGE_PRECISION;
    }
}
