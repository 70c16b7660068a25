package org.vigie.monitor.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vigie.monitor.comparison.ComparisonResult;
import org.vigie.monitor.driftcheck.DriftOutcome;
import org.vigie.monitor.performance.PerformanceResult;
import org.vigie.reports.weekly.DriftFinding;
import org.vigie.reports.weekly.DriftVerdict;
import org.vigie.reports.weekly.Estimate;
import org.vigie.reports.weekly.IsoWeek;
import org.vigie.reports.weekly.Measure;
import org.vigie.reports.weekly.Metric;
import org.vigie.reports.weekly.Period;
import org.vigie.reports.weekly.Scope;
import org.vigie.reports.weekly.ShadowComparison;
import org.vigie.reports.weekly.Statistic;
import org.vigie.reports.weekly.Stream;
import org.vigie.reports.weekly.Verdict;

/// From the service's words to the report's.
final class Translation {

    private Translation() {}

    static IsoWeek week(String text) {
        return IsoWeek.parse(text);
    }

    static Scope scope(@Nullable String site) {
        return site == null ? Scope.allSites() : Scope.site(site);
    }

    static Scope group(String by, @Nullable String group) {
        return group == null ? Scope.allSites() : Scope.group(keyword(by), group);
    }

    static Stream stream(DriftOutcome.Kind kind, String name) {
        return new Stream(
                switch (kind) {
                    case ATTRIBUTE -> Stream.Kind.ATTRIBUTE;
                    case STATISTIC -> Stream.Kind.STATISTIC;
                    case SCORE -> Stream.Kind.SCORE;
                    case FEATURES -> Stream.Kind.FEATURES;
                },
                kind == DriftOutcome.Kind.ATTRIBUTE ? keyword(name) : name);
    }

    /// `softwareVersions` is the DICOM keyword `SoftwareVersions`.
    private static String keyword(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    static DriftVerdict verdict(DriftOutcome.Verdict verdict) {
        return switch (verdict) {
            case STABLE -> DriftVerdict.STABLE;
            case DRIFTED -> DriftVerdict.DRIFTED;
            case INCONCLUSIVE -> DriftVerdict.INCONCLUSIVE;
        };
    }

    static Verdict verdict(PerformanceResult.Verdict verdict) {
        return switch (verdict) {
            case PASS -> Verdict.PASS;
            case FAIL -> Verdict.FAIL;
            case INCONCLUSIVE -> Verdict.INCONCLUSIVE;
        };
    }

    static ShadowComparison.Verdict verdict(ComparisonResult.Verdict verdict) {
        return switch (verdict) {
            case SUPERIOR -> ShadowComparison.Verdict.SUPERIOR;
            case NON_INFERIOR -> ShadowComparison.Verdict.NON_INFERIOR;
            case INFERIOR -> ShadowComparison.Verdict.INFERIOR;
            case NOT_ENOUGH_DATA -> ShadowComparison.Verdict.NOT_ENOUGH_DATA;
        };
    }

    static DriftFinding finding(String by, DriftOutcome.Finding finding) {
        Statistic statistic = switch (finding.kind()) {
            case ATTRIBUTE -> Statistic.CHI_SQUARE;
            case STATISTIC, SCORE -> Statistic.ANDERSON_DARLING;
            case FEATURES -> Statistic.FEATURE_QUESTIONS;
        };
        return new DriftFinding(
                stream(finding.kind(), finding.stream()),
                group(by, finding.group()),
                statistic,
                finding.value(),
                finding.adjustedPValue(),
                finding.effect(),
                null,
                finding.n(),
                finding.m(),
                finding.value() == null ? DriftVerdict.INCONCLUSIVE : verdict(finding.verdict()));
    }

    static @Nullable Estimate estimate(PerformanceResult.Rate rate, double level) {
        Double value = rate.estimate();
        return value == null ? null : estimate(value, rate.lower(), rate.upper(), level, Estimate.Method.WILSON);
    }

    /// Rounding must not put an estimate outside of its interval.
    static Estimate estimate(double value, double lower, double upper, double level, Estimate.Method method) {
        return new Estimate(value, Math.min(lower, value), Math.max(upper, value), level, method);
    }

    static Measure measure(Metric metric, @Nullable String site, PerformanceResult.Rate rate, double level) {
        Estimate estimate = estimate(rate, level);
        return new Measure(
                metric,
                scope(site),
                rate.n(),
                estimate,
                rate.minimum(),
                estimate == null ? Verdict.INCONCLUSIVE : verdict(rate.verdict()),
                rate.settle());
    }

    static ShadowComparison comparison(ComparisonResult result, double level) {
        ComparisonResult.Reproduction reproduction = result.reproduction();
        return new ShadowComparison(
                result.champion(),
                result.candidate(),
                Scope.allSites(),
                new Period(result.from(), result.to()),
                result.cases(),
                result.margin(),
                paired(result.sensitivity(), level),
                paired(result.specificity(), level),
                difference(result.aurocChampion(), level, Estimate.Method.DELONG),
                difference(result.aurocCandidate(), level, Estimate.Method.DELONG),
                difference(result.aurocDifference(), level, Estimate.Method.DELONG),
                reproduction == null
                        ? null
                        : new ShadowComparison.Reproduction(
                                reproduction.cases(), reproduction.largestDifference(), reproduction.tolerance()),
                null,
                verdict(result.verdict()));
    }

    private static ShadowComparison.Paired paired(ComparisonResult.Paired paired, double level) {
        return new ShadowComparison.Paired(
                paired.bothRight(),
                paired.championOnly(),
                paired.candidateOnly(),
                paired.neither(),
                paired.pValue(),
                difference(paired.difference(), level, Estimate.Method.NEWCOMBE),
                verdict(paired.verdict()));
    }

    private static @Nullable Estimate difference(
            ComparisonResult.@Nullable Difference difference, double level, Estimate.Method method) {
        return difference == null
                ? null
                : estimate(difference.estimate(), difference.lower(), difference.upper(), level, method);
    }
}
