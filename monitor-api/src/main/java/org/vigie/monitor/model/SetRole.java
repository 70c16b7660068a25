package org.vigie.monitor.model;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.vigie.monitor.platform.Ids;
import org.vigie.monitor.site.Site;

/// Gives a version a role at a site from a moment on. What was before ends at that moment.
@Singleton
class SetRole {

    private final Models models;
    private final ModelRepository rows;
    private final ModelRoleRepository roles;
    private final Ids ids;
    private final Clock clock;

    SetRole(Models models, ModelRepository rows, ModelRoleRepository roles, Ids ids, Clock clock) {
        this.models = models;
        this.rows = rows;
        this.roles = roles;
        this.ids = ids;
        this.clock = clock;
    }

    record Outcome(ModelRole role, boolean created) {}

    /// @throws UnknownModel if there is no such model
    /// @throws UnknownVersion if the model has no such version
    /// @throws RoleOverlaps if a role that it would replace begins at the same time or later
    @Transactional
    Outcome set(
            String model, String version, ModelRole.Role role, Site site, Instant from, String reason, String setBy) {
        ModelVersion found = models.requireVersion(model, version);
        rows.lock(model);
        for (ModelRole other : roles.overlapping(model, site.code(), found.id(), role.name(), from)) {
            if (isTheSame(other, found.id(), role, from)) {
                return new Outcome(other, false);
            }
            if (!other.validFrom().isBefore(from)
                    || (other.modelVersionId().equals(found.id()) && other.role() == role)) {
                throw new RoleOverlaps(other);
            }
            roles.close(other.id(), from);
        }
        UUID id = ids.next();
        roles.open(id, model, found.id(), site.code(), role.name(), from, reason, setBy, clock.instant());
        return new Outcome(roles.find(id).orElseThrow(), true);
    }

    private static boolean isTheSame(ModelRole other, UUID versionId, ModelRole.Role role, Instant from) {
        return other.modelVersionId().equals(versionId)
                && other.role() == role
                && other.validFrom().equals(from)
                && other.validTo() == null;
    }
}
