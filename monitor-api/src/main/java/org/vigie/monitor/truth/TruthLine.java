package org.vigie.monitor.truth;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One line of a delivery of truths.
///
/// @param line of the body, from 1
/// @param study our id, pseudonym or original Study Instance UID; null: the instance says which study
/// @param instance pseudonym or original SOP Instance UID; null: the study is given
/// @param positive null: indeterminate
record TruthLine(
        int line,
        @Nullable String study,
        @Nullable String instance,
        String target,
        @Nullable Boolean positive,
        Kind kind,
        Instant availableAt) {

    /// How a truth came about.
    enum Kind {
        CONSENSUS,
        HISTOLOGY,
        REPORT,
        FOLLOW_UP,
        ADJUDICATION
    }
}
