package org.vigie.monitor.surveillance;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.monitor.alert.Alerts;
import org.vigie.monitor.caseload.CaseQuery;
import org.vigie.monitor.caseload.Caseload;
import org.vigie.monitor.caseload.IsoWeek;
import org.vigie.monitor.caseload.RolesInTime;
import org.vigie.monitor.caseload.ScoredCase;
import org.vigie.monitor.comparison.CompareVersions;
import org.vigie.monitor.comparison.ComparisonResult;
import org.vigie.monitor.comparison.ComparisonSettings;
import org.vigie.monitor.comparison.Reproductions;
import org.vigie.monitor.driftcheck.DriftCheckRow;
import org.vigie.monitor.driftcheck.RunDriftCheck;
import org.vigie.monitor.driftcheck.Watched;
import org.vigie.monitor.model.Models;
import org.vigie.monitor.performance.MeasurePerformance;
import org.vigie.monitor.performance.PerformanceResult;
import org.vigie.monitor.platform.Ids;
import org.vigie.monitor.policy.Policies;
import org.vigie.monitor.policy.Policy;
import org.vigie.monitor.site.Sites;

/// Watches one model for one week, once: the same week asked again gives what was found then.
@Singleton
public class RunSurveillance {

    private final Caseload caseload;
    private final RolesInTime roles;
    private final RunDriftCheck driftChecks;
    private final Reproductions reproductions;
    private final ComparisonSettings comparison;
    private final RaiseAlerts raiseAlerts;
    private final SurveillanceRepository surveillances;
    private final Policies policies;
    private final Models models;
    private final Sites sites;
    private final Ids ids;
    private final Clock clock;
    private final JdbcOperations jdbc;

    RunSurveillance(
            Caseload caseload,
            RolesInTime roles,
            RunDriftCheck driftChecks,
            Reproductions reproductions,
            ComparisonSettings comparison,
            RaiseAlerts raiseAlerts,
            SurveillanceRepository surveillances,
            Policies policies,
            Models models,
            Sites sites,
            Ids ids,
            Clock clock,
            JdbcOperations jdbc) {
        this.caseload = caseload;
        this.roles = roles;
        this.driftChecks = driftChecks;
        this.reproductions = reproductions;
        this.comparison = comparison;
        this.raiseAlerts = raiseAlerts;
        this.surveillances = surveillances;
        this.policies = policies;
        this.models = models;
        this.sites = sites;
        this.ids = ids;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /// @param created false: it had been done before
    public record Done(SurveillanceRow surveillance, boolean created) {}

    /// @param asOf truth that became available later is left out; null: Monday 07:00 after the week
    /// @throws WeekNotOver if the week has not ended
    /// @throws NoChampion if no version was in clinical use
    @Transactional
    public Done run(String model, IsoWeek week, @Nullable Instant asOf, String actor) {
        models.require(model);
        if (clock.instant().isBefore(week.to())) {
            throw new WeekNotOver(week.toString());
        }
        Policies.Applied policy = policies.require(model);
        lock(model, week);
        Optional<SurveillanceRow> before = surveillances.findByModelAndWeek(model, week.toString());
        if (before.isPresent()) {
            return new Done(before.get(), false);
        }
        if (roles.champions(model, week.from(), week.to()).isEmpty()) {
            throw new NoChampion(model, week.toString());
        }
        return new Done(watch(model, week, asOf == null ? week.due() : asOf, policy, actor), true);
    }

    /// What was found in a week, if it was looked at.
    public Optional<SurveillanceRow> of(String model, IsoWeek week) {
        return surveillances.findByModelAndWeek(model, week.toString());
    }

    /// All weeks that were looked at, the earliest first.
    public List<SurveillanceRow> all(String model) {
        return surveillances.ofModel(model);
    }

    private SurveillanceRow watch(String model, IsoWeek week, Instant asOf, Policies.Applied applied, String actor) {
        Policy policy = applied.policy();
        ZoneId zone = sites.commonZone();
        DriftCheckRow drift = driftChecks.run(
                new RunDriftCheck.Question(
                        model,
                        null,
                        applied.id(),
                        week.toString(),
                        Watched.of(policy),
                        new RunDriftCheck.Window(
                                policy.reference().from().atStartOfDay(zone).toInstant(),
                                policy.reference().to().atStartOfDay(zone).toInstant(),
                                List.of()),
                        new RunDriftCheck.Window(week.from(), week.to(), List.of())),
                actor);
        Instant windowStart = week.plus(1 - policy.performance().windowWeeks()).from();
        CaseQuery window = CaseQuery.ofChampions(model, windowStart, week.to(), asOf);
        List<ScoredCase> cases = caseload.find(window);
        List<PerformanceResult> performance = performance(cases, window, policy.performance());
        CaseQuery ownWeek = CaseQuery.ofChampions(model, week.from(), week.to(), asOf);
        PerformanceResult weekly = MeasurePerformance.of(
                cases.stream()
                        .filter(each -> !each.acquiredAt().isBefore(week.from()))
                        .toList(),
                ownWeek,
                null,
                null,
                policy.performance());
        List<Alerts.Raised> raised = raiseAlerts.raise(model, week, drift, falls(model, week, asOf, policy), actor);
        return surveillances.save(new SurveillanceRow(
                ids.next(),
                model,
                week.toString(),
                applied.id(),
                drift.id(),
                asOf,
                new SurveillanceResult(
                        performance,
                        weekly,
                        comparisons(model, week, cases, window, policy),
                        alerts(raised, true),
                        alerts(raised, false)),
                clock.instant(),
                actor));
    }

    private List<ThresholdWatch.Fall> falls(String model, IsoWeek week, Instant asOf, Policy policy) {
        ZoneId zone = sites.commonZone();
        IsoWeek first = IsoWeek.of(policy.reference().from().atStartOfDay(zone).toInstant(), zone);
        CaseQuery all = CaseQuery.ofChampions(model, first.from(), week.to(), asOf);
        var watch = new ThresholdWatch(policy, caseload.find(all), first, week);
        return watch.subjects().stream()
                .flatMap(subject -> watch.of(subject, raiseAlerts.dealtWith(model, subject, zone)).stream())
                .toList();
    }

    private static List<PerformanceResult> performance(
            List<ScoredCase> cases, CaseQuery window, Policy.Performance policy) {
        List<PerformanceResult> results = new ArrayList<>();
        results.add(MeasurePerformance.of(cases, window, null, null, policy));
        Map<String, List<ScoredCase>> bySite =
                cases.stream().collect(Collectors.groupingBy(ScoredCase::site, TreeMap::new, Collectors.toList()));
        if (bySite.size() > 1) {
            bySite.forEach((site, ofSite) ->
                    results.add(MeasurePerformance.of(ofSite, window.atSites(List.of(site)), null, site, policy)));
        }
        return results;
    }

    private List<ComparisonResult> comparisons(
            String model, IsoWeek week, List<ScoredCase> champion, CaseQuery window, Policy policy) {
        List<RolesInTime.Role> champions = roles.champions(model, week.from(), week.to());
        String inForce =
                champions.stream().map(RolesInTime.Role::version).distinct().collect(Collectors.joining(", "));
        Map<UUID, List<RolesInTime.Role>> candidates = roles.candidates(model, week.from(), week.to()).stream()
                .collect(Collectors.groupingBy(
                        RolesInTime.Role::versionId, java.util.LinkedHashMap::new, Collectors.toList()));
        List<ComparisonResult> results = new ArrayList<>();
        candidates.forEach((version, atSites) -> {
            List<String> codes =
                    atSites.stream().map(RolesInTime.Role::site).distinct().toList();
            List<ScoredCase> there = champion.stream()
                    .filter(each -> codes.contains(each.site()))
                    .toList();
            CaseQuery query = window.ofVersion(version).atSites(codes);
            ComparisonResult.Reproduction reproduction = champions.stream()
                    .map(role -> reproductions.of(role.versionId(), window.from(), window.to()))
                    .flatMap(Optional::stream)
                    .max(java.util.Comparator.comparingDouble(ComparisonResult.Reproduction::largestDifference))
                    .orElse(null);
            results.add(CompareVersions.of(
                    inForce,
                    atSites.getFirst().version(),
                    there,
                    caseload.find(query),
                    query,
                    comparison.margin(),
                    policy.performance().confidence(),
                    reproduction));
        });
        return results;
    }

    private static List<UUID> alerts(List<Alerts.Raised> raised, boolean opened) {
        return raised.stream()
                .filter(each -> each.opened() == opened)
                .map(each -> each.alert().id())
                .toList();
    }

    /// Two nodes that ask for the same week at once do it one after the other: the second finds it done.
    private void lock(String model, IsoWeek week) {
        jdbc.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 7))", statement -> {
            statement.setString(1, model + " " + week);
            return statement.execute();
        });
    }
}
