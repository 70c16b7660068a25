package org.vigie.monitor.study;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.vigie.monitor.platform.Cursor;
import org.vigie.monitor.platform.Ids;
import org.vigie.monitor.platform.Page;
import org.vigie.monitor.platform.Sql;

/// What was not let in, and why. Append-only; holds nothing of the files.
@Singleton
class Refusals {

    private final JdbcOperations jdbc;
    private final Ids ids;
    private final Clock clock;

    Refusals(JdbcOperations jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    @Serdeable
    record Refusal(
            UUID id,
            String site,
            String reason,
            String detail,
            @Nullable Long byteOffset,
            Instant recordedAt) {}

    /// @param counts of all refusals that match, by reason
    @Serdeable
    record Refused(List<Refusal> items, @Nullable String next, Map<String, Long> counts) {}

    @Transactional
    void record(String site, IntakeRefused refused) {
        Sql.of(
                        """
                        insert into intake_refusal (id, site, reason, detail, byte_offset, recorded_at)
                        values (?, ?, ?, ?, cast(? as bigint), ?)
                        """,
                        ids.next(),
                        site,
                        refused.reason().slug(),
                        String.valueOf(refused.getMessage()),
                        refused.byteOffset(),
                        clock.instant())
                .update(jdbc);
    }

    /// Newest first.
    @Transactional(readOnly = true)
    Refused list(@Nullable String site, @Nullable Instant from, int limit, @Nullable Cursor after) {
        Sql query = Sql.of("select * from intake_refusal where true")
                .addIf(site, "and site = ?")
                .addIf(from, "and recorded_at >= ?");
        if (after != null) {
            query.add("and (recorded_at, id) < (?, ?)", after.at(), after.id());
        }
        List<Refusal> rows = query.add("order by recorded_at desc, id desc limit ?", limit + 1)
                .list(
                        jdbc,
                        row -> new Refusal(
                                Sql.uuid(row, "id"),
                                row.getString("site"),
                                row.getString("reason"),
                                row.getString("detail"),
                                (Long) row.getObject("byte_offset"),
                                Sql.instant(row, "recorded_at")));
        Page<Refusal> page = Page.cut(rows, limit, row -> new Cursor(row.recordedAt(), row.id()));
        return new Refused(page.items(), page.next(), counts(site, from));
    }

    private Map<String, Long> counts(@Nullable String site, @Nullable Instant from) {
        record Count(String reason, long refusals) {}
        var counts = new LinkedHashMap<String, Long>();
        Sql.of("select reason, count(*) as refusals from intake_refusal where true")
                .addIf(site, "and site = ?")
                .addIf(from, "and recorded_at >= ?")
                .add("group by reason order by refusals desc, reason")
                .list(jdbc, row -> new Count(row.getString("reason"), row.getLong("refusals")))
                .forEach(count -> counts.put(count.reason(), count.refusals()));
        return counts;
    }
}
