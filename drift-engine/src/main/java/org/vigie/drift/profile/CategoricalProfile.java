package org.vigie.drift.profile;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.datasketches.frequencies.ErrorType;
import org.apache.datasketches.frequencies.FrequentItemsSketch;
import org.jspecify.annotations.Nullable;

/// Summary of one categorical variable in one window: how often each category was seen.
///
/// Exact while no more than `capacity` different categories were seen. Beyond that the frequent ones are
/// kept by DataSketches' frequent-items sketch, which draws no random numbers: every count is then
/// too small by at most [#error], and a category that is not listed was seen at most that often.
///
/// `null` and blank labels are missing. [#withoutRare] leaves out categories seen so seldom that they
/// could point to a person.
///
/// Source: Anderson, D., Bevan, P., Lang, K., Liberty, E., Rhodes, L., & Thaler, J. (2017). *A
/// high-performance algorithm for identifying frequent items in data streams.* IMC 2017, 268–282.
/// doi:10.1145/3131365.3131407
///
/// @param capacity different categories up to which the counts are exact, a power of two
/// @param counts observations per category at least
/// @param error most by which a count can be too small
/// @param size observations present, those of categories not listed included
/// @param missing observations without a label
/// @param suppressed observations whose category was left out because it was rare
public record CategoricalProfile(
        int capacity, SortedMap<String, Long> counts, long error, long size, long missing, long suppressed) {

    public static final int DEFAULT_CAPACITY = 1024;

    static final int GREATEST_CAPACITY = 1 << 20;
    static final int LONGEST_LABEL = 1024;

    public CategoricalProfile {
        if (capacity < 8 || capacity > GREATEST_CAPACITY || Integer.bitCount(capacity) != 1) {
            throw new IllegalArgumentException("capacity " + capacity + " is not a power of two in [8, 1048576]");
        }
        long listed = 0;
        for (var entry : counts.entrySet()) {
            if (entry.getValue() <= 0
                    || entry.getKey().isBlank()
                    || entry.getKey().length() > LONGEST_LABEL) {
                throw new IllegalArgumentException("a category is blank, longer than 1024, or not counted");
            }
            listed = Math.addExact(listed, entry.getValue());
        }
        if (missing < 0
                || suppressed < 0
                || error < 0
                || listed > size
                || suppressed > size - listed
                || error > size
                || (error == 0 && listed + suppressed != size)) {
            throw new IllegalArgumentException(size + " observations, " + listed + " listed, " + suppressed
                    + " suppressed, " + missing + " missing, error " + error);
        }
        if (counts.size() > 2L * capacity) {
            throw new IllegalArgumentException(counts.size() + " categories at capacity " + capacity);
        }
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    /// At the default capacity.
    public static CategoricalProfile of(Iterable<? extends @Nullable String> labels) {
        return of(labels, DEFAULT_CAPACITY);
    }

    /// @throws IllegalArgumentException if `capacity` is not a power of two in [8, 1048576], or a label is
    ///     longer than 1,024 characters
    public static CategoricalProfile of(Iterable<? extends @Nullable String> labels, int capacity) {
        var exact = new TreeMap<String, Long>();
        var profile = new CategoricalProfile(capacity, exact, 0, 0, 0, 0);
        long size = 0;
        long missing = 0;
        for (String label : labels) {
            if (label == null || label.isBlank()) {
                missing++;
                continue;
            }
            size++;
            exact.merge(label, 1L, Long::sum);
            if (exact.size() > 8 * capacity) {
                profile = merge(
                        List.of(profile, new CategoricalProfile(largeEnough(exact), exact, 0, size, 0, 0)), capacity);
                exact.clear();
                size = 0;
            }
        }
        var rest = new CategoricalProfile(largeEnough(exact), exact, 0, size, missing, 0);
        return merge(List.of(profile, rest), capacity);
    }

    /// All profiles as one, at the capacity of the smallest.
    ///
    /// @throws IllegalArgumentException if there is none
    public static CategoricalProfile merge(List<CategoricalProfile> profiles) {
        return merge(
                profiles,
                profiles.stream()
                        .mapToInt(CategoricalProfile::capacity)
                        .min()
                        .orElseThrow(() -> new IllegalArgumentException("no profiles")));
    }

    public CategoricalProfile merge(CategoricalProfile other) {
        return merge(List.of(this, other));
    }

    /// Whether every count is exact and every category is listed.
    public boolean isExact() {
        return error == 0 && suppressed == 0;
    }

    /// Without the categories that were seen fewer than `minimum` times; their observations stay counted.
    ///
    /// @throws IllegalArgumentException if `minimum` is below 1
    public CategoricalProfile withoutRare(long minimum) {
        if (minimum < 1) {
            throw new IllegalArgumentException("minimum " + minimum + " < 1");
        }
        var kept = new TreeMap<String, Long>();
        long left = suppressed;
        for (var entry : counts.entrySet()) {
            if (entry.getValue() >= minimum) {
                kept.put(entry.getKey(), entry.getValue());
            } else {
                left += entry.getValue();
            }
        }
        return new CategoricalProfile(capacity, kept, error, size, missing, left);
    }

    /// The profile as bytes; see [ProfileFormat].
    public byte[] toBytes() {
        return CategoricalProfileFormat.write(this);
    }

    /// @throws ProfileFormatException if these are not the bytes of a categorical profile
    public static CategoricalProfile fromBytes(byte[] bytes) {
        return CategoricalProfileFormat.read(bytes);
    }

    private static int largeEnough(SortedMap<String, Long> counts) {
        return Math.clamp(Integer.highestOneBit(Math.max(4, counts.size())) * 2L, 8, GREATEST_CAPACITY);
    }

    private static CategoricalProfile merge(List<CategoricalProfile> profiles, int capacity) {
        var counts = new TreeMap<String, Long>();
        long error = 0;
        long size = 0;
        long missing = 0;
        long suppressed = 0;
        for (CategoricalProfile profile : profiles) {
            profile.counts.forEach((label, count) -> counts.merge(label, count, Math::addExact));
            error = Math.addExact(error, profile.error);
            size = Math.addExact(size, profile.size);
            missing = Math.addExact(missing, profile.missing);
            suppressed = Math.addExact(suppressed, profile.suppressed);
        }
        if (counts.size() <= capacity) {
            return new CategoricalProfile(capacity, counts, error, size, missing, suppressed);
        }
        var sketch = new FrequentItemsSketch<String>(2 * capacity);
        counts.forEach(sketch::update);
        var frequent = new TreeMap<String, Long>();
        for (var row : sketch.getFrequentItems(ErrorType.NO_FALSE_NEGATIVES)) {
            if (row.getLowerBound() > 0) {
                frequent.put(row.getItem(), row.getLowerBound());
            }
        }
        return new CategoricalProfile(
                capacity, frequent, Math.addExact(error, sketch.getMaximumError()), size, missing, suppressed);
    }
}
