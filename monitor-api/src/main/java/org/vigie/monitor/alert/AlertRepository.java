package org.vigie.monitor.alert;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An alert is opened, and its state moves on; nothing else of it changes.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AlertRepository extends GenericRepository<AlertRow, UUID> {

    AlertRow save(AlertRow alert);

    Optional<AlertRow> findById(UUID id);

    /// Locked, so that two nodes do not both think that none is open.
    @Query(
            "select * from alert where model = :model and kind = :kind and subject = :subject and state <> 'CLOSED' for update")
    Optional<AlertRow> findOpen(String model, String kind, String subject);

    @Query("""
            select max(e.week) from alert a join alert_event e on e.alert_id = a.id
             where a.model = :model and a.kind = :kind and a.subject = :subject and a.state = 'CLOSED'
            """)
    Optional<String> lastWeekClosed(String model, String kind, String subject);

    @Query("update alert set state = :state where id = :id and state <> 'CLOSED'")
    int move(UUID id, String state);

    @Query("""
            select * from alert
             where (:model::text is null or model = :model) and (:state::text is null or state = :state)
             order by opened_at desc, id desc
             limit 500
            """)
    List<AlertRow> list(@Nullable String model, @Nullable String state);

    @Query(
            "select * from alert where model = :model and state <> 'CLOSED' order by severity desc, opened_at desc, id desc")
    List<AlertRow> open(String model);
}
