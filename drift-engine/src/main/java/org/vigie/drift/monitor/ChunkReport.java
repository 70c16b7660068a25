package org.vigie.drift.monitor;

/// What a monitor found in one chunk.
///
/// @param name of the chunk
/// @param complete whether the chunk has all the rows that its kind of chunk should have
public record ChunkReport(String name, boolean complete, TableReport report) {}
