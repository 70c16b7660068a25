package org.vigie.monitor.policy;

/// One thing wrong with a policy.
///
/// @param line line of the file, counted from 1
/// @param pointer where in the document, as `/performance/thresholds/sensitivity`
public record PolicyError(int line, String pointer, String detail) {}
