package org.vigie.monitor.flag;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.monitor.alert.AlertKind;
import org.vigie.monitor.alert.AlertTitle;
import org.vigie.monitor.alert.Alerts;
import org.vigie.monitor.caseload.IsoWeek;
import org.vigie.monitor.masking.CommentMasker;
import org.vigie.monitor.model.Models;
import org.vigie.monitor.platform.Ids;
import org.vigie.monitor.problem.InvalidParameter;
import org.vigie.monitor.site.Sites;
import org.vigie.monitor.study.Studies;

/// Records what a clinician says of the champion's prediction in force.
@Singleton
class FlagPrediction {

    private static final int INCIDENT = 4;

    private final FlagRepository flags;
    private final Studies studies;
    private final Models models;
    private final Sites sites;
    private final Alerts alerts;
    private final CommentMasker masker;
    private final Ids ids;
    private final Clock clock;

    FlagPrediction(
            FlagRepository flags,
            Studies studies,
            Models models,
            Sites sites,
            Alerts alerts,
            CommentMasker masker,
            Ids ids,
            Clock clock) {
        this.flags = flags;
        this.studies = studies;
        this.models = models;
        this.sites = sites;
        this.alerts = alerts;
        this.masker = masker;
        this.ids = ids;
        this.clock = clock;
    }

    /// Free text is masked here, before it reaches anything that keeps it.
    @Transactional
    FlagRow flag(FlagRequest request, String actor) {
        FlagReason reason = reason(request.reason());
        models.require(request.model());
        UUID study = studies.require(request.studyId());
        UUID prediction = flags.findPredictionInForce(study, request.model())
                .orElseThrow(() -> new NothingToFlag(request.model()));
        Instant now = clock.instant();
        FlagRow flag = flags.save(new FlagRow(
                ids.next(),
                study,
                prediction,
                request.model(),
                reason,
                request.severity(),
                request.changedDecision(),
                masked("expected", request.expected(), 32),
                masked("comment", request.comment(), Integer.MAX_VALUE),
                actor,
                now));
        if (request.severity() != null && request.severity() == INCIDENT && reason != FlagReason.AGREE) {
            String week = IsoWeek.of(now, sites.commonZone()).toString();
            alerts.raise(
                    new Alerts.Finding(
                            request.model(),
                            AlertKind.INCIDENT,
                            study.toString(),
                            week,
                            INCIDENT,
                            AlertTitle.incident(reason.name()),
                            Map.of("flag", flag.id().toString(), "study", study.toString())),
                    actor);
        }
        return flag;
    }

    private @Nullable String masked(String name, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String masked = masker.mask(text);
        if (masked.length() > longest) {
            throw new InvalidParameter(name, "is longer than %d characters once masked".formatted(longest));
        }
        return masked;
    }

    private static FlagReason reason(String text) {
        return Arrays.stream(FlagReason.values())
                .filter(reason -> reason.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new InvalidParameter("reason", "must be one of " + String.join(", ", names())));
    }

    private static java.util.List<String> names() {
        return Arrays.stream(FlagReason.values()).map(Enum::name).toList();
    }
}
