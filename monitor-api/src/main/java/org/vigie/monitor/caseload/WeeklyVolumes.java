package org.vigie.monitor.caseload;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the champions of a model did, week by week.
@Singleton
public class WeeklyVolumes {

    private final JdbcOperations jdbc;

    public WeeklyVolumes(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /// @param cases scored by the champion in force
    /// @param positive of them, those called positive
    /// @param withTruth of them, those with a truth at the moment asked for
    /// @param flags on them, agreements left out
    public record Week(IsoWeek week, long cases, long positive, long withTruth, long flags) {}

    /// Weeks with at least one case, the earliest first.
    ///
    /// @param site null: all
    /// @param zone in which weeks begin
    @Transactional(readOnly = true)
    public List<Week> of(String model, @Nullable String site, ZoneId zone, Instant truthAsOf) {
        String sql = """
                select date_trunc('week', c.acquired_at at time zone ?)::date as monday,
                       count(*),
                       count(*) filter (where c.positive),
                       count(*) filter (where exists (select 1 from truth t
                                                       where t.study_id = c.id and t.target = c.target
                                                         and t.available_at <= ?)),
                       coalesce(sum((select count(*) from flag f
                                      where f.study_id = c.id and f.model = c.model and f.reason <> 'AGREE')), 0)
                  from (select s.id, s.acquired_at, p.positive, m.target, m.name as model
                          from study s
                          join model_role r on r.site = s.site and r.role = 'CHAMPION' and r.model = ?
                                           and r.valid @> s.acquired_at
                          join model m on m.name = r.model
                          join lateral (select p.positive from prediction p
                                         where p.study_id = s.id and p.model_version_id = r.model_version_id
                                         order by (p.run_id is not null), p.recorded_at, p.id
                                         limit 1) p on true
                         where ?::text is null or s.site = ?) c
                 group by monday
                 order by monday
                """;
        return jdbc.prepareStatement(sql, statement -> {
            statement.setString(1, zone.getId());
            statement.setObject(2, Caseload.time(truthAsOf));
            statement.setString(3, model);
            statement.setString(4, site);
            statement.setString(5, site);
            List<Week> weeks = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    weeks.add(week(rows, zone));
                }
            }
            return weeks;
        });
    }

    private static Week week(ResultSet rows, ZoneId zone) throws SQLException {
        LocalDate monday = rows.getObject(1, LocalDate.class);
        return new Week(
                IsoWeek.of(monday.atStartOfDay(zone).toInstant(), zone),
                rows.getLong(2),
                rows.getLong(3),
                rows.getLong(4),
                rows.getLong(5));
    }
}
