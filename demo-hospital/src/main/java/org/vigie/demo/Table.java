package org.vigie.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.vigie.demo.phantom.Hospital;
import org.vigie.demo.training.ModelTrainer;

/// The table at the end. Every figure in it comes from the service or from the training.
final class Table {
    private static final String RULE = "─".repeat(100);

    private final DemoOptions options;
    private final URI url;
    private final List<String> lines = new ArrayList<>();

    Table(DemoOptions options, URI url) {
        this.options = options;
        this.url = url;
    }

    List<String> lines(
            Ingestion.Outcome ingested,
            JsonNode run,
            List<VersionResult> versions,
            List<WeekResult> weeks,
            List<AlertLine> alerts,
            Path report,
            Duration took) {
        lines.add(RULE);
        row(
                "studies",
                "%d in %d weeks from %s, %d stored now, %d reused"
                        .formatted(
                                ingested.total(),
                                options.weeks(),
                                Weeks.iso(1),
                                ingested.stored(),
                                ingested.duplicates()));
        row(
                "replayed",
                "%d studies through %d versions, %d predictions, %d not scored"
                        .formatted(
                                run.path("done").asInt(),
                                versions.size(),
                                run.path("predictions").asInt(),
                                run.path("notScored").asInt()));
        lines.add("");
        lines.add(
                "  version  role       studies/s  AUROC fresh    upgraded room  production before  after the upgrade");
        versions.forEach(this::version);
        lines.add("");
        drift(weeks);
        alerts(alerts);
        performance(weeks);
        row("report", report + " (and fr)");
        row("open", url + "/ui/");
        row("accounts", "clinician, reader, engineer, quality, dpo, admin; password " + DemoService.PASSWORD);
        row(
                "command",
                "VIGIE_URL=%s VIGIE_TOKEN_FILE=%s ./vigie runs list"
                        .formatted(url, DemoService.secret(options, "admin.token")));
        row("took", "%d min %02d s".formatted(took.toMinutes(), took.toSecondsPart()));
        lines.add(RULE);
        return lines;
    }

    private void version(VersionResult result) {
        String version = result.model().version();
        lines.add(String.format(
                Locale.ROOT,
                "  %-8s %-10s %9.1f  %11.3f    %13.3f  %17s  %s",
                version,
                version.equals(ModelTrainer.CHAMPION) ? "champion" : "candidate",
                result.studiesPerSecond(),
                result.model().aurocBefore(),
                result.model().aurocAfter(),
                auroc(result.before()),
                auroc(result.after())));
    }

    private void drift(List<WeekResult> weeks) {
        SortedSet<String> groups = new TreeSet<>();
        int first = 0;
        int drifted = 0;
        for (WeekResult week : weeks) {
            if (week.drifted()) {
                first = first == 0 ? week.week() : first;
                drifted++;
                groups.addAll(week.groups());
            }
        }
        row(
                "drift",
                first == 0
                        ? "none found in %d weeks".formatted(weeks.size())
                        : "found since week %d (%s) on %s, in %d of %d weeks"
                                .formatted(first, Weeks.iso(first), String.join(", ", groups), drifted, weeks.size()));
    }

    private void alerts(List<AlertLine> alerts) {
        row(
                "alerts",
                "%d, %d of them before week %d"
                        .formatted(
                                alerts.size(),
                                alerts.stream()
                                        .filter(alert -> alert.week().compareTo(Weeks.iso(Hospital.UPGRADE_WEEK)) < 0)
                                        .count(),
                                Hospital.UPGRADE_WEEK));
        for (AlertLine alert : alerts) {
            row("", "%s %s %s: %s".formatted(alert.week(), alert.kind(), alert.state(), alert.title()));
        }
    }

    private void performance(List<WeekResult> weeks) {
        WeekResult last = weeks.getLast();
        for (JsonNode line : last.performance()) {
            row(
                    "verdicts",
                    "%s, %s: sensitivity %s; specificity %s"
                            .formatted(
                                    Weeks.iso(last.week()),
                                    line.hasNonNull("site") ? line.path("site").asText() : "all sites",
                                    proportion(line.path("sensitivity")),
                                    proportion(line.path("specificity"))));
        }
        for (JsonNode line : last.comparisons()) {
            row(
                    "shadow",
                    "%s against %s: %s (sensitivity %s, specificity %s)"
                            .formatted(
                                    line.path("candidate").asText(),
                                    line.path("champion").asText(),
                                    line.path("verdict").asText(),
                                    difference(line.path("sensitivity").path("difference")),
                                    difference(line.path("specificity").path("difference"))));
        }
    }

    private void row(String name, String text) {
        lines.add("  %-9s %s".formatted(name, text));
    }

    private static String proportion(JsonNode metric) {
        return "%s [%s–%s] ≥ %s: %s"
                .formatted(
                        number(metric.path("estimate")),
                        number(metric.path("lower")),
                        number(metric.path("upper")),
                        number(metric.path("minimum")),
                        metric.path("verdict").asText("–"));
    }

    private static String difference(JsonNode difference) {
        return difference.hasNonNull("estimate")
                ? String.format(
                        Locale.ROOT,
                        "%+.2f [%+.2f, %+.2f]",
                        difference.path("estimate").asDouble(),
                        difference.path("lower").asDouble(),
                        difference.path("upper").asDouble())
                : "–";
    }

    private static String auroc(JsonNode check) {
        JsonNode auroc = check.path("auroc");
        return auroc.hasNonNull("estimate")
                ? "%s [%s–%s]"
                        .formatted(
                                number(auroc.path("estimate")),
                                number(auroc.path("lower")),
                                number(auroc.path("upper")))
                : "–";
    }

    private static String number(JsonNode node) {
        return node.isNumber() ? String.format(Locale.ROOT, "%.2f", node.asDouble()) : "–";
    }
}
