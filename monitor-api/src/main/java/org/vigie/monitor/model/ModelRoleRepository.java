package org.vigie.monitor.model;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ModelRoleRepository extends GenericRepository<ModelVersion, UUID> {

    String COLUMNS = """
            select r.id, r.model, r.model_version_id, v.version, r.site, r.role, lower(r.valid) as valid_from,
                   upper(r.valid) as valid_to, r.reason, r.set_by, r.set_at
              from model_role r
              join model_version v on v.id = r.model_version_id
            """;

    @Query(COLUMNS + """
             where r.model = :model
               and (cast(:site as text) is null or r.site = :site)
             order by lower(r.valid), r.site, r.id
            """)
    List<ModelRole> history(String model, @Nullable String site);

    @Query(COLUMNS + """
             where r.model = :model
               and (cast(:site as text) is null or r.site = :site)
               and r.valid @> cast(:at as timestamptz)
             order by lower(r.valid), r.site, r.id
            """)
    List<ModelRole> inForce(String model, @Nullable String site, Instant at);

    @Query(COLUMNS + """
             where r.role = 'CHAMPION'
               and r.valid @> cast(:at as timestamptz)
             order by r.model, r.site
            """)
    List<ModelRole> champions(Instant at);

    @Query("""
            select model_version_id
              from model_role
             where model = :model
               and site = :site
               and role = 'CHAMPION'
               and valid @> cast(:at as timestamptz)
            """)
    Optional<UUID> championAt(String model, String site, Instant at);

    @Query(COLUMNS + " where r.id = :id")
    Optional<ModelRole> find(UUID id);

    /// Roles that a new one would overlap: of the same version, or of another champion if that is what it is.
    @Query(COLUMNS + """
             where r.model = :model
               and r.site = :site
               and (r.model_version_id = :versionId or (r.role = 'CHAMPION' and :role = 'CHAMPION'))
               and r.valid && tstzrange(cast(:from as timestamptz), null)
             order by lower(r.valid)
            """)
    List<ModelRole> overlapping(String model, String site, UUID versionId, String role, Instant from);

    @Query("update model_role set valid = tstzrange(lower(valid), cast(:at as timestamptz)) where id = :id")
    void close(UUID id, Instant at);

    @Query("""
            insert into model_role (id, model, model_version_id, site, role, valid, reason, set_by, set_at)
            values (:id, :model, :versionId, :site, :role, tstzrange(cast(:from as timestamptz), null), :reason,
                    :setBy, :setAt)
            """)
    void open(
            UUID id,
            String model,
            UUID versionId,
            String site,
            String role,
            Instant from,
            String reason,
            String setBy,
            Instant setAt);
}
