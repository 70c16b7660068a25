package org.vigie.monitor.run;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.modelpackage.Manifest;
import org.vigie.monitor.model.ModelVersion;
import org.vigie.monitor.platform.Json;
import org.vigie.monitor.platform.Sql;

/// Chooses the cases of a run: of each study the first instance, by series number, instance number and UID, that all
/// versions are meant for. A study without one is a case too, with the reason why its first instance is none.
@Singleton
class CaseSelection {

    private static final String INSTANCES = """
            select s.id as study_id, i.id as instance_id, i.attributes ->> 'modality' as modality,
                   i.attributes ->> 'bodyPartExamined' as body_part, i.attributes ->> 'viewPosition' as view_position
              from study s
              join instance i on i.study_id = s.id
             where s.acquired_at >= ?
               and s.acquired_at < ?
               and s.site = any(?)
             order by s.acquired_at, s.id, i.series_number nulls last, i.instance_number nulls last, i.sop_uid
            """;

    private final JdbcOperations jdbc;
    private final Json json;

    CaseSelection(JdbcOperations jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// @param instanceId null when no instance is meant for the versions
    /// @param reason why not; null when one is
    record Case(
            UUID studyId,
            @Nullable UUID instanceId,
            @Nullable String reason) {}

    private record Candidate(
            UUID studyId,
            UUID instanceId,
            @Nullable String modality,
            @Nullable String bodyPart,
            @Nullable String viewPosition) {}

    List<Case> select(List<ModelVersion> versions, Instant from, Instant to, List<String> sites) {
        List<Manifest.Selects> selects = versions.stream().map(this::selects).toList();
        var chosen = new LinkedHashMap<UUID, Case>();
        List<Candidate> candidates = Sql.of(INSTANCES, from, to, sites)
                .list(
                        jdbc,
                        row -> new Candidate(
                                Sql.uuid(row, "study_id"),
                                Sql.uuid(row, "instance_id"),
                                row.getString("modality"),
                                row.getString("body_part"),
                                row.getString("view_position")));
        for (Candidate candidate : candidates) {
            Case known = chosen.get(candidate.studyId());
            if (known == null || known.instanceId() == null) {
                Optional<String> reason = reasonAgainst(selects, candidate);
                if (reason.isEmpty()) {
                    chosen.put(candidate.studyId(), new Case(candidate.studyId(), candidate.instanceId(), null));
                } else if (known == null) {
                    chosen.put(candidate.studyId(), new Case(candidate.studyId(), null, reason.get()));
                }
            }
        }
        return new ArrayList<>(chosen.values());
    }

    private static Optional<String> reasonAgainst(List<Manifest.Selects> selects, Candidate candidate) {
        return selects.stream()
                .flatMap(one ->
                        one
                                .reasonAgainst(candidate.modality(), candidate.bodyPart(), candidate.viewPosition())
                                .stream())
                .findFirst();
    }

    private Manifest.Selects selects(ModelVersion version) {
        Object selects = json.object(version.manifest()).get("selects");
        Map<?, ?> given = selects instanceof Map<?, ?> map ? map : Map.of();
        return new Manifest.Selects(
                words(given.get("modality")), words(given.get("bodyPart")), words(given.get("viewPosition")));
    }

    private static List<String> words(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
