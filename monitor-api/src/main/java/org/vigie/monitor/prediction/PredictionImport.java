package org.vigie.monitor.prediction;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.vigie.monitor.delivery.DeliveryFormat;
import org.vigie.monitor.delivery.DeliveryReader;
import org.vigie.monitor.delivery.LineErrors;
import org.vigie.monitor.model.Models;
import org.vigie.monitor.platform.Sql;
import org.vigie.monitor.study.Studies;

/// Takes in what AI products that Vigie does not run said of studies. All lines are stored or none; a line that says
/// again what is stored counts as a duplicate, one that says otherwise is an error.
@Singleton
class PredictionImport {

    private static final int MOST_LINES = 1_000_000;
    private static final int CHUNK = 5_000;

    private final Models models;
    private final Studies studies;
    private final PredictionWriter writer;
    private final JdbcOperations jdbc;

    PredictionImport(Models models, Studies studies, PredictionWriter writer, JdbcOperations jdbc) {
        this.models = models;
        this.studies = studies;
        this.writer = writer;
        this.jdbc = jdbc;
    }

    @Serdeable
    record Accepted(int accepted, int duplicates) {}

    private record Key(UUID studyId, UUID versionId) {}

    /// @throws InvalidPredictions with every line that cannot be stored
    @Transactional
    Accepted take(Path file, DeliveryFormat format) {
        var errors = new LineErrors();
        List<LineCheck.Sound> sound = read(file, format, errors);
        var rows = new HashMap<Key, NewPrediction>();
        int repeated = 0;
        for (int start = 0; start < sound.size(); start += CHUNK) {
            List<LineCheck.Sound> chunk = sound.subList(start, Math.min(start + CHUNK, sound.size()));
            repeated += resolve(chunk, rows, errors);
        }
        if (!errors.isEmpty()) {
            throw new InvalidPredictions(errors);
        }
        int accepted = writer.add(List.copyOf(rows.values()));
        return new Accepted(accepted, repeated + rows.size() - accepted);
    }

    private List<LineCheck.Sound> read(Path file, DeliveryFormat format, LineErrors errors) {
        var sound = new ArrayList<LineCheck.Sound>();
        var check = new LineCheck(models, errors);
        try {
            new DeliveryReader(
                            MOST_LINES,
                            Set.of("features"),
                            line -> check.check(line).ifPresent(sound::add),
                            errors)
                    .read(file, format);
        } catch (IOException e) {
            throw new UncheckedIOException("The body could not be read back", e);
        }
        return sound;
    }

    /// @return how many lines say again what another line of this import says
    private int resolve(List<LineCheck.Sound> chunk, Map<Key, NewPrediction> rows, LineErrors errors) {
        Map<String, UUID> found =
                studies.find(chunk.stream().map(LineCheck.Sound::study).collect(Collectors.toSet()));
        Map<Key, Double> stored = stored(chunk, found);
        int repeated = 0;
        for (LineCheck.Sound line : chunk) {
            UUID study = found.get(line.study());
            if (study == null) {
                errors.add(line.line(), "study", "is not known to this service");
                continue;
            }
            var key = new Key(study, line.version().id());
            NewPrediction earlier = rows.putIfAbsent(key, row(line, study));
            Double other = earlier == null ? stored.get(key) : Double.valueOf(earlier.score());
            if (other != null && other != line.score()) {
                errors.add(line.line(), "score", "differs from the one that this version gave this study before");
            }
            repeated += earlier == null ? 0 : 1;
        }
        return repeated;
    }

    private Map<Key, Double> stored(List<LineCheck.Sound> chunk, Map<String, UUID> found) {
        record Row(Key key, double score) {}
        List<UUID> versions =
                chunk.stream().map(line -> line.version().id()).distinct().toList();
        if (versions.isEmpty() || found.isEmpty()) {
            return Map.of();
        }
        return Sql.of("""
                        select study_id, model_version_id, score
                          from prediction
                         where run_id is null and model_version_id = any(?) and study_id = any(?)
                        """, versions, List.copyOf(found.values()))
                .list(
                        jdbc,
                        row -> new Row(
                                new Key(Sql.uuid(row, "study_id"), Sql.uuid(row, "model_version_id")),
                                row.getDouble("score")))
                .stream()
                .collect(Collectors.toMap(Row::key, Row::score));
    }

    private static NewPrediction row(LineCheck.Sound line, UUID study) {
        String target = "score";
        return new NewPrediction(
                null,
                line.version(),
                study,
                line.score(),
                Map.of(target, line.score()),
                line.positive(),
                line.features(),
                line.latencyMillis(),
                null,
                null,
                line.predictedAt());
    }
}
