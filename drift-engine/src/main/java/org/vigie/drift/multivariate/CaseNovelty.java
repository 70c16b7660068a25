package org.vigie.drift.multivariate;

/// What [NoveltyReference] says of one case.
public sealed interface CaseNovelty {

    /// The case was compared.
    ///
    /// @param distance mean distance to its nearest reference cases, in standard deviations of a dimension
    /// @param pValue share of cases like the reference that would lie as far
    /// @param threshold distance above which a case is novel
    /// @param nearest position in the reference window of the case most like it
    /// @param novel the p-value is at most the share of false positives asked for
    record Judged(double distance, double pValue, double threshold, int nearest, boolean novel)
            implements CaseNovelty {}

    /// The case could not be compared.
    record CannotJudge(String reason) implements CaseNovelty {}
}
