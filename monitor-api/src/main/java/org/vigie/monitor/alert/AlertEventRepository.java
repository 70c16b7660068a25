package org.vigie.monitor.alert;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/// Append-only.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AlertEventRepository extends GenericRepository<AlertEventRow, UUID> {

    AlertEventRow save(AlertEventRow event);

    @Query("select * from alert_event where alert_id = :alertId order by happened_at, id")
    List<AlertEventRow> ofAlert(UUID alertId);

    @Query(
            "select exists (select 1 from alert_event where alert_id = :alertId and week = :week and kind in ('OPENED', 'SEEN_AGAIN'))")
    boolean alreadySeen(UUID alertId, String week);
}
