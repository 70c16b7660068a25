package org.vigie.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.drift.binning.QuantileBins;
import org.vigie.drift.distance.JensenShannonDistance;
import org.vigie.drift.distance.PopulationStabilityIndex;
import org.vigie.drift.distance.WassersteinDistance;
import org.vigie.drift.hypothesis.KolmogorovSmirnovTest;
import org.vigie.drift.hypothesis.LikelihoodRatioTest;
import org.vigie.drift.preset.EvidentlyMethod;
import org.vigie.drift.preset.EvidentlyPreset;
import org.vigie.drift.preset.NannyMlMethod;
import org.vigie.drift.preset.NannyMlPreset;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftVerdict;
import org.vigie.drift.verdict.EffectSize;
import org.vigie.drift.window.CategoricalWindow;
import org.vigie.drift.window.NumericWindow;

/// Defects that other monitoring tools have in single columns, and that the default answers do not have. The numbers
/// are those of the list of 22 defects; the others concern several columns, periods or stored data.
class PeersDefectsTest {

    private static final DriftCheck CHECK = DriftCheck.atFamilyWiseLevel(0.05);
    private static final DecisionRule RULE = DecisionRule.atLevel(0.05);
    private static final int RUNS = 100;
    /// More false alarms than this in 100 checks at 5 % have a probability of 1 in 10,000.
    private static final int MOST_ALARMS = 14;

    @Test
    void defect1_aSmallCurrentWindowDoesNotAlarm() {
        for (int size : new int[] {30, 100}) {
            assertThat(alarms(run -> {
                        var random = new SplittableRandom(run);
                        return isDrifted(numeric(normal(random, 2_000, 0, 1), normal(random, size, 0, 1)));
                    }))
                    .isLessThanOrEqualTo(MOST_ALARMS);
        }
        assertThat(alarms(run -> {
                    var random = new SplittableRandom(run);
                    return EvidentlyPreset.column(window(normal(random, 2_000, 0, 1)), window(normal(random, 30, 0, 1)))
                            .isDrift();
                }))
                .isGreaterThan(95);
    }

    @Test
    void defect2_theReferenceIsASampleToo() {
        assertThat(alarms(run -> {
                    var random = new SplittableRandom(run);
                    return isDrifted(categorical(codes(random, 500, 20), codes(random, 500, 20)));
                }))
                .isLessThanOrEqualTo(MOST_ALARMS);
        assertThat(alarms(run -> {
                    var random = new SplittableRandom(run);
                    return EvidentlyPreset.column(
                                    CategoricalWindow.of(codes(random, 500, 20)),
                                    CategoricalWindow.of(codes(random, 500, 20)))
                            .isDrift();
                }))
                .isGreaterThan(50);
    }

    @Test
    void defect3_oneUnseenRowIsNamedAndNotAnAlarm() {
        List<String> reference = labels("GE", 300, "SIEMENS", 200);
        List<String> current = labels("GE", 60, "SIEMENS", 39, "UIH", 1);
        DriftFinding finding = categorical(reference, current);

        assertThat(finding.verdict()).isInstanceOf(DriftVerdict.Stable.class);
        assertThat(finding.unseenCategories()).containsExactly("UIH");
        assertThat(finding.effects().getLast())
                .isEqualTo(new EffectSize(
                        "share of unseen categories",
                        0.01,
                        "share of current observations in categories the reference lacks: UIH"));
        assertThat(finding.result().pValue().orElseThrow()).isGreaterThan(0.01);
        assertThat(EvidentlyPreset.column(CategoricalWindow.of(reference), CategoricalWindow.of(current))
                        .score())
                .hasValue(0);
    }

    @Test
    void defect4_aMissingColumnIsInconclusiveAndTheOthersAreJudged() {
        double[] values = normal(new SplittableRandom(1), 500, 0, 1);
        double[] missing = new double[500];
        Arrays.fill(missing, Double.NaN);
        DriftFindings findings = CHECK.compare(List.of(
                StreamComparison.numeric("absent", values, new double[0]),
                StreamComparison.numeric("all missing", values, missing),
                StreamComparison.numeric("moved", values, shifted(values, 1))));

        assertThat(values(findings, "absent").isInconclusive()).isTrue();
        assertThat(values(findings, "all missing").isInconclusive()).isTrue();
        assertThat(values(findings, "moved").isDrifted()).isTrue();
    }

    @Test
    void defect5_missingObservationsAreAFindingOfTheirOwn() {
        var random = new SplittableRandom(2);
        double[] current = normal(random, 500, 0, 1);
        Arrays.fill(current, 0, 450, Double.NaN);
        DriftFindings findings =
                CHECK.compare(List.of(StreamComparison.numeric("dose", normal(random, 500, 0, 1), current)));

        assertThat(findings.drifted()).extracting(DriftFinding::kind).containsExactly(DriftFinding.Kind.MISSINGNESS);
    }

    @Test
    void defect7_aHeavyTailDoesNotBlindAnExactDistance() {
        double[] reference = OracleSamples.values("cauchyish seed=135 n=20000");
        double[] current = OracleSamples.values("cauchyish seed=136 n=5000 loc=1.0");

        assertThat(KolmogorovSmirnovTest.statistic(window(reference), window(current)))
                .isGreaterThan(0.3);
        assertThat(NannyMlPreset.fit(NannyMlMethod.KOLMOGOROV_SMIRNOV, reference)
                        .evaluate(current)
                        .value()
                        .orElseThrow())
                .isCloseTo(0.013, within(1e-9));
    }

    @Test
    void defect8_oneFarValueHidesNothing() {
        var random = new SplittableRandom(3);
        double[] reference = normal(random, 1_200, 0, 1);
        double[] moved = with(normal(random, 1_200, 0.5, 1), 1e6);
        QuantileBins bins = QuantileBins.fit(window(reference), 10);

        assertThat(isDrifted(numeric(reference, with(normal(random, 1_200, 0, 1), 1e6))))
                .isFalse();
        assertThat(isDrifted(numeric(reference, moved))).isTrue();
        assertThat(PopulationStabilityIndex.between(bins.count(window(reference)), bins.count(window(moved))))
                .isGreaterThan(0.15);
        assertThat(EvidentlyPreset.column(EvidentlyMethod.POPULATION_STABILITY, window(reference), window(moved))
                        .isDrift())
                .isFalse();
    }

    @Test
    void defect9_aHeavyTailHidesNoShift() {
        double[] reference = OracleSamples.values("cauchyish seed=135 n=20000");
        double[] current = OracleSamples.values("cauchyish seed=136 n=5000 loc=1.0");

        assertThat(isDrifted(numeric(reference, current))).isTrue();
        assertThat(EvidentlyPreset.column(window(reference), window(current)).isDrift())
                .isFalse();
    }

    @Test
    void defect10_constantsAreComparedByValueAndSmallScalesSeen() {
        double[] five = DoubleStream.generate(() -> 5).limit(50).toArray();
        var random = new SplittableRandom(4);
        double[] reference = normal(random, 2_000, 0, 1e-9);
        double[] current = normal(random, 500, 5e-10, 1e-9);

        assertThat(numeric(five, five).verdict()).isInstanceOf(DriftVerdict.Stable.class);
        assertThat(isDrifted(numeric(five, shifted(five, 1e-6)))).isTrue();
        assertThat(isDrifted(numeric(reference, current))).isTrue();
        assertThat(EvidentlyPreset.column(window(reference), window(current)).isDrift())
                .isFalse();
    }

    @Test
    void defect11_bothDirectionsFullScaleAndUnequalSizes() {
        var random = new SplittableRandom(5);
        double[] reference = normal(random, 500, 0, 1);
        QuantileBins ten = QuantileBins.fit(window(reference), 10);
        QuantileBins three = QuantileBins.fit(window(reference), 3);
        QuantileBins two = QuantileBins.fit(NumericWindow.of(0, 1), 2);

        assertThat(isDrifted(numeric(reference, normal(random, 200, 0.5, 1)))).isTrue();
        assertThat(isDrifted(numeric(reference, normal(random, 200, -0.5, 1)))).isTrue();
        assertThat(ten.size()).isEqualTo(10);
        assertThat(three.size()).isEqualTo(3);
        assertThat(JensenShannonDistance.between(two.count(NumericWindow.of(0)), two.count(NumericWindow.of(1))))
                .isCloseTo(1, within(1e-12));
        assertThat(LikelihoodRatioTest.test(
                                CategoricalWindow.of(labels("a", 28, "b", 12)),
                                CategoricalWindow.of(labels("a", 41, "b", 19)),
                                RULE)
                        .verdict())
                .isInstanceOf(DriftVerdict.Stable.class);
    }

    @Test
    void defect11_theBinsAreInTheResult() {
        NumericWindow reference = window(ramp(100));

        assertThat(PopulationStabilityIndex.test(reference, window(ramp(50)), RULE)
                        .bins())
                .contains(QuantileBins.fit(reference, PopulationStabilityIndex.DEFAULT_BINS));
    }

    @Test
    void defect15_anEmptyBinDoesNotDecideTheStabilityIndex() {
        QuantileBins bins = QuantileBins.fit(window(ramp(100)), 10);
        double[] withoutTheLast = Arrays.copyOf(ramp(100), 90);

        assertThat(PopulationStabilityIndex.between(bins.count(window(ramp(100))), bins.count(window(withoutTheLast))))
                .isLessThan(1);
    }

    @Test
    void defect16_aRelabelledPValueIsNeverZero() {
        DriftFinding finding = categorical(labels("a", 50, "b", 2), labels("c", 50, "d", 2));

        assertThat(finding.result().pValue().orElseThrow()).isPositive();
        assertThat(finding.isDrifted()).isTrue();
    }

    @Test
    void defect18_aSmallPValueIsDriftEverywhere() {
        var random = new SplittableRandom(6);
        List<DriftFinding> findings = new ArrayList<>();
        for (double shift : new double[] {0, 1}) {
            findings.add(numeric(normal(random, 200, 0, 1), normal(random, 200, shift, 1)));
        }
        findings.add(categorical(codes(random, 200, 3), codes(random, 200, 3)));
        findings.add(categorical(codes(random, 200, 3), codes(random, 200, 9)));

        for (DriftFinding finding : findings) {
            assertThat(finding.isDrifted()).isEqualTo(finding.adjustedPValue().orElseThrow() <= 0.05);
        }
        assertThat(findings).extracting(DriftFinding::isDrifted).contains(true, false);
    }

    @Test
    void defect19_twoDeviationsAreSeenAndAnAbsentWindowIsNotDistanceZero() {
        var random = new SplittableRandom(7);
        double[] reference = normal(random, 2_000, 0, 1);

        assertThat(isDrifted(numeric(reference, normal(random, 30, 2, 1)))).isTrue();
        assertThat(numeric(reference, new double[0]).isInconclusive()).isTrue();
    }

    @Test
    void defect20_theUnitDoesNotMatterAndNothingIsNotNoDrift() {
        var random = new SplittableRandom(8);
        double[] reference = normal(random, 500, 0, 1);
        double[] current = normal(random, 500, 0.3, 1);

        assertThat(scaled(reference, current)).isCloseTo(scaled(times(reference), times(current)), within(1e-9));
        assertThat(numeric(reference, new double[] {Double.NaN}).verdict())
                .isInstanceOf(DriftVerdict.Inconclusive.class);
    }

    @Test
    void aThinWeekIsInconclusiveAndSaysWhatItLacks() {
        DriftFinding finding = numeric(normal(new SplittableRandom(9), 500, 0, 1), new double[] {9, 9, 9});

        assertThat(finding.verdict())
                .isEqualTo(new DriftVerdict.Inconclusive("current window has 3 observations, 20 are required", 3, 20));
    }

    private static double scaled(double[] reference, double[] current) {
        return WassersteinDistance.scaled(window(reference), window(current))
                .orElseThrow()
                .value();
    }

    private static int alarms(IntPredicate check) {
        return (int) IntStream.range(0, RUNS).filter(check).count();
    }

    private static boolean isDrifted(DriftFinding finding) {
        return finding.isDrifted();
    }

    private static DriftFinding numeric(double[] reference, double[] current) {
        return CHECK.compare(List.of(StreamComparison.numeric("x", reference, current))).ranked().stream()
                .filter(finding -> finding.kind() == DriftFinding.Kind.NUMERIC)
                .findFirst()
                .orElseThrow();
    }

    private static DriftFinding categorical(List<String> reference, List<String> current) {
        return CHECK.compare(List.of(StreamComparison.categorical("x", reference, current)))
                .ranked()
                .getFirst();
    }

    private static DriftFinding values(DriftFindings findings, String stream) {
        return findings.ranked().stream()
                .filter(finding -> finding.stream().equals(stream) && finding.kind() == DriftFinding.Kind.NUMERIC)
                .findFirst()
                .orElseThrow();
    }

    private static NumericWindow window(double[] values) {
        return NumericWindow.of(values);
    }

    private static double[] normal(SplittableRandom random, int size, double mean, double deviation) {
        return DoubleStream.generate(() -> mean + deviation * random.nextGaussian())
                .limit(size)
                .toArray();
    }

    private static double[] shifted(double[] values, double by) {
        return Arrays.stream(values).map(x -> x + by).toArray();
    }

    private static double[] times(double[] values) {
        return Arrays.stream(values).map(x -> 1000 * x).toArray();
    }

    private static double[] with(double[] values, double one) {
        return DoubleStream.concat(Arrays.stream(values), DoubleStream.of(one)).toArray();
    }

    private static double[] ramp(int n) {
        return IntStream.range(0, n).asDoubleStream().toArray();
    }

    private static List<String> codes(SplittableRandom random, int size, int categories) {
        return IntStream.range(0, size)
                .mapToObj(i -> "c" + random.nextInt(categories))
                .toList();
    }

    private static List<String> labels(Object... labelsAndCounts) {
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < labelsAndCounts.length; i += 2) {
            labels.addAll(Collections.nCopies((Integer) labelsAndCounts[i + 1], (String) labelsAndCounts[i]));
        }
        return labels;
    }
}
