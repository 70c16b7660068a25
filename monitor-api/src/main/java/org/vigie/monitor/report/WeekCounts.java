package org.vigie.monitor.report;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.monitor.caseload.IsoWeek;
import org.vigie.monitor.platform.Sql;

/// Counts that only a report needs.
@Singleton
class WeekCounts {

    private final JdbcOperations jdbc;

    WeekCounts(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    record Counted(String name, long count) {}

    record FlagCount(String reason, @Nullable Integer severity, long count) {}

    /// Studies of the week at the sites where the model was in use.
    @Transactional(readOnly = true)
    public long received(String model, IsoWeek week) {
        return Sql.of("""
                        select count(*) as n from study s
                         where s.acquired_at >= ? and s.acquired_at < ?
                           and exists (select 1 from model_role r
                                        where r.model = ? and r.role = 'CHAMPION' and r.site = s.site
                                          and r.valid @> s.acquired_at)
                        """, week.from(), week.to(), model)
                .first(jdbc, row -> row.getLong("n"))
                .orElse(0L);
    }

    /// Studies of the week that no version was meant for, by reason.
    @Transactional(readOnly = true)
    public List<Counted> notScored(String model, IsoWeek week) {
        return Sql.of("""
                        select c.reason, count(distinct c.study_id) as n
                          from run_case c
                          join run r on r.id = c.run_id
                          join study s on s.id = c.study_id
                         where r.model = ? and c.state = 'NOT_SCORED' and s.acquired_at >= ? and s.acquired_at < ?
                           and exists (select 1 from model_role o
                                        where o.model = r.model and o.role = 'CHAMPION' and o.site = s.site
                                          and o.valid @> s.acquired_at)
                         group by c.reason order by c.reason
                        """, model, week.from(), week.to())
                .list(jdbc, row -> new Counted(row.getString("reason"), row.getLong("n")));
    }

    /// Flags on the cases of `[from, to)`.
    @Transactional(readOnly = true)
    public List<FlagCount> flags(String model, @Nullable IsoWeek from, IsoWeek to) {
        return new ArrayList<>(Sql.of("""
                        select f.reason, f.severity, count(*) as n
                          from flag f join study s on s.id = f.study_id
                         where f.model = ? and s.acquired_at < ?
                        """, model, to.to())
                .addIf(from == null ? null : from.from(), "and s.acquired_at >= ?")
                .add("group by f.reason, f.severity order by f.reason, f.severity nulls last")
                .list(
                        jdbc,
                        row -> new FlagCount(
                                row.getString("reason"), Sql.integerOrNull(row, "severity"), row.getLong("n"))));
    }
}
