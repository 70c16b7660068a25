package org.vigie.monitor.comparison;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vigie.drift.comparison.ComparisonVerdict;
import org.vigie.drift.comparison.ModelComparison;
import org.vigie.drift.comparison.PairedComparison;
import org.vigie.drift.interval.Interval;
import org.vigie.drift.interval.PairedDifferenceInterval;
import org.vigie.drift.interval.PairedProportions;
import org.vigie.drift.performance.Auroc;
import org.vigie.drift.performance.AurocComparison;
import org.vigie.monitor.caseload.CaseQuery;
import org.vigie.monitor.caseload.ScoredCase;
import org.vigie.monitor.comparison.ComparisonResult.Verdict;

/// Compares two versions case by case.
///
/// The statistics and the verdicts are those of [ModelComparison]: sensitivity and specificity apart, each with
/// Newcombe's interval of the paired difference.
public final class CompareVersions {

    private CompareVersions() {}

    /// One case with both answers.
    private record Pair(ScoredCase champion, ScoredCase candidate) {}

    /// @param champion cases with truth
    /// @param candidate the same version's answers on any of them
    /// @param reproduction null: nothing to compare; if it does not hold there is no verdict
    public static ComparisonResult of(
            String championVersion,
            String candidateVersion,
            List<ScoredCase> champion,
            List<ScoredCase> candidate,
            CaseQuery query,
            double margin,
            double confidence,
            ComparisonResult.@Nullable Reproduction reproduction) {
        List<Pair> pairs = pairs(champion, candidate);
        List<Pair> settled =
                pairs.stream().filter(pair -> pair.champion().settled()).toList();
        boolean valid = reproduction == null || reproduction.holds();
        boolean[] truth = booleans(settled, pair -> pair.champion().reference() == ScoredCase.Reference.POSITIVE);
        ModelComparison.Answers first = answers(settled, Pair::champion);
        ModelComparison.Answers second = answers(settled, Pair::candidate);
        ModelComparison compared =
                ModelComparison.of(first, second, truth, margin, PairedDifferenceInterval.NEWCOMBE, confidence);
        ComparisonResult.Paired sensitivity = paired(compared.sensitivity(), valid);
        ComparisonResult.Paired specificity = paired(compared.specificity(), valid);
        Instant asOf = query.truthAsOf();
        return new ComparisonResult(
                championVersion,
                candidateVersion,
                query.from(),
                query.to(),
                asOf,
                pairs.size(),
                settled.size(),
                margin,
                sensitivity,
                specificity,
                auroc(first.scores(), truth, confidence),
                auroc(second.scores(), truth, confidence),
                difference(compared.auroc().orElse(null), confidence),
                reproduction,
                valid ? verdict(compared.verdict()) : Verdict.NOT_ENOUGH_DATA);
    }

    private static List<Pair> pairs(List<ScoredCase> champion, List<ScoredCase> candidate) {
        Map<UUID, ScoredCase> answers = new LinkedHashMap<>();
        candidate.forEach(each -> answers.put(each.studyId(), each));
        List<Pair> pairs = new ArrayList<>();
        for (ScoredCase each : champion) {
            ScoredCase other = answers.get(each.studyId());
            if (other != null && !other.modelVersionId().equals(each.modelVersionId())) {
                pairs.add(new Pair(each, other));
            }
        }
        return pairs;
    }

    private static ModelComparison.Answers answers(List<Pair> pairs, Function<Pair, ScoredCase> side) {
        return new ModelComparison.Answers(
                booleans(pairs, pair -> side.apply(pair).positive()),
                pairs.stream().mapToDouble(pair -> side.apply(pair).score()).toArray());
    }

    private static boolean[] booleans(List<Pair> pairs, Predicate<Pair> value) {
        boolean[] values = new boolean[pairs.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value.test(pairs.get(i));
        }
        return values;
    }

    private static ComparisonResult.Paired paired(PairedComparison compared, boolean valid) {
        PairedProportions table = compared.table();
        OptionalDouble difference = compared.difference();
        return new ComparisonResult.Paired(
                table.both(),
                table.firstOnly(),
                table.secondOnly(),
                table.neither(),
                table.discordant() > 0 ? (Double) compared.mcNemar().exactPValue() : null,
                difference.isPresent()
                        ? new ComparisonResult.Difference(
                                difference.getAsDouble(),
                                compared.interval().lower(),
                                compared.interval().upper(),
                                null)
                        : null,
                valid ? verdict(compared.verdict()) : Verdict.NOT_ENOUGH_DATA);
    }

    private static Verdict verdict(ComparisonVerdict verdict) {
        return switch (verdict) {
            case SUPERIOR -> Verdict.SUPERIOR;
            case NON_INFERIOR -> Verdict.NON_INFERIOR;
            case INFERIOR -> Verdict.INFERIOR;
            case NOT_ENOUGH_DATA -> Verdict.NOT_ENOUGH_DATA;
        };
    }

    private static ComparisonResult.@Nullable Difference auroc(double[] scores, boolean[] truth, double confidence) {
        return Auroc.of(scores, truth)
                .map(auroc -> {
                    Interval interval = auroc.interval(confidence);
                    return new ComparisonResult.Difference(auroc.value(), interval.lower(), interval.upper(), null);
                })
                .orElse(null);
    }

    /// The engine tells champion minus candidate; here it is the other way round.
    private static ComparisonResult.@Nullable Difference difference(
            @Nullable AurocComparison comparison, double confidence) {
        if (comparison == null) {
            return null;
        }
        Double p =
                comparison.pValue().isPresent() ? (Double) comparison.pValue().getAsDouble() : null;
        return comparison
                .interval(confidence)
                .map(interval -> new ComparisonResult.Difference(
                        -comparison.difference(), -interval.upper(), -interval.lower(), p))
                .orElse(null);
    }
}
