package org.vigie.monitor.model;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

/// Which role a version played at a site, from when until when.
///
/// @param validTo null while it lasts
@Introspected
public record ModelRole(
        UUID id,
        String model,
        UUID modelVersionId,
        String version,
        String site,
        Role role,
        Instant validFrom,
        @Nullable Instant validTo,
        String reason,
        String setBy,
        Instant setAt) {

    public enum Role {
        /// In clinical use.
        CHAMPION,
        /// Under shadow evaluation.
        CANDIDATE
    }
}
