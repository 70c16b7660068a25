package org.vigie.drift.binning;

import java.util.List;
import java.util.TreeSet;
import org.vigie.drift.window.CategoricalWindow;

/// One bin for each category seen in either of two windows.
///
/// A category unseen in the reference has a bin like any other: its reference count is 0.
///
/// @param labels in ascending order, without repetition
public record CategoryBins(List<String> labels) implements Bins {

    public CategoryBins {
        labels = List.copyOf(new TreeSet<>(labels));
    }

    public static CategoryBins covering(CategoricalWindow reference, CategoricalWindow current) {
        var labels = new TreeSet<>(reference.counts().keySet());
        labels.addAll(current.counts().keySet());
        return new CategoryBins(List.copyOf(labels));
    }

    /// @throws IllegalArgumentException if the window is empty or holds a label without a bin
    public BinnedCounts count(CategoricalWindow window) {
        if (!labels.containsAll(window.counts().keySet())) {
            throw new IllegalArgumentException(
                    "no bin for a label of " + window.counts().keySet());
        }
        return new BinnedCounts(this, labels.stream().map(window::count).toList());
    }

    @Override
    public int size() {
        return labels.size();
    }
}
