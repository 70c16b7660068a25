package org.vigie.monitor.truth;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.monitor.delivery.LineErrors;
import org.vigie.monitor.model.Models;
import org.vigie.monitor.platform.Ids;
import org.vigie.monitor.study.Studies;

/// Adds truths, all of a delivery or none. A truth that is known already is counted and not stored again; another one
/// for the same case supersedes it from its own moment on.
@Singleton
class RecordTruth {

    private final JdbcOperations jdbc;
    private final Studies studies;
    private final Models models;
    private final Ids ids;
    private final Clock clock;

    RecordTruth(JdbcOperations jdbc, Studies studies, Models models, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.studies = studies;
        this.models = models;
        this.ids = ids;
        this.clock = clock;
    }

    /// @param unknown lines about studies that are not here, left out because the caller asked for it
    record Recorded(int accepted, int duplicates, int unknown) {}

    private record Case(UUID study, String target) {}

    private record Known(UUID id, @Nullable Boolean positive, String kind, Instant availableAt) {

        boolean says(TruthLine line) {
            return Objects.equals(positive, line.positive())
                    && kind.equals(line.kind().name())
                    && availableAt.equals(line.availableAt());
        }
    }

    /// @param skipUnknown whether lines about unknown studies are left out in place of refusing everything
    /// @throws InvalidTruth if any line cannot be taken; nothing is stored then
    @Transactional
    Recorded record(List<TruthLine> lines, LineErrors errors, boolean skipUnknown, String actor) {
        refuseUnknownTargets(lines, errors);
        Map<TruthLine, UUID> found = studies(lines);
        int unknown = 0;
        for (TruthLine line : lines) {
            if (!found.containsKey(line)) {
                unknown++;
                if (!skipUnknown) {
                    errors.add(line.line(), line.study() == null ? "sopInstanceUid" : "study", "is of no study here");
                }
            }
        }
        if (!errors.isEmpty()) {
            throw new InvalidTruth(errors);
        }
        Map<Case, List<Known>> known = known(found.values());
        int duplicates = 0;
        List<NewTruth> fresh = new ArrayList<>();
        for (TruthLine line : lines) {
            UUID study = found.get(line);
            if (study == null) {
                continue;
            }
            List<Known> before = known.computeIfAbsent(new Case(study, line.target()), _ -> new ArrayList<>());
            if (before.stream().anyMatch(each -> each.says(line))) {
                duplicates++;
                continue;
            }
            UUID superseded = before.isEmpty() ? null : before.getLast().id();
            UUID id = ids.next();
            before.add(new Known(id, line.positive(), line.kind().name(), line.availableAt()));
            fresh.add(new NewTruth(id, study, line, superseded));
        }
        insert(fresh, actor);
        return new Recorded(fresh.size(), duplicates, unknown);
    }

    private record NewTruth(
            UUID id, UUID study, TruthLine line, @Nullable UUID supersedes) {}

    private void refuseUnknownTargets(List<TruthLine> lines, LineErrors errors) {
        Set<String> targets = new HashSet<>();
        models.all().forEach(model -> targets.add(model.target()));
        for (TruthLine line : lines) {
            if (!targets.contains(line.target())) {
                errors.add(line.line(), "target", "is the target of no registered model");
            }
        }
    }

    private Map<TruthLine, UUID> studies(List<TruthLine> lines) {
        List<String> named =
                lines.stream().map(TruthLine::study).filter(Objects::nonNull).toList();
        List<String> instances =
                lines.stream().map(TruthLine::instance).filter(Objects::nonNull).toList();
        Map<String, UUID> byStudy = named.isEmpty() ? Map.of() : studies.find(named);
        Map<String, UUID> byInstance = instances.isEmpty() ? Map.of() : studies.findByInstance(instances);
        Map<TruthLine, UUID> found = new HashMap<>();
        for (TruthLine line : lines) {
            String study = line.study();
            String instance = line.instance();
            UUID id = study != null ? byStudy.get(study) : instance != null ? byInstance.get(instance) : null;
            if (id != null) {
                found.put(line, id);
            }
        }
        return found;
    }

    /// In the order in which they were recorded.
    private Map<Case, List<Known>> known(Iterable<UUID> studyIds) {
        List<UUID> all = new ArrayList<>();
        studyIds.forEach(all::add);
        String sql = """
                select study_id, target, id, positive, kind, available_at
                  from truth where study_id = any(?)
                 order by available_at, recorded_at, id
                """;
        return jdbc.prepareStatement(sql, statement -> {
            statement.setArray(1, statement.getConnection().createArrayOf("uuid", all.toArray()));
            Map<Case, List<Known>> known = new HashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    known.computeIfAbsent(
                                    new Case(rows.getObject(1, UUID.class), rows.getString(2)), _ -> new ArrayList<>())
                            .add(new Known(
                                    rows.getObject(3, UUID.class),
                                    (Boolean) rows.getObject(4),
                                    rows.getString(5),
                                    rows.getObject(6, OffsetDateTime.class).toInstant()));
                }
            }
            return known;
        });
    }

    private void insert(List<NewTruth> fresh, String actor) {
        Instant now = clock.instant();
        jdbc.prepareStatement("insert into truth values (?, ?, ?, ?, ?, ?, ?, ?, ?)", statement -> {
            for (NewTruth truth : fresh) {
                bind(statement, truth, now, actor);
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    private static void bind(PreparedStatement statement, NewTruth truth, Instant now, String actor)
            throws SQLException {
        TruthLine line = truth.line();
        statement.setObject(1, truth.id());
        statement.setObject(2, truth.study());
        statement.setString(3, line.target());
        if (line.positive() == null) {
            statement.setNull(4, Types.BOOLEAN);
        } else {
            statement.setBoolean(4, line.positive());
        }
        statement.setString(5, line.kind().name());
        statement.setObject(6, line.availableAt().atOffset(ZoneOffset.UTC));
        statement.setObject(7, now.atOffset(ZoneOffset.UTC));
        statement.setString(8, actor);
        statement.setObject(9, truth.supersedes(), Types.OTHER);
    }
}
