package org.vigie.monitor.driftcheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.vigie.drift.Attribution.Conclusion;
import org.vigie.drift.DriftCheck;
import org.vigie.drift.DriftFinding;
import org.vigie.drift.DriftFindings;
import org.vigie.drift.MinimumDetectable;
import org.vigie.drift.StreamComparison;
import org.vigie.drift.multiplicity.FalseAlarmBudget;
import org.vigie.drift.verdict.DriftVerdict;
import org.vigie.drift.verdict.EffectSize;
import org.vigie.drift.verdict.WindowSizes;
import org.vigie.monitor.driftcheck.DriftOutcome.Finding;
import org.vigie.monitor.driftcheck.DriftOutcome.Kind;
import org.vigie.monitor.driftcheck.DriftOutcome.Verdict;

/// Compares two windows, all cases together and group by group, within the yearly budget of false alarms, and says
/// where a drift comes from.
///
/// A group that the reference does not have cannot be compared with itself. It is a finding of its own, a fact and not
/// a test, and takes nothing of the budget; with fewer cases than the minimum it is inconclusive.
final class CompareWindows {

    private static final int WEEKS_PER_YEAR = 52;
    private static final long SEED = 20_260_101;

    private final Windows windows;
    private final DriftCheck check;

    private CompareWindows(Windows windows) {
        this.windows = windows;
        int streams = Math.max(1, windows.comparisons().size());
        var budget = new FalseAlarmBudget(windows.watched().falseAlarmsPerYear(), WEEKS_PER_YEAR, streams);
        this.check = DriftCheck.within(budget)
                .withMinimumObservations(windows.watched().minimumCases())
                .withSeed(SEED);
    }

    static DriftOutcome of(Windows windows) {
        return new CompareWindows(windows).outcome();
    }

    private DriftOutcome outcome() {
        List<StreamComparison> comparisons = windows.comparisons();
        DriftFindings found = check.compare(comparisons);
        List<Finding> findings = new ArrayList<>();
        windows.newGroups().forEach(group -> findings.add(unseenGroup(group)));
        for (DriftFinding finding : found.ranked()) {
            findings.add(finding(finding, comparisons, found.levelPerTest()));
        }
        windows.goneGroups().forEach(group -> findings.add(goneGroup(group)));
        return new DriftOutcome(
                verdict(findings),
                found.familyWiseLevel(),
                found.levelPerTest(),
                findings,
                attribution(findings),
                new DriftOutcome.Sizes(windows.referenceCases(null), windows.currentCases(null)));
    }

    private static Verdict verdict(List<Finding> findings) {
        if (findings.stream().anyMatch(Finding::drifted)) {
            return Verdict.DRIFTED;
        }
        return findings.stream().anyMatch(finding -> finding.verdict() == Verdict.STABLE)
                ? Verdict.STABLE
                : Verdict.INCONCLUSIVE;
    }

    private Finding unseenGroup(String group) {
        long cases = windows.currentCases(group);
        boolean enough = cases >= windows.watched().minimumCases();
        return new Finding(
                windows.watched().groupBy(),
                Kind.ATTRIBUTE,
                group,
                "cases",
                (double) cases,
                null,
                null,
                check.familyWiseLevel(),
                null,
                null,
                0,
                cases,
                enough ? Verdict.DRIFTED : Verdict.INCONCLUSIVE,
                enough ? "unseen-group" : "unseen-group-with-too-few-cases",
                List.of(group),
                null);
    }

    private Finding goneGroup(String group) {
        return new Finding(
                windows.watched().groupBy(),
                Kind.ATTRIBUTE,
                group,
                "cases",
                0.0,
                null,
                null,
                check.familyWiseLevel(),
                null,
                null,
                windows.referenceCases(group),
                0,
                Verdict.INCONCLUSIVE,
                "no-cases-in-the-current-window",
                List.of(),
                null);
    }

    private Finding finding(DriftFinding finding, List<StreamComparison> comparisons, double levelPerTest) {
        WindowSizes sizes = finding.result().sizes();
        Optional<EffectSize> effect = finding.effects().stream().findFirst();
        boolean missingness = finding.kind() == DriftFinding.Kind.MISSINGNESS;
        String statistic = finding.result().statistic();
        return new Finding(
                finding.stream(),
                kind(finding.stream()),
                finding.group().orElse(null),
                missingness ? "share of missing values, " + statistic : statistic,
                boxed(finding.result().value()),
                boxed(finding.result().pValue()),
                boxed(finding.adjustedPValue()),
                check.familyWiseLevel(),
                effect.map(EffectSize::value).orElse(null),
                effect.map(EffectSize::name).orElse(null),
                sizes.reference(),
                sizes.current(),
                verdict(finding.verdict()),
                finding.verdict() instanceof DriftVerdict.Inconclusive inconclusive ? inconclusive.reason() : null,
                finding.unseenCategories(),
                finding.group().isPresent() ? null : detectable(finding, comparisons, levelPerTest));
    }

    private Kind kind(String stream) {
        return windows.streams().stream()
                .filter(known -> known.name().equals(stream))
                .findFirst()
                .map(Windows.Stream::kind)
                .orElseThrow();
    }

    private @Nullable Double detectable(DriftFinding finding, List<StreamComparison> comparisons, double levelPerTest) {
        return comparisons.stream()
                .filter(each ->
                        each.stream().equals(finding.stream()) && each.group().isEmpty())
                .findFirst()
                .filter(StreamComparison.Numeric.class::isInstance)
                .map(StreamComparison.Numeric.class::cast)
                .filter(each -> each.reference().size() > 0)
                .map(each -> boxed(MinimumDetectable.meanShift(
                        each.reference(), each.current().size(), levelPerTest, SEED)))
                .orElse(null);
    }

    private DriftOutcome.Attribution attribution(List<Finding> findings) {
        String by = windows.watched().groupBy();
        List<String> fresh = findings.stream()
                .filter(finding -> finding.drifted() && "unseen-group".equals(finding.reason()))
                .map(Finding::group)
                .toList();
        List<String> moved = findings.stream()
                .filter(finding -> finding.drifted() && finding.group() != null && finding.reason() == null)
                .map(Finding::group)
                .distinct()
                .toList();
        List<String> all = new ArrayList<>(fresh);
        moved.stream().filter(group -> !all.contains(group)).forEach(all::add);
        String sentence =
                !moved.isEmpty() ? "within-groups" : !fresh.isEmpty() ? "new-groups" : withoutGroups(findings);
        var args = Map.of(
                "by",
                by,
                "groups",
                String.join(", ", all),
                "streams",
                String.join(", ", streams(findings)),
                "judgedGroups",
                Integer.toString(windows.sharedGroups().size()));
        return new DriftOutcome.Attribution(by, all, windows.newGroups(), windows.goneGroups(), sentence, args);
    }

    private static List<String> streams(List<Finding> findings) {
        return findings.stream()
                .filter(Finding::drifted)
                .map(Finding::stream)
                .distinct()
                .toList();
    }

    /// No group stands out: is it their mix, or all of them a little?
    private String withoutGroups(List<Finding> findings) {
        Optional<Finding> pooled = findings.stream().filter(Finding::drifted).findFirst();
        if (pooled.isEmpty()) {
            return verdict(findings) == Verdict.STABLE ? "no-shift" : "undecided";
        }
        Windows.Stream stream =
                new Windows.Stream(pooled.get().stream(), pooled.get().kind());
        List<StreamComparison> strata = windows.strata(stream);
        if (strata.isEmpty()) {
            return "mix-shift"; // the grouping itself changed its shares
        }
        return switch (org.vigie.drift.Attribution.of(strata, check).conclusion()) {
            case Conclusion.WithinGroups _ -> "within-groups";
            case Conclusion.Spread _ -> "spread";
            case Conclusion.MixShift _ -> "mix-shift";
            case Conclusion.Unexplained _, Conclusion.NoShift _, Conclusion.Undecided _ -> "unexplained";
        };
    }

    private static Verdict verdict(DriftVerdict verdict) {
        return switch (verdict) {
            case DriftVerdict.Drifted _ -> Verdict.DRIFTED;
            case DriftVerdict.Stable _ -> Verdict.STABLE;
            case DriftVerdict.Inconclusive _ -> Verdict.INCONCLUSIVE;
        };
    }

    private static @Nullable Double boxed(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
