package org.vigie.monitor.alert;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.monitor.masking.CommentMasker;
import org.vigie.monitor.platform.Ids;

/// Opens, extends, acknowledges and closes alerts.
@Singleton
public class Alerts {

    private static final Logger LOG = LoggerFactory.getLogger(Alerts.class);

    private final AlertRepository alerts;
    private final AlertEventRepository events;
    private final Outbox outbox;
    private final CommentMasker masker;
    private final Ids ids;
    private final Clock clock;

    Alerts(
            AlertRepository alerts,
            AlertEventRepository events,
            Outbox outbox,
            CommentMasker masker,
            Ids ids,
            Clock clock) {
        this.alerts = alerts;
        this.events = events;
        this.outbox = outbox;
        this.masker = masker;
        this.ids = ids;
        this.clock = clock;
    }

    /// Something to be looked at.
    ///
    /// @param subject what it is about: with model and kind it says whether two findings are the same
    /// @param severity 1 to 4
    /// @param detail numbers for the reader, no identifier of a patient
    public record Finding(
            String model,
            AlertKind kind,
            String subject,
            String week,
            int severity,
            AlertTitle title,
            Map<String, String> detail) {

        public Finding {
            detail = Map.copyOf(detail);
        }
    }

    /// @param opened false: one was open already, and the week was added to it
    public record Raised(AlertView alert, boolean opened) {}

    /// Opens an alert, or adds the week to the one that is open; the same week twice adds nothing.
    @Transactional
    public Raised raise(Finding finding, String actor) {
        Instant now = clock.instant();
        Optional<AlertRow> open =
                alerts.findOpen(finding.model(), finding.kind().name(), finding.subject());
        AlertRow alert = open.orElseGet(() -> alerts.save(new AlertRow(
                ids.next(),
                finding.model(),
                finding.kind(),
                finding.subject(),
                finding.week(),
                finding.severity(),
                finding.title().key(),
                finding.title().args(),
                now,
                AlertRow.State.OPEN)));
        boolean opened = open.isEmpty();
        if (opened || !events.alreadySeen(alert.id(), finding.week())) {
            AlertEventRow.Kind kind = opened ? AlertEventRow.Kind.OPENED : AlertEventRow.Kind.SEEN_AGAIN;
            record(alert, kind, finding.week(), finding.detail(), null, now, actor);
        }
        return new Raised(view(alert), opened);
    }

    /// @throws UnknownAlert if there is none
    /// @throws AlertClosed if it is closed already
    @Transactional
    public AlertView acknowledge(UUID id, @Nullable String comment, String actor) {
        return move(id, AlertRow.State.ACKNOWLEDGED, AlertEventRow.Kind.ACKNOWLEDGED, comment, actor);
    }

    /// @throws UnknownAlert if there is none
    /// @throws AlertClosed if it is closed already
    @Transactional
    public AlertView close(UUID id, @Nullable String comment, String actor) {
        return move(id, AlertRow.State.CLOSED, AlertEventRow.Kind.CLOSED, comment, actor);
    }

    /// Open and acknowledged ones, the worst first.
    public List<AlertView> open(String model) {
        return alerts.open(model).stream().map(this::view).toList();
    }

    /// The newest first.
    public List<AlertView> list(@Nullable String model, @Nullable String state) {
        return alerts.list(model, state).stream().map(this::view).toList();
    }

    /// Last week in which the alerts of this subject that are closed were seen.
    public Optional<String> lastWeekClosed(String model, AlertKind kind, String subject) {
        return alerts.lastWeekClosed(model, kind.name(), subject);
    }

    /// @throws UnknownAlert if there is none
    public AlertView require(UUID id) {
        return view(alerts.findById(id).orElseThrow(() -> new UnknownAlert(id)));
    }

    private AlertView move(
            UUID id, AlertRow.State state, AlertEventRow.Kind kind, @Nullable String comment, String actor) {
        AlertRow alert = alerts.findById(id).orElseThrow(() -> new UnknownAlert(id));
        if (alerts.move(id, state.name()) == 0) {
            throw new AlertClosed(id);
        }
        String masked = comment == null || comment.isBlank() ? null : masker.mask(comment);
        record(alert, kind, null, Map.of(), masked, clock.instant(), actor);
        return require(id);
    }

    private void record(
            AlertRow alert,
            AlertEventRow.Kind kind,
            @Nullable String week,
            Map<String, String> detail,
            @Nullable String comment,
            Instant at,
            String actor) {
        AlertEventRow event =
                events.save(new AlertEventRow(ids.next(), alert.id(), kind, week, detail, comment, at, actor));
        LOG.atWarn()
                .addKeyValue("alert", alert.id())
                .addKeyValue("model", alert.model())
                .addKeyValue("kind", alert.kind())
                .addKeyValue("week", week)
                .log("Alert {}: {} ({})", kind, AlertWords.of(alert.title()).en(), alert.model());
        outbox.put(alert, event);
    }

    private AlertView view(AlertRow alert) {
        return AlertView.of(alert, events.ofAlert(alert.id()));
    }
}
