package org.vigie.drift.preset;

/// Rows that NannyML judges together.
///
/// @param key its name
/// @param from index of its first row, in order of time where it is a period
/// @param to index of its last row
public record NannyMlChunk(String key, int from, int to) {

    /// Number of rows.
    public int rows() {
        return to - from + 1;
    }

    static NannyMlChunk between(int from, int to) {
        return new NannyMlChunk("[" + from + ":" + to + "]", from, to);
    }
}
