package org.vigie.monitor.surveillance;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.monitor.alert.AlertView;
import org.vigie.monitor.alert.Alerts;
import org.vigie.monitor.caseload.IsoWeek;
import org.vigie.monitor.caseload.RolesInTime;
import org.vigie.monitor.caseload.WeeklyVolumes;
import org.vigie.monitor.driftcheck.DriftCheckRow;
import org.vigie.monitor.driftcheck.DriftOutcome;
import org.vigie.monitor.driftcheck.RunDriftCheck;
import org.vigie.monitor.model.Models;
import org.vigie.monitor.performance.PerformanceResult;
import org.vigie.monitor.policy.Policies;
import org.vigie.monitor.policy.PolicyView;
import org.vigie.monitor.security.Roles;
import org.vigie.monitor.site.Sites;

/// A model at a glance: what it did and what was found, week by week.
@Controller("/api/v1/models/{model}/overview")
@ExecuteOn(TaskExecutors.BLOCKING)
class OverviewController {

    private final WeeklyVolumes volumes;
    private final RunSurveillance surveillances;
    private final RunDriftCheck driftChecks;
    private final RolesInTime roles;
    private final Alerts alerts;
    private final Policies policies;
    private final Models models;
    private final Sites sites;
    private final Clock clock;

    OverviewController(
            WeeklyVolumes volumes,
            RunSurveillance surveillances,
            RunDriftCheck driftChecks,
            RolesInTime roles,
            Alerts alerts,
            Policies policies,
            Models models,
            Sites sites,
            Clock clock) {
        this.volumes = volumes;
        this.surveillances = surveillances;
        this.driftChecks = driftChecks;
        this.roles = roles;
        this.alerts = alerts;
        this.policies = policies;
        this.models = models;
        this.sites = sites;
        this.clock = clock;
    }

    /// @param champion versions in clinical use now
    /// @param weeks with at least one case, the earliest first
    /// @param policy null: none has been applied
    @Serdeable
    record OverviewView(
            String model,
            @Nullable String site,
            List<Champion> champion,
            List<Week> weeks,
            List<AlertView> openAlerts,
            @Nullable PolicyView policy) {}

    @Serdeable
    record Champion(String site, String version, Instant from) {}

    /// @param volume cases scored by the champion
    /// @param scoreDrift of all sites together; null: not looked at
    /// @param driftGroups scanners, say, that moved or are new
    /// @param sensitivity over the policy's window up to this week, as known then; null: not looked at
    /// @param flags on the week's cases, agreements left out
    /// @param truthShare of the week's cases, as known now
    @Serdeable
    record Week(
            String week,
            LocalDate from,
            long volume,
            @Nullable ScoreDrift scoreDrift,
            @Nullable String driftVerdict,
            List<String> driftGroups,
            PerformanceResult.@Nullable Rate sensitivity,
            PerformanceResult.@Nullable Rate specificity,
            double positiveRate,
            long flags,
            double truthShare) {}

    /// @param value Anderson–Darling statistic between the week's scores and the reference's
    /// @param pValue over the whole check
    /// @param limit greatest p-value that counts as drift
    @Serdeable
    record ScoreDrift(
            @Nullable Double value,
            @Nullable Double pValue,
            double limit,
            @Nullable Double effect,
            @Nullable String effectName,
            String verdict) {}

    @Get
    @Secured({Roles.ML_ENGINEER, Roles.QUALITY, Roles.ADMIN})
    OverviewView show(String model, @Nullable @QueryValue String site) {
        models.require(model);
        String code = site == null || site.isEmpty() ? null : site;
        ZoneId zone = sites.zone(code);
        Instant now = clock.instant();
        Map<String, SurveillanceRow> done =
                surveillances.all(model).stream().collect(Collectors.toMap(SurveillanceRow::week, Function.identity()));
        Map<java.util.UUID, DriftCheckRow> drift =
                driftChecks.weekly(model).stream().collect(Collectors.toMap(DriftCheckRow::id, Function.identity()));
        return new OverviewView(
                model,
                code,
                roles.champions(model, now, now.plusSeconds(1)).stream()
                        .filter(role -> code == null || code.equals(role.site()))
                        .map(role -> new Champion(role.site(), role.version(), role.from()))
                        .toList(),
                volumes.of(model, code, zone, now).stream()
                        .map(week -> week(week, code, done, drift))
                        .toList(),
                alerts.open(model),
                policies.latest(model).orElse(null));
    }

    private static Week week(
            WeeklyVolumes.Week volume,
            @Nullable String site,
            Map<String, SurveillanceRow> done,
            Map<java.util.UUID, DriftCheckRow> drift) {
        IsoWeek week = volume.week();
        SurveillanceRow surveillance = done.get(week.toString());
        DriftCheckRow check = surveillance == null ? null : drift.get(surveillance.driftCheckId());
        PerformanceResult performance = surveillance == null ? null : ofSite(surveillance.result(), site);
        return new Week(
                week.toString(),
                week.monday(),
                volume.cases(),
                check == null ? null : scoreDrift(check.result()),
                check == null ? null : check.verdict().name(),
                check == null ? List.of() : check.result().attribution().groups(),
                performance == null ? null : performance.sensitivity(),
                performance == null ? null : performance.specificity(),
                (double) volume.positive() / volume.cases(),
                volume.flags(),
                (double) volume.withTruth() / volume.cases());
    }

    /// A model at one site has no result of its own for that site: it is the one of all.
    private static @Nullable PerformanceResult ofSite(SurveillanceResult result, @Nullable String site) {
        return result.performance().size() == 1
                ? result.performance().getFirst()
                : result.performance().stream()
                        .filter(each -> Objects.equals(each.site(), site))
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable ScoreDrift scoreDrift(DriftOutcome outcome) {
        return outcome.pooled(DriftOutcome.Kind.SCORE)
                .map(finding -> new ScoreDrift(
                        finding.value(),
                        finding.adjustedPValue() == null ? finding.pValue() : finding.adjustedPValue(),
                        finding.level(),
                        finding.effect(),
                        finding.effectName(),
                        finding.verdict().name()))
                .orElse(null);
    }
}
