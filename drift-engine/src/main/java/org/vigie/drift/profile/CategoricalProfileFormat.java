package org.vigie.drift.profile;

import java.util.TreeMap;

/// Categorical profiles as bytes.
final class CategoricalProfileFormat {

    private CategoricalProfileFormat() {}

    static byte[] write(CategoricalProfile profile) {
        var writer = new ProfileFormat.Writer(ProfileFormat.CATEGORICAL)
                .varint(profile.capacity())
                .varint(profile.error())
                .varint(profile.size())
                .varint(profile.missing())
                .varint(profile.suppressed())
                .varint(profile.counts().size());
        profile.counts().forEach((label, count) -> writer.varint(count).text(label));
        return writer.finish();
    }

    static CategoricalProfile read(byte[] bytes) {
        var reader = new ProfileFormat.Reader(bytes, ProfileFormat.CATEGORICAL);
        long capacity = reader.varint();
        long error = reader.varint();
        long size = reader.varint();
        long missing = reader.varint();
        long suppressed = reader.varint();
        int categories = reader.count(4);
        var counts = new TreeMap<String, Long>();
        for (int i = 0; i < categories; i++) {
            long count = reader.varint();
            String label = reader.text();
            if (!counts.isEmpty() && counts.lastKey().compareTo(label) >= 0) {
                throw new ProfileFormatException("profile is not sound: its categories are not in order");
            }
            counts.put(label, count);
        }
        reader.finish();
        try {
            return new CategoricalProfile(Math.toIntExact(capacity), counts, error, size, missing, suppressed);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new ProfileFormatException("profile is not sound: " + e.getMessage());
        }
    }
}
