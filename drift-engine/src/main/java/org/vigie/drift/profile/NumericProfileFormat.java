package org.vigie.drift.profile;

/// Numeric profiles as bytes.
final class NumericProfileFormat {

    private static final double LARGEST = 1e150;

    private NumericProfileFormat() {}

    static byte[] write(NumericProfile profile) {
        Moments moments = profile.moments();
        RankSummary ranks = profile.ranks();
        var writer = new ProfileFormat.Writer(ProfileFormat.NUMERIC)
                .varint(profile.capacity())
                .varint(profile.missing())
                .varint(profile.positiveInfinities())
                .varint(profile.negativeInfinities())
                .varint(ranks.error())
                .varint(moments.count())
                .real(moments.mean())
                .real(moments.squares())
                .real(moments.least())
                .real(moments.greatest())
                .varint(ranks.points());
        for (int i = 0; i < ranks.points(); i++) {
            writer.real(ranks.value(i)).varint(ranks.weight(i));
        }
        return writer.finish();
    }

    static NumericProfile read(byte[] bytes) {
        var reader = new ProfileFormat.Reader(bytes, ProfileFormat.NUMERIC);
        long capacity = reader.varint();
        long missing = reader.varint();
        long positive = reader.varint();
        long negative = reader.varint();
        long error = reader.varint();
        var moments = new Moments(reader.varint(), reader.real(), reader.real(), reader.real(), reader.real());
        int points = reader.count(9);
        require(
                capacity >= NumericProfile.LEAST_CAPACITY && capacity <= NumericProfile.GREATEST_CAPACITY,
                "its capacity is " + capacity);
        require(points <= capacity, points + " points at capacity " + capacity);
        double[] values = new double[points];
        long[] weights = new long[points];
        long size = 0;
        for (int i = 0; i < points; i++) {
            values[i] = reader.real();
            weights[i] = reader.varint();
            require(Math.abs(values[i]) <= LARGEST, "point " + i + " is " + values[i]);
            require(i == 0 || values[i - 1] < values[i], "its points are not in order");
            require(weights[i] > 0, "point " + i + " has no weight");
            size += weights[i];
            require(size > 0, "its weights are too large");
        }
        reader.finish();
        require(size == moments.count(), size + " values by weight, " + moments.count() + " by count");
        require(error <= size, "its error is above its size");
        if (size == 0) {
            require(moments.equals(Moments.NONE), "it has moments of nothing");
        } else {
            require(
                    -LARGEST <= moments.least()
                            && moments.least() <= values[0]
                            && values[points - 1] <= moments.greatest()
                            && moments.greatest() <= LARGEST
                            && moments.least() <= moments.mean()
                            && moments.mean() <= moments.greatest()
                            && moments.squares() >= 0
                            && moments.squares() < Double.POSITIVE_INFINITY,
                    "its moments contradict its points");
        }
        return new NumericProfile(
                (int) capacity, RankSummary.ofPoints(values, weights, error), moments, missing, positive, negative);
    }

    private static void require(boolean sound, String otherwise) {
        if (!sound) {
            throw new ProfileFormatException("profile is not sound: " + otherwise);
        }
    }
}
