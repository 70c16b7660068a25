package org.vigie.drift.binning;

/// What observations are counted over.
public sealed interface Bins permits QuantileBins, EdgeBins, CategoryBins {

    /// Number of bins.
    int size();
}
