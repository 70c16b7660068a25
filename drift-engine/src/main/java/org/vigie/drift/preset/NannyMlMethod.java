package org.vigie.drift.preset;

import java.util.OptionalDouble;

/// The univariate methods of NannyML 0.13.
public enum NannyMlMethod {
    /// The default: base 2, 0 to 1; numbers over Doane's bins of the reference.
    JENSEN_SHANNON("jensen_shannon", true, true, OptionalDouble.empty()),
    /// Over Doane's bins of the reference for numbers.
    HELLINGER("hellinger", true, true, OptionalDouble.empty()),
    /// Greatest difference of the distribution functions; over 10,000 bins of equal width from 10,000 reference rows.
    KOLMOGOROV_SMIRNOV("kolmogorov_smirnov", true, false, OptionalDouble.of(1)),
    /// In the unit of the column, not scaled; over 10,000 bins of equal width from 10,000 reference rows.
    WASSERSTEIN("wasserstein", true, false, OptionalDouble.empty()),
    /// Statistic of the two-sample χ² with Yates' correction for two categories; drift when p < 0.05.
    CHI_SQUARE("chi2", false, true, OptionalDouble.empty()),
    /// Greatest difference of a category's share.
    L_INFINITY("l_infinity", false, true, OptionalDouble.empty());

    private final String key;
    private final boolean forNumbers;
    private final boolean forCategories;
    private final OptionalDouble upperLimit;

    NannyMlMethod(String key, boolean forNumbers, boolean forCategories, OptionalDouble upperLimit) {
        this.key = key;
        this.forNumbers = forNumbers;
        this.forCategories = forCategories;
        this.upperLimit = upperLimit;
    }

    /// Its name in NannyML.
    public String key() {
        return key;
    }

    public boolean isForNumbers() {
        return forNumbers;
    }

    public boolean isForCategories() {
        return forCategories;
    }

    Bounds clipped(Bounds bounds) {
        return bounds.within(OptionalDouble.of(0), upperLimit);
    }
}
