package org.vigie.drift.binning;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.vigie.drift.window.NumericWindow;

/// Bins whose inner edges are quantiles of a reference window.
///
/// The edges come from the reference alone and stay fixed, so values computed for different
/// current windows can be compared with each other. Bins are half-open to the left,
/// `(eᵢ₋₁, eᵢ]`; the first and the last are unbounded, so no observation falls outside.
///
/// Quantiles are of type 7 (linear interpolation) in the numbering of Hyndman, R. J., & Fan, Y.
/// (1996), *Sample quantiles in statistical packages*, The American Statistician 50(4), 361–365,
/// doi:10.2307/2684934. Tied quantiles collapse, so there may be fewer bins than asked for; the
/// bins of a constant reference are its value and below, and above.
///
/// @param innerEdges strictly increasing, finite, in the unit of the variable
public record QuantileBins(List<Double> innerEdges) implements Bins {

    public QuantileBins {
        innerEdges = List.copyOf(innerEdges);
        for (int i = 0; i < innerEdges.size(); i++) {
            if (!Double.isFinite(innerEdges.get(i))) {
                throw new IllegalArgumentException("innerEdges[" + i + "] is " + innerEdges.get(i));
            }
            if (i > 0 && innerEdges.get(i - 1) >= innerEdges.get(i)) {
                throw new IllegalArgumentException("innerEdges not strictly increasing: " + innerEdges);
            }
        }
    }

    /// Fits at most `binCount` bins to a reference window.
    ///
    /// @throws IllegalArgumentException if `binCount < 2`, or the window is empty
    public static QuantileBins fit(NumericWindow reference, int binCount) {
        if (binCount < 2) {
            throw new IllegalArgumentException("binCount " + binCount + " < 2");
        }
        return new QuantileBins(IntStream.range(1, binCount)
                .mapToObj(k -> reference.quantile((double) k / binCount))
                .distinct()
                .toList());
    }

    /// Counts the observations of a window in each bin.
    ///
    /// @throws IllegalArgumentException if the window is empty
    public BinnedCounts count(NumericWindow window) {
        if (window.isEmpty()) {
            throw new IllegalArgumentException("window is empty");
        }
        long[] counts = new long[size()];
        int below = 0;
        for (int bin = 0; bin < innerEdges.size(); bin++) {
            int upTo = window.countUpTo(innerEdges.get(bin));
            counts[bin] = (long) upTo - below;
            below = upTo;
        }
        counts[innerEdges.size()] = (long) window.size() - below;
        return new BinnedCounts(this, Arrays.stream(counts).boxed().toList());
    }

    @Override
    public int size() {
        return innerEdges.size() + 1;
    }
}
