package org.vigie.monitor.report;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.vigie.monitor.alert.AlertView;
import org.vigie.monitor.alert.Alerts;
import org.vigie.monitor.caseload.CaseQuery;
import org.vigie.monitor.caseload.Caseload;
import org.vigie.monitor.caseload.IsoWeek;
import org.vigie.monitor.caseload.RolesInTime;
import org.vigie.monitor.caseload.ScoredCase;
import org.vigie.monitor.driftcheck.DriftCheckRow;
import org.vigie.monitor.driftcheck.RunDriftCheck;
import org.vigie.monitor.model.Models;
import org.vigie.monitor.platform.Build;
import org.vigie.monitor.platform.Ids;
import org.vigie.monitor.platform.Sha256;
import org.vigie.monitor.policy.Policies;
import org.vigie.monitor.policy.Policy;
import org.vigie.monitor.surveillance.RunSurveillance;
import org.vigie.monitor.surveillance.SurveillanceRow;
import org.vigie.reports.weekly.About;
import org.vigie.reports.weekly.Period;
import org.vigie.reports.weekly.ShadowComparison;
import org.vigie.reports.weekly.WeeklyReport;
import org.vigie.reports.weekly.WeeklyReportJson;
import org.vigie.reports.weekly.WeeklyReportPdf;

/// Prints the report on a week, from what its surveillance found; watches the week first where nobody has.
///
/// Equal numbers are the same report: asked again, the bytes that were printed come back.
@Singleton
class WriteWeeklyReport {

    private static final int WEEKS_SHOWN = 26;

    private final RunSurveillance surveillances;
    private final RunDriftCheck driftChecks;
    private final Caseload caseload;
    private final RolesInTime roles;
    private final WeekCounts counts;
    private final Alerts alerts;
    private final Policies policies;
    private final Models models;
    private final ReportRepository reports;
    private final Ids ids;
    private final Clock clock;

    WriteWeeklyReport(
            RunSurveillance surveillances,
            RunDriftCheck driftChecks,
            Caseload caseload,
            RolesInTime roles,
            WeekCounts counts,
            Alerts alerts,
            Policies policies,
            Models models,
            ReportRepository reports,
            Ids ids,
            Clock clock) {
        this.surveillances = surveillances;
        this.driftChecks = driftChecks;
        this.caseload = caseload;
        this.roles = roles;
        this.counts = counts;
        this.alerts = alerts;
        this.policies = policies;
        this.models = models;
        this.reports = reports;
        this.ids = ids;
        this.clock = clock;
    }

    /// @param created false: the same numbers were printed before
    record Written(ReportSummary report, boolean created) {}

    @Transactional
    Written write(String model, IsoWeek week, String language, String actor) {
        SurveillanceRow surveillance =
                surveillances.run(model, week, null, actor).surveillance();
        WeeklyReport content = content(material(model, week, surveillance));
        byte[] json = WeeklyReportJson.write(content);
        String hash = Sha256.of(json);
        Optional<ReportRow> before =
                reports.findByModelAndWeekAndLanguageAndContentSha256(model, week.toString(), language, hash);
        if (before.isPresent()) {
            return new Written(ReportSummary.of(before.get()), false);
        }
        byte[] pdf = WeeklyReportPdf.render(content, Locale.forLanguageTag(language));
        ReportRow row = reports.save(new ReportRow(
                ids.next(),
                model,
                week.toString(),
                language,
                surveillance.asOf(),
                hash,
                Sha256.of(pdf),
                pages(pdf),
                pdf,
                new String(json, StandardCharsets.UTF_8),
                clock.instant(),
                actor));
        return new Written(ReportSummary.of(row), true);
    }

    private Material material(String model, IsoWeek week, SurveillanceRow surveillance) {
        Policies.Applied policy = policies.of(surveillance.policyId());
        Instant asOf = surveillance.asOf();
        ZoneId zone = week.zone();
        Policy.Reference reference = policy.policy().reference();
        List<DriftCheckRow> history = driftChecks.weekly(model).stream()
                .filter(check -> String.valueOf(check.week()).compareTo(week.toString()) <= 0)
                .toList();
        List<ScoredCase> window = caseload.find(
                CaseQuery.ofChampions(model, week.plus(1 - WEEKS_SHOWN).from(), week.to(), asOf));
        List<ScoredCase> before = caseload.find(CaseQuery.ofChampions(
                model,
                reference.from().atStartOfDay(zone).toInstant(),
                reference.to().atStartOfDay(zone).toInstant(),
                asOf));
        List<AlertView> open = alerts.open(model).stream()
                .filter(alert -> alert.week().compareTo(week.toString()) <= 0)
                .toList();
        return new Material(
                models.require(model),
                week,
                surveillance,
                driftChecks.require(model, surveillance.driftCheckId()),
                history,
                policy,
                roles.champions(model, week.to().minusSeconds(1), week.to()),
                window,
                before,
                open,
                counts.received(model, week),
                counts.notScored(model, week),
                counts.flags(model, week, week),
                FlagsPart.errors(counts.flags(model, null, week)).stream()
                        .mapToLong(WeekCounts.FlagCount::count)
                        .sum(),
                Build.version());
    }

    private static WeeklyReport content(Material material) {
        var judgement = new Judgement(material);
        return new WeeklyReport(
                about(material),
                judgement.verdict(),
                judgement.reasons(),
                judgement.decisions(),
                InputsPart.inputs(material),
                InputsPart.outputs(material),
                PerformancePart.performance(material),
                comparisons(material),
                FlagsPart.flags(material),
                judgement.alerts(),
                PerformancePart.limits(material));
    }

    private static List<ShadowComparison> comparisons(Material material) {
        return material.surveillance().result().comparisons().stream()
                .map(comparison -> Translation.comparison(comparison, material.level()))
                .toList();
    }

    private static About about(Material material) {
        Policies.Applied policy = material.policy();
        ZoneId zone = material.week().zone();
        return new About(
                material.model().name(),
                material.model().target(),
                material.champions().stream()
                        .map(role -> new About.VersionInForce(
                                role.site(), role.version(), role.onnxSha256(), role.threshold(), role.from()))
                        .toList(),
                Translation.week(material.week().toString()),
                new Period(material.week().from(), material.week().to()),
                zone,
                material.surveillance().asOf(),
                material.serviceBuild(),
                new About.Policy(
                        policy.version(),
                        policy.policy().owner(),
                        new Period(
                                policy.policy()
                                        .reference()
                                        .from()
                                        .atStartOfDay(zone)
                                        .toInstant(),
                                policy.policy()
                                        .reference()
                                        .to()
                                        .atStartOfDay(zone)
                                        .toInstant())));
    }

    private static int pages(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
