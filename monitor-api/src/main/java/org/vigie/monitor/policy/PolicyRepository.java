package org.vigie.monitor.policy;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Append-only: a policy is replaced by its next version, never changed.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PolicyRepository extends GenericRepository<PolicyRow, UUID> {

    PolicyRow save(PolicyRow policy);

    Optional<PolicyRow> findById(UUID id);

    Optional<PolicyRow> findFirstByModelOrderByVersionDesc(String model);

    Optional<PolicyRow> findByModelAndVersion(String model, int version);

    List<PolicyRow> findByModelOrderByVersionDesc(String model);
}
