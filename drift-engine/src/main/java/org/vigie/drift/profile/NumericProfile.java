package org.vigie.drift.profile;

import java.util.ArrayList;
import java.util.List;

/// Summary of one numeric variable in one window, without any row: counts, moments, ranks.
///
/// ## Definition
///
/// Counts of the values present, missing (`NaN`), infinite; [Moments] of the values present; and up to
/// `capacity` weighted values from which the share of observations `≤ x` is known to within
/// [#rankError] for every `x`. Values beyond ±1e150 count as infinite.
///
/// ## Unit and range
///
/// [#rankError] is a share in `[0, 1]`: exactly 0 while the window has no more than `capacity` different
/// values (small windows, ages in years, scores in per cent), and some `r / 2·capacity` otherwise, with
/// `r` 1 up to 65,536 values, 2 up to a million, 3 up to 16 million, and one more for each merge of reduced
/// profiles. The error of this very profile is stored with it.
///
/// ## Merging
///
/// The profile of a whole equals the merge of the profiles of its parts: counts exactly, moments up to
/// rounding, shares within the stated error. The order of the parts does not matter.
///
/// ## Where this differs from the usual sketch
///
/// KLL sketches hold their error with 99 % probability and compact by coin: two runs on the same data
/// differ (in DataSketches 9.0 the coin cannot be seeded, and all sketches of a process share it). Here the
/// error is a fact about the data, and the same data give the same bytes. The price is a buffer of 65,536
/// values while a profile is built.
///
/// ## Sources
///
/// 1. Manku, G. S., Rajagopalan, S., & Lindsay, B. G. (1998). *Approximate medians and other quantiles
///    in one pass and with limited memory.* SIGMOD Record 27(2), 426–435. doi:10.1145/276305.276342
/// 2. Karnin, Z., Lang, K., & Liberty, E. (2016). *Optimal quantile approximation in streams.* FOCS 2016,
///    71–78. doi:10.1109/FOCS.2016.17
public final class NumericProfile {

    /// Holds shares to within 0.012 % after one reduction.
    public static final int DEFAULT_CAPACITY = 4096;

    static final int LEAST_CAPACITY = 16;
    static final int GREATEST_CAPACITY = 1 << 20;

    private final int capacity;
    private final RankSummary ranks;
    private final Moments moments;
    private final long missing;
    private final long positiveInfinities;
    private final long negativeInfinities;

    NumericProfile(
            int capacity,
            RankSummary ranks,
            Moments moments,
            long missing,
            long positiveInfinities,
            long negativeInfinities) {
        this.capacity = requireCapacity(capacity);
        this.ranks = ranks;
        this.moments = moments;
        this.missing = missing;
        this.positiveInfinities = positiveInfinities;
        this.negativeInfinities = negativeInfinities;
    }

    /// The profile of these values at the default capacity.
    public static NumericProfile of(double... values) {
        return builder(DEFAULT_CAPACITY).addAll(values).build();
    }

    /// Takes values one by one; no more than a few thousand of them are held at a time.
    ///
    /// @param capacity most weighted values of the profile
    /// @throws IllegalArgumentException if `capacity` is not in [16, 1048576]
    public static NumericProfileBuilder builder(int capacity) {
        return new NumericProfileBuilder(requireCapacity(capacity));
    }

    /// All profiles as one, at the capacity of the smallest.
    ///
    /// @throws IllegalArgumentException if there is none
    public static NumericProfile merge(List<NumericProfile> profiles) {
        if (profiles.isEmpty()) {
            throw new IllegalArgumentException("no profiles");
        }
        int capacity = profiles.stream().mapToInt(p -> p.capacity).min().orElseThrow();
        var parts = new ArrayList<RankSummary>();
        Moments moments = Moments.NONE;
        long missing = 0;
        long positive = 0;
        long negative = 0;
        for (NumericProfile profile : profiles) {
            parts.add(profile.ranks);
            moments = moments.plus(profile.moments);
            missing = Math.addExact(missing, profile.missing);
            positive = Math.addExact(positive, profile.positiveInfinities);
            negative = Math.addExact(negative, profile.negativeInfinities);
        }
        return new NumericProfile(capacity, RankSummary.merged(parts, capacity), moments, missing, positive, negative);
    }

    public NumericProfile merge(NumericProfile other) {
        return merge(List.of(this, other));
    }

    /// Values present.
    public long size() {
        return moments.count();
    }

    public long missing() {
        return missing;
    }

    public long positiveInfinities() {
        return positiveInfinities;
    }

    public long negativeInfinities() {
        return negativeInfinities;
    }

    public Moments moments() {
        return moments;
    }

    public int capacity() {
        return capacity;
    }

    /// Weighted values held.
    public int points() {
        return ranks.points();
    }

    /// Greatest difference between a share of this profile and the true share; 0 when nothing was reduced.
    public double rankError() {
        return size() == 0 ? 0 : (double) ranks.error() / size();
    }

    /// Share of the values `≤ x`, to within [#rankError].
    ///
    /// @throws IllegalArgumentException if there is no value, or `x` is `NaN`
    public double shareUpTo(double x) {
        requireNonEmpty();
        if (Double.isNaN(x)) {
            throw new IllegalArgumentException("x is NaN");
        }
        if (x < moments.least()) {
            return 0;
        }
        return x >= moments.greatest() ? 1 : (double) ranks.countUpTo(x + 0.0) / size();
    }

    /// The smallest value with at least a share `p` of the values at or below it, `p` being met to within
    /// [#rankError]; 0 and 1 give the least and greatest value exactly.
    ///
    /// @throws IllegalArgumentException if there is no value, or `p` is not in [0, 1]
    public double quantile(double p) {
        requireNonEmpty();
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("p " + p + " is not in [0, 1]");
        }
        if (p == 0 || p == 1) {
            return p == 0 ? moments.least() : moments.greatest();
        }
        return ranks.atRank(Math.clamp((long) Math.ceil(p * size()) - 1, 0L, size() - 1));
    }

    /// The profile as bytes; see [ProfileFormat].
    public byte[] toBytes() {
        return NumericProfileFormat.write(this);
    }

    /// @throws ProfileFormatException if these are not the bytes of a numeric profile
    public static NumericProfile fromBytes(byte[] bytes) {
        return NumericProfileFormat.read(bytes);
    }

    RankSummary ranks() {
        return ranks;
    }

    private void requireNonEmpty() {
        if (size() == 0) {
            throw new IllegalArgumentException("profile is empty");
        }
    }

    private static int requireCapacity(int capacity) {
        if (capacity < LEAST_CAPACITY || capacity > GREATEST_CAPACITY) {
            throw new IllegalArgumentException(
                    "capacity " + capacity + " is not in [" + LEAST_CAPACITY + ", " + GREATEST_CAPACITY + "]");
        }
        return capacity;
    }

    @Override
    public String toString() {
        return "NumericProfile[size=" + size() + ", missing=" + missing + ", points=" + points() + ", rankError="
                + rankError() + "]";
    }
}
