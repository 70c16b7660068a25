package org.vigie.drift.monitor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.vigie.drift.DriftCheck;
import org.vigie.drift.DriftFinding;
import org.vigie.drift.DriftFindings;
import org.vigie.drift.MinimumDetectable;
import org.vigie.drift.SmallestChange;
import org.vigie.drift.StreamComparison;
import org.vigie.drift.parallel.Parallel;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftResult;
import org.vigie.drift.verdict.DriftVerdict;
import org.vigie.drift.verdict.WindowSizes;

/// One comparison of a monitor: from the windows of two tables to the report.
final class TableComparison {

    private static final String NOT_COMPARED = "not compared";

    private final TableMonitor monitor;
    private final DriftCheck check;
    private final Reference reference;
    private final Table handedIn;
    private final TableWindows before;
    private final TableWindows now;

    TableComparison(TableMonitor monitor, Reference reference, Table handedIn, TableWindows current) {
        this.monitor = monitor;
        this.check = monitor.check();
        this.reference = reference;
        this.handedIn = handedIn;
        this.before = reference.windows();
        this.now = current;
    }

    private record Stream(Optional<Group> group, StreamComparison comparison) {}

    private record StreamKey(String column, Optional<String> group) {}

    TableReport report() {
        List<Stream> streams = streams();
        List<StreamComparison> comparisons =
                streams.stream().map(Stream::comparison).toList();
        DriftFindings found = check.compare(comparisons, monitor.threads());
        List<StreamReport> ranked = withDetectable(found, streams);
        ranked.addAll(unjudgeable());
        List<Notice> notices = new Notices(monitor, reference, handedIn, now).all();
        List<Cause> causes = new CauseSearch(monitor, before, now, ranked).causes();
        return new TableReport(
                before.table().rows(),
                now.table().rows(),
                verdict(found),
                smallest(found),
                ranked,
                notices,
                causes,
                found.familyWiseLevel(),
                found.levelPerTest());
    }

    private List<Stream> streams() {
        List<Group> shared =
                now.groups().stream().filter(group -> before.rows(group) > 0).toList();
        List<Stream> streams = new ArrayList<>();
        for (String column : reference.columns()) {
            comparison(column, Optional.empty()).ifPresent(streams::add);
            shared.forEach(group -> comparison(column, Optional.of(group)).ifPresent(streams::add));
        }
        return streams;
    }

    private Optional<Stream> comparison(String column, Optional<Group> group) {
        return before.window(column, group)
                .flatMap(known -> now.window(column, group)
                        .flatMap(fresh -> ColumnWindow.comparison(column, group.map(Group::label), known, fresh)))
                .map(comparison -> new Stream(group, comparison));
    }

    private List<StreamReport> withDetectable(DriftFindings found, List<Stream> streams) {
        Map<StreamKey, Stream> byKey = HashMap.newHashMap(streams.size());
        for (Stream stream : streams) {
            byKey.put(
                    new StreamKey(
                            stream.comparison().stream(), stream.comparison().group()),
                    stream);
        }
        return new ArrayList<>(Parallel.map(
                found.ranked(),
                finding -> {
                    Stream stream = byKey.get(new StreamKey(finding.stream(), finding.group()));
                    if (stream == null) {
                        throw new IllegalStateException("no stream for " + finding);
                    }
                    return new StreamReport(
                            stream.group(), finding, detectable(finding, stream.comparison(), found.levelPerTest()));
                },
                monitor.threads()));
    }

    private Optional<SmallestChange> detectable(DriftFinding finding, StreamComparison comparison, double level) {
        if (finding.isInconclusive()) {
            return Optional.empty();
        }
        return finding.kind() == DriftFinding.Kind.MISSINGNESS
                ? MinimumDetectable.ofMissingness(comparison.sizes(), level, check.seed())
                : MinimumDetectable.of(comparison, level, check.seed());
    }

    /// Columns that have no window to compare, or windows of another kind.
    private List<StreamReport> unjudgeable() {
        List<StreamReport> unjudgeable = new ArrayList<>();
        for (String column : reference.columns()) {
            ColumnWindow known = before.window(column, Optional.empty()).orElseThrow();
            Optional<ColumnWindow> fresh = now.window(column, Optional.empty());
            if (fresh.isEmpty()) {
                unjudgeable.add(unjudgeable(column, known, 0, "current window has no column '" + column + "'"));
            } else if (ColumnWindow.comparison(column, Optional.empty(), known, fresh.get())
                    .isEmpty()) {
                unjudgeable.add(unjudgeable(column, known, fresh.get().size(), difference(known, fresh.get())));
            }
        }
        return unjudgeable;
    }

    private static String difference(ColumnWindow known, ColumnWindow fresh) {
        return known.kind() == fresh.kind()
                ? "feature vectors differ in their dimensions"
                : "column is " + fresh.kind() + " in the current window and " + known.kind() + " in the reference";
    }

    private StreamReport unjudgeable(String column, ColumnWindow known, long current, String reason) {
        var rule = new DecisionRule(check.familyWiseLevel(), check.minimumObservations(), check.seed());
        var sizes = new WindowSizes(known.size(), current, before.table().rows() - known.size(), 0);
        var verdict = new DriftVerdict.Inconclusive(reason, 0, check.minimumObservations());
        return new StreamReport(
                Optional.empty(),
                new DriftFinding(
                        column,
                        Optional.empty(),
                        switch (known.kind()) {
                            case NUMERIC -> DriftFinding.Kind.NUMERIC;
                            case CATEGORICAL -> DriftFinding.Kind.CATEGORICAL;
                            case FEATURES -> DriftFinding.Kind.FEATURES;
                        },
                        DriftResult.inconclusive(NOT_COMPARED, verdict, sizes, rule),
                        OptionalDouble.empty(),
                        List.of(),
                        List.of(),
                        List.of()),
                Optional.empty());
    }

    private DriftVerdict verdict(DriftFindings found) {
        if (now.table().rows() == 0 || before.table().rows() == 0) {
            String window = before.table().rows() == 0 ? "reference" : "current";
            return new DriftVerdict.Inconclusive(window + " window has no rows", 0, check.minimumObservations());
        }
        return found.verdict();
    }

    private static OptionalDouble smallest(DriftFindings found) {
        return found.ranked().stream()
                .flatMapToDouble(finding -> finding.adjustedPValue().stream())
                .min();
    }
}
