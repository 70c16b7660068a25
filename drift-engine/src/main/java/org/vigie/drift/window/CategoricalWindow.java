package org.vigie.drift.window;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How often each category was observed in one window.
///
/// `null` and blank labels mean *missing*: they are dropped and counted. Labels are compared as they
/// stand; trimming and spelling are the caller's business.
///
/// @param counts observations per label, all positive, in the order of the labels
/// @param missing observations without a label
public record CategoricalWindow(SortedMap<String, Long> counts, long missing) {

    public CategoricalWindow {
        if (missing < 0) {
            throw new IllegalArgumentException("missing " + missing + " < 0");
        }
        var copy = new TreeMap<String, Long>();
        counts.forEach((label, count) -> {
            if (count < 0) {
                throw new IllegalArgumentException("count of '" + label + "' is " + count);
            }
            if (count > 0) {
                copy.put(label, count);
            }
        });
        counts = Collections.unmodifiableSortedMap(copy);
    }

    /// Counts the labels.
    public static CategoricalWindow of(Iterable<? extends @Nullable String> labels) {
        var counts = new TreeMap<String, Long>();
        long missing = 0;
        for (String label : labels) {
            if (label == null || label.isBlank()) {
                missing++;
            } else {
                counts.merge(label, 1L, Long::sum);
            }
        }
        return new CategoricalWindow(counts, missing);
    }

    /// Observations present.
    public long size() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    public long count(String label) {
        Long count = counts.get(label);
        return count == null ? 0 : count;
    }
}
