package org.vigie.drift.preset;

/// What a preset's rule concludes about one column.
public sealed interface PresetVerdict {

    /// The tool would report drift.
    record Drift() implements PresetVerdict {}

    /// The tool would report no drift.
    record NoDrift() implements PresetVerdict {}

    /// The tool would raise an exception or answer `NaN`, which it then shows as "no drift" or as no report at all.
    ///
    /// @param reason in words, for the reader of a report
    record Inconclusive(String reason) implements PresetVerdict {}
}
