package org.vigie.monitor.truth;

import org.jspecify.annotations.Nullable;

/// What holds for every line that does not say otherwise.
record TruthDefaults(
        @Nullable String target,
        @Nullable String kind,
        @Nullable String availableAt) {}
