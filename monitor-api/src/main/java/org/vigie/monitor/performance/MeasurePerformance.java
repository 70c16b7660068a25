package org.vigie.monitor.performance;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.drift.interval.Interval;
import org.vigie.drift.interval.Proportion;
import org.vigie.drift.interval.ProportionInterval;
import org.vigie.drift.performance.Auroc;
import org.vigie.drift.performance.ConfusionMatrix;
import org.vigie.drift.performance.PredictiveValues;
import org.vigie.drift.verdict.ThresholdVerdict;
import org.vigie.monitor.caseload.CaseQuery;
import org.vigie.monitor.caseload.ScoredCase;
import org.vigie.monitor.policy.Policy;

/// Compares decisions with the truth.
///
/// The cases with truth are taken as if drawn at random. Where only flagged or positive cases get a truth that is
/// false and sensitivity comes out too high; every result says so.
public final class MeasurePerformance {

    private static final double CONFIDENCE_WITHOUT_POLICY = 0.95;
    private static final List<String> ASSUMPTIONS =
            List.of("truth-at-random", "truth-without-error", "cases-independent");

    private MeasurePerformance() {}

    /// @param version null: champions
    /// @param site null: all
    /// @param policy null: intervals without a verdict
    public static PerformanceResult of(
            List<ScoredCase> cases,
            CaseQuery query,
            @Nullable String version,
            @Nullable String site,
            Policy.@Nullable Performance policy) {
        double confidence = policy == null ? CONFIDENCE_WITHOUT_POLICY : policy.confidence();
        List<ScoredCase> settled = cases.stream().filter(ScoredCase::settled).toList();
        long withTruth = cases.stream().filter(each -> each.reference() != null).count();
        boolean[] decisions = booleans(settled, ScoredCase::positive);
        boolean[] truth = booleans(settled, each -> each.reference() == ScoredCase.Reference.POSITIVE);
        ConfusionMatrix matrix = ConfusionMatrix.of(decisions, truth);
        double[] scores = settled.stream().mapToDouble(ScoredCase::score).toArray();
        @Nullable
        PredictiveValues values = policy == null
                ? null
                : PredictiveValues.at(policy.prevalence(), matrix.sensitivity(), matrix.specificity(), confidence);
        return new PerformanceResult(
                version,
                site,
                query.from(),
                query.to(),
                query.truthAsOf(),
                cases.size(),
                withTruth,
                cases.isEmpty() ? null : (double) withTruth / cases.size(),
                new PerformanceResult.Confusion(
                        matrix.truePositives(),
                        matrix.falsePositives(),
                        matrix.falseNegatives(),
                        matrix.trueNegatives(),
                        withTruth - settled.size()),
                rate(
                        matrix.sensitivity(),
                        policy == null ? null : policy.thresholds().sensitivity(),
                        confidence),
                rate(
                        matrix.specificity(),
                        policy == null ? null : policy.thresholds().specificity(),
                        confidence),
                Auroc.of(scores, truth)
                        .map(auroc -> estimate(auroc.value(), auroc.interval(confidence)))
                        .orElse(null),
                policy == null ? null : policy.prevalence(),
                values == null ? null : estimate(values.positive(), values.positiveInterval()),
                values == null ? null : estimate(values.negative(), values.negativeInterval()),
                kinds(cases),
                ASSUMPTIONS);
    }

    private static PerformanceResult.Rate rate(Proportion observed, @Nullable Double minimum, double confidence) {
        ProportionInterval method = ProportionInterval.WILSON;
        OptionalDouble estimate = observed.estimate();
        @Nullable
        ThresholdVerdict judged = minimum == null ? null : ThresholdVerdict.of(observed, minimum, method, confidence);
        Interval interval =
                observed.trials() == 0 ? new Interval(0, 1, confidence) : observed.interval(method, confidence);
        return new PerformanceResult.Rate(
                observed.trials(),
                observed.successes(),
                estimate.isPresent() ? estimate.getAsDouble() : null,
                interval.lower(),
                interval.upper(),
                method.name(),
                minimum,
                judged == null
                        ? PerformanceResult.Verdict.INCONCLUSIVE
                        : PerformanceResult.Verdict.valueOf(judged.outcome().name()),
                judged == null || judged.settledBy().isEmpty()
                        ? null
                        : (Long) judged.settledBy().getAsLong());
    }

    private static PerformanceResult.@Nullable Estimate estimate(OptionalDouble value, Interval interval) {
        return value.isPresent() ? estimate(value.getAsDouble(), interval) : null;
    }

    private static PerformanceResult.Estimate estimate(double value, Interval interval) {
        return new PerformanceResult.Estimate(value, interval.lower(), interval.upper());
    }

    private static boolean[] booleans(List<ScoredCase> cases, Function<ScoredCase, Boolean> value) {
        boolean[] values = new boolean[cases.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value.apply(cases.get(i));
        }
        return values;
    }

    private static Map<String, Long> kinds(List<ScoredCase> cases) {
        return cases.stream()
                .map(ScoredCase::truthKind)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }
}
