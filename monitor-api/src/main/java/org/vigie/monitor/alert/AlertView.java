package org.vigie.monitor.alert;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An alert with everything that happened to it.
///
/// @param latestWeek the last week in which it was seen
@Serdeable
public record AlertView(
        UUID id,
        String model,
        String kind,
        String subject,
        String week,
        String latestWeek,
        int severity,
        AlertTitle title,
        AlertWords titleText,
        Instant openedAt,
        String state,
        List<Event> events) {

    @Serdeable
    public record Event(
            String kind,
            @Nullable String week,
            Map<String, String> detail,
            @Nullable String comment,
            Instant at,
            String by) {}

    static AlertView of(AlertRow alert, List<AlertEventRow> events) {
        String latest = events.stream()
                .map(AlertEventRow::week)
                .filter(week -> week != null)
                .reduce(alert.week(), (a, b) -> a.compareTo(b) >= 0 ? a : b);
        return new AlertView(
                alert.id(),
                alert.model(),
                alert.kind().name(),
                alert.subject(),
                alert.week(),
                latest,
                alert.severity(),
                alert.title(),
                AlertWords.of(alert.title()),
                alert.openedAt(),
                alert.state().name(),
                events.stream()
                        .map(event -> new Event(
                                event.kind().name(),
                                event.week(),
                                event.detail(),
                                event.comment(),
                                event.happenedAt(),
                                event.happenedBy()))
                        .toList());
    }
}
