package org.vigie.drift.monitor;

/// Some rows of a table, in the order they are looked at.
///
/// @param name such as `2026-W47` or `rows 0–199`
/// @param complete false for the rows left over at the end of a table, and for rows that have no time
/// @param table its rows; a period in which nothing happened has none
public record Chunk(String name, boolean complete, Table table) {}
