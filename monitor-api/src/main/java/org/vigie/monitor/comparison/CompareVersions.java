package org.vigie.monitor.comparison;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.drift.interval.Interval;
import org.vigie.drift.performance.Auroc;
import org.vigie.drift.performance.AurocComparison;
import org.vigie.drift.performance.McNemarTest;
import org.vigie.monitor.caseload.CaseQuery;
import org.vigie.monitor.caseload.ScoredCase;
import org.vigie.monitor.comparison.ComparisonResult.Verdict;

/// Compares two versions case by case.
///
/// | interval of the difference, candidate minus champion | verdict |
/// | --- | --- |
/// | above 0 | superior |
/// | above the negative margin | non-inferior |
/// | below 0 | inferior |
/// | anything else | not enough data |
///
/// Over both rates: inferior if one is, not enough data if one is, superior if one is superior and the other at least
/// non-inferior.
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
        ComparisonResult.Paired sensitivity = paired(settled, ScoredCase.Reference.POSITIVE, margin, confidence, valid);
        ComparisonResult.Paired specificity = paired(settled, ScoredCase.Reference.NEGATIVE, margin, confidence, valid);
        double[] championScores =
                settled.stream().mapToDouble(pair -> pair.champion().score()).toArray();
        double[] candidateScores =
                settled.stream().mapToDouble(pair -> pair.candidate().score()).toArray();
        boolean[] truth = new boolean[settled.size()];
        for (int i = 0; i < truth.length; i++) {
            truth[i] = settled.get(i).champion().reference() == ScoredCase.Reference.POSITIVE;
        }
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
                auroc(championScores, truth, confidence),
                auroc(candidateScores, truth, confidence),
                difference(championScores, candidateScores, truth, confidence),
                reproduction,
                overall(sensitivity.verdict(), specificity.verdict()));
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

    private static ComparisonResult.Paired paired(
            List<Pair> pairs, ScoredCase.Reference kind, double margin, double confidence, boolean valid) {
        long[] counts = new long[4];
        boolean right = kind == ScoredCase.Reference.POSITIVE;
        for (Pair pair : pairs) {
            if (pair.champion().reference() == kind) {
                boolean first = pair.champion().positive() == right;
                boolean second = pair.candidate().positive() == right;
                counts[first ? second ? 0 : 1 : second ? 2 : 3]++;
            }
        }
        var table = new PairedDifference(counts[0], counts[1], counts[2], counts[3]);
        boolean discordant = counts[1] + counts[2] > 0;
        Double pValue =
                discordant ? (Double) McNemarTest.of(counts[1], counts[2]).exactPValue() : null;
        if (table.cases() == 0) {
            return new ComparisonResult.Paired(0, 0, 0, 0, null, null, Verdict.NOT_ENOUGH_DATA);
        }
        Interval interval = table.interval(confidence);
        return new ComparisonResult.Paired(
                counts[0],
                counts[1],
                counts[2],
                counts[3],
                pValue,
                new ComparisonResult.Difference(table.estimate(), interval.lower(), interval.upper(), null),
                valid ? verdict(interval, margin) : Verdict.NOT_ENOUGH_DATA);
    }

    private static Verdict verdict(Interval difference, double margin) {
        if (difference.lower() > 0) {
            return Verdict.SUPERIOR;
        }
        if (difference.lower() > -margin) {
            return Verdict.NON_INFERIOR;
        }
        return difference.upper() < 0 ? Verdict.INFERIOR : Verdict.NOT_ENOUGH_DATA;
    }

    private static Verdict overall(Verdict first, Verdict second) {
        for (Verdict decisive : List.of(Verdict.INFERIOR, Verdict.NOT_ENOUGH_DATA, Verdict.SUPERIOR)) {
            if (first == decisive || second == decisive) {
                return decisive;
            }
        }
        return Verdict.NON_INFERIOR;
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
            double[] champion, double[] candidate, boolean[] truth, double confidence) {
        AurocComparison comparison =
                AurocComparison.of(champion, candidate, truth).orElse(null);
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
