package org.vigie.reports.weekly;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Made-up reports: a full one with a scanner that drifts from week 16 on, one of a first week with
/// nothing to say, and one with more of everything than there is room for.
final class SampleReports {

    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    static final IsoWeek WEEK = IsoWeek.parse("2026-W26");
    private static final String SHA = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0bf0b822cd15d6c15b0f00";
    private static final Scope NORTH = Scope.site("north");
    private static final Scope SOUTH = Scope.site("south");
    private static final Scope SCANNER = new Scope.Group("south", "manufacturerModelName", "Lumen 3");
    private static final Stream NOISE = new Stream(Stream.Kind.STATISTIC, "noise");
    private static final Stream SHARPNESS = new Stream(Stream.Kind.STATISTIC, "sharpness");
    private static final Stream SOFTWARE = new Stream(Stream.Kind.ATTRIBUTE, "softwareVersions");
    private static final Stream SCORE = new Stream(Stream.Kind.SCORE, "nodule");
    private static final Stream FEATURES = new Stream(Stream.Kind.FEATURES, "features");

    private SampleReports() {}

    static About about() {
        return new About(
                "chest-nodule",
                "nodule",
                List.of(
                        new About.VersionInForce("north", "1.0.0", SHA, 0.42, Instant.parse("2026-01-04T23:00:00Z")),
                        new About.VersionInForce("south", "1.0.0", SHA, 0.42, Instant.parse("2026-01-04T23:00:00Z"))),
                WEEK,
                week(WEEK),
                PARIS,
                Instant.parse("2026-06-29T05:00:00Z"),
                "0.1.0 (3f2a9c1)",
                new About.Policy(
                        3,
                        "Dr Claire Morel, head of radiology quality",
                        new Period(Instant.parse("2026-01-04T23:00:00Z"), Instant.parse("2026-03-01T23:00:00Z"))));
    }

    static Period week(IsoWeek week) {
        return new Period(
                week.monday().atStartOfDay(PARIS).toInstant(),
                week.monday().plusWeeks(1).atStartOfDay(PARIS).toInstant());
    }

    static WeeklyReport full() {
        Estimate sensitivity = wilson(118, 139);
        Estimate specificity = wilson(392, 441);
        Estimate south = wilson(52, 70);
        return new WeeklyReport(
                about(),
                Verdict.INCONCLUSIVE,
                List.of(
                        new Reason.Undecided(Metric.SENSITIVITY, SOUTH, south, 0.8, 70),
                        new Reason.MeetsMinimum(Metric.SPECIFICITY, NORTH, wilson(211, 230), 0.85),
                        new Reason.DriftFound(NOISE, SCANNER, IsoWeek.parse("2026-W16")),
                        new Reason.CandidateJudged("1.1.0", ShadowComparison.Verdict.SUPERIOR),
                        new Reason.ErrorsFlagged(9, 2)),
                List.of(
                        new Decision.InvestigateDrift(NOISE, SCANNER),
                        new Decision.CollectTruth(Metric.SENSITIVITY, SOUTH, 140),
                        new Decision.Promote("1.1.0", ShadowComparison.Verdict.SUPERIOR)),
                inputs(),
                outputs(),
                new Performance(
                        new Period(Instant.parse("2026-05-03T22:00:00Z"), Instant.parse("2026-06-28T22:00:00Z")),
                        truth(),
                        List.of(
                                measure(
                                        Metric.SENSITIVITY,
                                        Scope.allSites(),
                                        139,
                                        sensitivity,
                                        0.8,
                                        Verdict.INCONCLUSIVE,
                                        60L),
                                measure(Metric.SENSITIVITY, NORTH, 69, wilson(66, 69), 0.8, Verdict.PASS, null),
                                measure(Metric.SENSITIVITY, SOUTH, 70, south, 0.8, Verdict.INCONCLUSIVE, 140L),
                                measure(
                                        Metric.SPECIFICITY,
                                        Scope.allSites(),
                                        441,
                                        specificity,
                                        0.85,
                                        Verdict.PASS,
                                        null),
                                measure(Metric.SPECIFICITY, NORTH, 230, wilson(211, 230), 0.85, Verdict.PASS, null),
                                measure(
                                        Metric.SPECIFICITY,
                                        SOUTH,
                                        211,
                                        wilson(181, 211),
                                        0.85,
                                        Verdict.INCONCLUSIVE,
                                        900L),
                                new Measure(
                                        Metric.AUROC,
                                        Scope.allSites(),
                                        580,
                                        new Estimate(0.9132, 0.8841, 0.9423, 0.95, Estimate.Method.DELONG),
                                        null,
                                        Verdict.INCONCLUSIVE,
                                        null)),
                        new Performance.Predictive(
                                0.2,
                                new Estimate(0.641, 0.583, 0.702, 0.95, Estimate.Method.PROPAGATED),
                                new Estimate(0.958, 0.941, 0.971, 0.95, Estimate.Method.PROPAGATED)),
                        weeklyPerformance()),
                List.of(
                        comparison("1.1.0", 6, 15, 8, 21, ShadowComparison.Verdict.SUPERIOR),
                        comparison("1.0.9-small", 19, 4, 30, 12, ShadowComparison.Verdict.INFERIOR)),
                new Flags(
                        List.of(
                                new Flags.ByReason(Flags.FlagReason.FALSE_POSITIVE, 5),
                                new Flags.ByReason(Flags.FlagReason.MISSED_FINDING, 3),
                                new Flags.ByReason(Flags.FlagReason.TECHNICAL, 1)),
                        List.of(
                                new Flags.BySeverity(Flags.Severity.SEVERE, 2),
                                new Flags.BySeverity(Flags.Severity.MINOR, 7)),
                        4,
                        5,
                        Duration.ofHours(53)),
                List.of(
                        new OpenAlert(
                                new Reason.DriftFound(NOISE, SCANNER, IsoWeek.parse("2026-W16")),
                                OpenAlert.Severity.WARNING,
                                Instant.parse("2026-04-20T05:00:00Z"),
                                WEEK,
                                true),
                        new OpenAlert(
                                new Reason.BelowMinimum(Metric.SPECIFICITY, SCANNER, wilson(60, 86), 0.85),
                                OpenAlert.Severity.CRITICAL,
                                Instant.parse("2026-05-11T05:00:00Z"),
                                WEEK,
                                false)),
                new Limits(
                        List.of(
                                new Limits.Shift(NOISE, SCANNER, 0.74, Limits.Shift.Unit.STANDARD_DEVIATIONS, 0.8, 31),
                                new Limits.Shift(
                                        SCORE, Scope.allSites(), 0.38, Limits.Shift.Unit.STANDARD_DEVIATIONS, 0.8, 96),
                                new Limits.Shift(SOFTWARE, SCANNER, 0.19, Limits.Shift.Unit.SHARE, 0.8, 31)),
                        List.of(
                                new Limits.Drop(Metric.SENSITIVITY, Scope.allSites(), 0.087, 0.8, 139),
                                new Limits.Drop(Metric.SPECIFICITY, Scope.allSites(), 0.048, 0.8, 441)),
                        List.of(Limits.Assumption.values())));
    }

    /// A first week: nothing was compared, nothing is known to be true, no policy is set.
    static WeeklyReport thin() {
        var about = new About(
                "chest-nodule",
                "nodule",
                List.of(),
                IsoWeek.parse("2026-W01"),
                week(IsoWeek.parse("2026-W01")),
                PARIS,
                Instant.parse("2026-01-05T06:00:00Z"),
                "0.1.0",
                null);
        return new WeeklyReport(
                about,
                Verdict.INCONCLUSIVE,
                List.of(new Reason.NoPolicy(), new Reason.NoTruth(Metric.SENSITIVITY, Scope.allSites())),
                List.of(),
                new Inputs(null, List.of(), List.of(), List.of(), List.of(), List.of()),
                new Outputs(null, List.of()),
                new Performance(
                        null, new Performance.Truth(0, 0, 0, 0, 0, List.of(), List.of()), List.of(), null, List.of()),
                List.of(),
                new Flags(List.of(), List.of(), 0, 0, null),
                List.of(),
                new Limits(List.of(), List.of(), List.of()));
    }

    /// Names that are markup, too long, or in letters the typeface lacks.
    static WeeklyReport odd() {
        WeeklyReport full = full();
        About about = full.about();
        Inputs inputs = full.inputs();
        var history = new ArrayList<>(inputs.history());
        history.addFirst(new Inputs.Series(
                new Stream(Stream.Kind.ATTRIBUTE, "胸部 \u200b مرحبا"),
                Scope.site("\ud83d\ude00"),
                inputs.history().getFirst().points()));
        history.addFirst(new Inputs.Series(
                new Stream(Stream.Kind.ATTRIBUTE, "z".repeat(90)),
                Scope.site("é"),
                inputs.history().getFirst().points()));
        return new WeeklyReport(
                new About(
                        "<b>&\"model\"</b> 胸部",
                        "]]><script>",
                        about.versions(),
                        about.week(),
                        about.period(),
                        about.zone(),
                        about.asOf(),
                        about.serviceBuild(),
                        about.policy()),
                Verdict.FAIL,
                full.reasons(),
                full.decisions(),
                new Inputs(
                        inputs.flow(),
                        inputs.volumes(),
                        inputs.findings(),
                        history,
                        List.of(new Inputs.Refusal("a-reason-nobody-has-words-for", 1)),
                        inputs.quality()),
                full.outputs(),
                full.performance(),
                full.comparisons(),
                full.flags(),
                full.alerts(),
                full.limits());
    }

    /// Far more rows than twelve pages hold.
    static WeeklyReport huge() {
        WeeklyReport full = full();
        Inputs inputs = full.inputs();
        return new WeeklyReport(
                full.about(),
                Verdict.FAIL,
                repeat(full.reasons(), 20),
                repeat(full.decisions(), 20),
                new Inputs(
                        inputs.flow(),
                        IntStream.range(0, 60)
                                .boxed()
                                .flatMap(i -> IntStream.rangeClosed(1, 26)
                                        .mapToObj(w -> new Inputs.Volume(
                                                new IsoWeek(2026, w),
                                                "site-" + i % 7,
                                                "Scanner with a long name " + i,
                                                1_000)))
                                .toList(),
                        repeat(inputs.findings(), 300),
                        repeat(inputs.history(), 100),
                        repeat(inputs.refusals(), 50),
                        repeat(inputs.quality(), 50)),
                full.outputs(),
                new Performance(
                        full.performance().window(),
                        full.performance().truth(),
                        repeat(full.performance().measures(), 90),
                        full.performance().predictive(),
                        full.performance().weekly()),
                repeat(full.comparisons(), 12),
                full.flags(),
                repeat(full.alerts(), 60),
                new Limits(
                        repeat(full.limits().shifts(), 80),
                        repeat(full.limits().drops(), 80),
                        full.limits().assumptions()));
    }

    private static <T> List<T> repeat(List<T> values, int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> values.get(i % values.size()))
                .toList();
    }

    private static Inputs inputs() {
        var volumes = new ArrayList<Inputs.Volume>();
        var random = new SplittableRandom(7);
        for (int w = 1; w <= 26; w++) {
            volumes.add(new Inputs.Volume(new IsoWeek(2026, w), "north", "Axio 700", 30 + random.nextInt(9)));
            volumes.add(new Inputs.Volume(new IsoWeek(2026, w), "north", "Clarion DR", 26 + random.nextInt(9)));
            volumes.add(new Inputs.Volume(new IsoWeek(2026, w), "south", "Lumen 3", 28 + random.nextInt(9)));
        }
        return new Inputs(
                new Inputs.Flow(104, 99, 96),
                volumes,
                List.of(
                        finding(
                                NOISE,
                                SCANNER,
                                Statistic.KOLMOGOROV_SMIRNOV,
                                0.81,
                                1.4e-12,
                                2.31,
                                0.5,
                                DriftVerdict.DRIFTED),
                        finding(
                                SHARPNESS,
                                SCANNER,
                                Statistic.KOLMOGOROV_SMIRNOV,
                                0.52,
                                2.1e-6,
                                1.02,
                                0.5,
                                DriftVerdict.DRIFTED),
                        finding(SOFTWARE, SCANNER, Statistic.CHI_SQUARE, 31.0, 2.6e-8, 0.97, 0.3, DriftVerdict.DRIFTED),
                        finding(
                                FEATURES,
                                SCANNER,
                                Statistic.DOMAIN_CLASSIFIER,
                                0.93,
                                0.005,
                                0.86,
                                0.5,
                                DriftVerdict.DRIFTED),
                        finding(
                                SCORE,
                                Scope.allSites(),
                                Statistic.KOLMOGOROV_SMIRNOV,
                                0.11,
                                0.21,
                                0.18,
                                0.5,
                                DriftVerdict.STABLE),
                        finding(
                                NOISE,
                                Scope.group("manufacturerModelName", "Axio 700"),
                                Statistic.KOLMOGOROV_SMIRNOV,
                                0.14,
                                0.52,
                                0.12,
                                0.5,
                                DriftVerdict.STABLE),
                        finding(
                                NOISE,
                                Scope.group("manufacturerModelName", "Clarion DR"),
                                Statistic.KOLMOGOROV_SMIRNOV,
                                null,
                                null,
                                null,
                                null,
                                DriftVerdict.INCONCLUSIVE)),
                List.of(
                        series(NOISE, SCANNER, 2.4, 3),
                        series(SHARPNESS, SCANNER, 1.1, 5),
                        series(SCORE, Scope.allSites(), 0, 9),
                        series(NOISE, Scope.group("manufacturerModelName", "Axio 700"), 0, 11)),
                List.of(
                        new Inputs.Refusal("view-not-selected", 5),
                        new Inputs.Refusal("dicom-unreadable", 2),
                        new Inputs.Refusal("burned-in-text", 1)),
                List.of(new Inputs.QualityFinding(
                        Inputs.QualityFinding.Problem.UNSEEN_VALUE, SOFTWARE, SCANNER, 31, 31)));
    }

    private static DriftFinding finding(
            Stream stream,
            Scope scope,
            Statistic statistic,
            Double value,
            Double p,
            Double effect,
            Double limit,
            DriftVerdict verdict) {
        return new DriftFinding(
                stream, scope, statistic, value, p, effect, limit, 251, value == null ? 6 : 31, verdict);
    }

    private static Inputs.Series series(Stream stream, Scope scope, double jump, int seed) {
        var random = new SplittableRandom(seed);
        return new Inputs.Series(
                stream,
                scope,
                IntStream.rangeClosed(9, 26)
                        .mapToObj(w -> {
                            if (w == 13) {
                                return new Inputs.Point(new IsoWeek(2026, w), null, null, DriftVerdict.INCONCLUSIVE);
                            }
                            double value = 0.1
                                    + 0.2 * random.nextDouble()
                                    + (w >= 16 ? jump * (0.4 + 0.1 * random.nextDouble()) : 0);
                            return new Inputs.Point(
                                    new IsoWeek(2026, w),
                                    value,
                                    0.5,
                                    value > 0.5 ? DriftVerdict.DRIFTED : DriftVerdict.STABLE);
                        })
                        .toList());
    }

    private static Outputs outputs() {
        var random = new SplittableRandom(3);
        List<Double> edges =
                IntStream.rangeClosed(0, 20).mapToObj(i -> i / 20.0).toList();
        return new Outputs(
                new Outputs.Distribution(
                        edges,
                        List.of(
                                60L, 71L, 66L, 58L, 49L, 40L, 32L, 25L, 20L, 17L, 15L, 14L, 15L, 17L, 20L, 24L, 28L,
                                30L, 24L, 13L),
                        List.of(6L, 9L, 11L, 10L, 9L, 8L, 6L, 5L, 4L, 4L, 3L, 3L, 2L, 3L, 3L, 3L, 3L, 2L, 1L, 1L)),
                IntStream.rangeClosed(1, 26)
                        .mapToObj(w -> new Outputs.PositiveRate(new IsoWeek(2026, w), 22 + random.nextInt(12), 96))
                        .toList());
    }

    private static Performance.Truth truth() {
        return new Performance.Truth(
                768,
                588,
                139,
                441,
                8,
                List.of(
                        new Performance.OfKind(Performance.OfKind.Kind.CONSENSUS, 540),
                        new Performance.OfKind(Performance.OfKind.Kind.HISTOLOGY, 48)),
                IntStream.rangeClosed(1, 26)
                        .mapToObj(
                                w -> new Performance.Share(new IsoWeek(2026, w), w < 20 ? 94 : 94 - (w - 19) * 12, 96))
                        .toList());
    }

    private static List<Performance.Week> weeklyPerformance() {
        var random = new SplittableRandom(11);
        return IntStream.rangeClosed(1, 25)
                .mapToObj(w -> {
                    int missed = random.nextInt(w < 16 ? 4 : 7);
                    return new Performance.Week(
                            new IsoWeek(2026, w),
                            wilson(18 - missed, 18),
                            wilson(64 - random.nextInt(w < 16 ? 8 : 16), 64));
                })
                .toList();
    }

    private static Measure measure(
            Metric metric, Scope scope, long n, Estimate estimate, double minimum, Verdict verdict, Long toSettle) {
        return new Measure(metric, scope, n, estimate, minimum, verdict, toSettle);
    }

    private static ShadowComparison comparison(
            String candidate, long lostD, long wonD, long lostN, long wonN, ShadowComparison.Verdict verdict) {
        double d = (wonD - lostD) / 139.0;
        double s = (wonN - lostN) / 441.0;
        return new ShadowComparison(
                "1.0.0",
                candidate,
                Scope.allSites(),
                new Period(Instant.parse("2026-05-03T22:00:00Z"), Instant.parse("2026-06-28T22:00:00Z")),
                580,
                0.05,
                new ShadowComparison.Paired(
                        139 - lostD - wonD - 9,
                        lostD,
                        wonD,
                        9,
                        0.0784,
                        new Estimate(d, d - 0.058, d + 0.06, 0.95, Estimate.Method.NEWCOMBE),
                        verdict),
                new ShadowComparison.Paired(
                        441 - lostN - wonN - 30,
                        lostN,
                        wonN,
                        30,
                        0.0241,
                        new Estimate(s, s - 0.027, s + 0.028, 0.95, Estimate.Method.NEWCOMBE),
                        verdict),
                new Estimate(0.913, 0.884, 0.942, 0.95, Estimate.Method.DELONG),
                new Estimate(0.913 + d / 2, 0.884 + d / 2, 0.942 + d / 2, 0.95, Estimate.Method.DELONG),
                new Estimate(d / 2, d / 2 - 0.016, d / 2 + 0.017, 0.95, Estimate.Method.DELONG),
                new ShadowComparison.Reproduction(768, 2.4e-7, 1e-4),
                SHA,
                verdict);
    }

    /// The interval of k of n by Wilson's formula at 95 %.
    static Estimate wilson(long k, long n) {
        double z = 1.959963984540054;
        double p = (double) k / n;
        double centre = (p + z * z / (2 * n)) / (1 + z * z / n);
        double half = z * Math.sqrt(p * (1 - p) / n + z * z / (4.0 * n * n)) / (1 + z * z / n);
        return new Estimate(
                p, Math.clamp(centre - half, 0, p), Math.clamp(centre + half, p, 1), 0.95, Estimate.Method.WILSON);
    }
}
