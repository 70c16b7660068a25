package org.vigie.drift.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.vigie.drift.comparison.ComparisonVerdict.INFERIOR;
import static org.vigie.drift.comparison.ComparisonVerdict.NON_INFERIOR;
import static org.vigie.drift.comparison.ComparisonVerdict.NOT_ENOUGH_DATA;
import static org.vigie.drift.comparison.ComparisonVerdict.SUPERIOR;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.drift.comparison.ModelComparison.Answers;
import org.vigie.drift.interval.Interval;
import org.vigie.drift.interval.PairedDifferenceInterval;
import org.vigie.drift.interval.PairedProportions;
import org.vigie.drift.multiplicity.PValueAdjustment;
import org.vigie.drift.performance.AurocComparison;

class ModelComparisonTest {

    // ---- verdicts

    @ParameterizedTest
    @CsvSource({
        "0.01, 0.2, SUPERIOR",
        "-0.04, 0.1, NON_INFERIOR",
        "-0.04, -0.01, NON_INFERIOR",
        "-0.2, -0.01, INFERIOR",
        "-0.05, 0.1, NOT_ENOUGH_DATA",
        "-0.2, 0.2, NOT_ENOUGH_DATA"
    })
    void theIntervalAndTheMarginGiveTheVerdict(double lower, double upper, ComparisonVerdict verdict) {
        assertThat(ComparisonVerdict.of(new Interval(lower, upper, 0.95), 0.05)).isEqualTo(verdict);
    }

    @Test
    void theOverallVerdictIsTheWorst() {
        assertThat(ComparisonVerdict.overall(List.of(SUPERIOR, INFERIOR))).isEqualTo(INFERIOR);
        assertThat(ComparisonVerdict.overall(List.of(SUPERIOR, NOT_ENOUGH_DATA)))
                .isEqualTo(NOT_ENOUGH_DATA);
        assertThat(ComparisonVerdict.overall(List.of(SUPERIOR, NON_INFERIOR))).isEqualTo(SUPERIOR);
        assertThat(ComparisonVerdict.overall(List.of(NON_INFERIOR, NON_INFERIOR)))
                .isEqualTo(NON_INFERIOR);
        assertThatThrownBy(() -> ComparisonVerdict.overall(List.of())).hasMessage("no verdict");
    }

    @Test
    void withoutCasesThereIsNoVerdict() {
        PairedComparison none =
                PairedComparison.of(new PairedProportions(0, 0, 0, 0), 0.05, PairedDifferenceInterval.TANGO, 0.95);

        assertThat(none.verdict()).isEqualTo(NOT_ENOUGH_DATA);
        assertThat(none.difference()).isEmpty();
        assertThat(none.nonInferiorityPValue()).isEqualTo(1);
        assertThat(none.casesForVerdict()).isEmpty();
    }

    @Test
    void saysHowManyCasesAVerdictTakes() {
        // discordance 6/100, margin 0.05: 189 (see the golden sizes below)
        PairedComparison open =
                PairedComparison.of(new PairedProportions(90, 4, 2, 4), 0.05, PairedDifferenceInterval.TANGO, 0.95);

        assertThat(open.verdict()).isEqualTo(NOT_ENOUGH_DATA);
        assertThat(open.casesForVerdict()).hasValue(189);
    }

    @Test
    void comparesWithinTheDiseasedAndWithinTheHealthy() {
        boolean[] truth = {true, true, true, false, false, false};
        var champion = new Answers(
                new boolean[] {true, true, false, false, true, false}, new double[] {.9, .8, .3, .2, .6, .1});
        var candidate = new Answers(
                new boolean[] {true, false, true, false, false, true}, new double[] {.9, .4, .7, .2, .3, .6});
        ModelComparison comparison =
                ModelComparison.of(champion, candidate, truth, 0.1, PairedDifferenceInterval.NEWCOMBE, 0.95);

        assertThat(comparison.sensitivity().table()).isEqualTo(new PairedProportions(1, 1, 1, 0));
        assertThat(comparison.specificity().table()).isEqualTo(new PairedProportions(1, 1, 1, 0));
        assertThat(comparison.auroc()).isPresent();
        assertThat(comparison.verdict()).isEqualTo(NOT_ENOUGH_DATA);
        assertThatThrownBy(() -> ModelComparison.of(
                        champion, candidate, new boolean[5], 0.1, PairedDifferenceInterval.TANGO, 0.95))
                .hasMessage("6 and 6 decisions for 5 reference standards");
    }

    @Test
    void delongPairedAsInTheWorkedExample() {
        double[] first = {.9, .8, .75, .6, .55, .4, .7, .5, .45, .35, .3, .2, .15, .1};
        double[] second = {.85, .9, .65, .7, .3, .5, .6, .55, .4, .45, .25, .35, .1, .2};
        boolean[] truth = new boolean[14];
        IntStream.range(0, 6).forEach(i -> truth[i] = true);
        AurocComparison comparison = AurocComparison.of(first, second, truth).orElseThrow();

        assertThat(comparison.champion()).isCloseTo(0.895833, within(1e-6));
        assertThat(comparison.candidate()).isCloseTo(0.854167, within(1e-6));
        assertThat(comparison.covariance()).hasValueCloseTo(0.00498512, within(1e-8));
        double error = comparison.standardError().orElseThrow();
        assertThat(error * error).isCloseTo(0.01076389, within(1e-8));
        assertThat(comparison.z()).hasValueCloseTo(0.40161, within(1e-5));
        assertThat(comparison.pValue()).hasValueCloseTo(0.68797, within(1e-5));
    }

    // ---- McNemar

    @ParameterizedTest
    @CsvSource({"2, 12, .01294, .00739", "5, 15, .0414, .0266", "1, 6, .125, .0703", "10, 10, 1, 1"})
    void mcNemarOfTheWorkedExamples(long b, long c, double exact, double mid) {
        assertThat(McNemarTest.of(b, c).exactPValue()).isCloseTo(exact, within(5e-5));
        assertThat(McNemarTest.of(b, c).midPValue()).isCloseTo(mid, within(5e-5));
    }

    @Test
    void mcNemarsChiSquare() {
        McNemarTest test = McNemarTest.of(2, 12);

        assertThat(test.chiSquare()).hasValueCloseTo(7.143, within(5e-4));
        assertThat(McNemarTest.pValue(test.chiSquare().orElseThrow())).isCloseTo(.00753, within(5e-6));
        assertThat(test.correctedChiSquare()).hasValueCloseTo(5.786, within(5e-4));
        assertThat(McNemarTest.of(0, 0).chiSquare()).isEmpty();
        assertThatThrownBy(() -> McNemarTest.pValue(-1)).hasMessage("chiSquare -1.0");
    }

    @ParameterizedTest
    @CsvFileSource(resources = "mcnemar.oracle.csv", useHeadersInDisplayName = true)
    void mcNemarAgreesWithStatsmodelsAndR(long b, long c, double p, double tolerance) {
        assertThat(McNemarTest.of(b, c).exactPValue()).isCloseTo(p, within(tolerance));
        assertThat(McNemarTest.of(c, b).exactPValue()).isCloseTo(p, within(tolerance));
    }

    @Test
    void midPCountsHalfOfWhatWasSeen() {
        // Fagerland, Lydersen & Laake (2013), table 1 (airway hyper-responsiveness): b = 1, c = 7, mid-p 0.0391
        assertThat(McNemarTest.of(1, 7).midPValue()).isCloseTo(0.0390625, within(1e-12));
        assertThat(McNemarTest.of(1, 7).exactPValue()).isCloseTo(0.0703125, within(1e-12));
        assertThat(McNemarTest.of(4, 4).midPValue()).isEqualTo(1);
    }

    @Test
    void withoutDiscordantCasesNeitherIsBetter() {
        assertThat(McNemarTest.of(0, 0)).isEqualTo(new McNemarTest(0, 0, 1, 1));
    }

    @Test
    void mcNemarRejectsNegativeCounts() {
        assertThatThrownBy(() -> McNemarTest.of(-1, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("discordant cases -1 and 3");
    }

    // ---- several candidates

    @Property(tries = 200)
    void withOneGateEachItIsHolms(
            @ForAll @Size(min = 1, max = 6) List<@DoubleRange(min = 0, max = 0.1) Double> pValues) {
        double[][] gates = pValues.stream().map(p -> new double[] {p}).toArray(double[][]::new);
        double[] holm = PValueAdjustment.HOLM.adjust(
                pValues.stream().mapToDouble(p -> p).toArray());
        Gatekeeping result = Gatekeeping.of(gates, 0.05);

        for (int i = 0; i < holm.length; i++) {
            if (Math.abs(holm[i] - 0.05) > 1e-12) {
                assertThat(result.passedAll(i)).isEqualTo(holm[i] <= 0.05);
            }
        }
    }

    @Test
    void aFailedGateClosesTheNext() {
        assertThat(Gatekeeping.of(new double[][] {{0.01, 0.2, 0.001}}, 0.05).passed())
                .containsExactly(1);
        assertThat(Gatekeeping.of(new double[][] {{0.06, 0.001}}, 0.05).passed())
                .containsExactly(0);
    }

    @Test
    void whoPassesAllHandsTheLevelOn() {
        // at 0.025 the second candidate passes no gate, at 0.05 both
        Gatekeeping result = Gatekeeping.of(new double[][] {{0.01, 0.02}, {0.04, 0.03}}, 0.05);

        assertThat(result.passed()).containsExactly(2, 2);
        assertThat(result.levels()).containsExactly(0.025, 0.05);
        assertThat(Gatekeeping.of(new double[][] {{0.01, 0.03}, {0.04, 0.03}}, 0.05)
                        .passed())
                .containsExactly(1, 0);
    }

    @Test
    void withoutAnyEffectSomeGatePassesNoMoreOftenThanStated() {
        var random = new SplittableRandom(23);
        int wrong = 0;
        for (int run = 0; run < 20_000; run++) {
            double[][] p = new double[3][2];
            for (double[] own : p) {
                own[0] = random.nextDouble();
                own[1] = random.nextDouble();
            }
            wrong += Gatekeeping.of(p, 0.05).passed().stream().anyMatch(each -> each > 0) ? 1 : 0;
        }
        // standard error 0.15 %
        assertThat(wrong / 20_000.0).isBetween(0.043, 0.055);
    }

    @Test
    void namesWhatIsWrongWithTheGates() {
        assertThatThrownBy(() -> Gatekeeping.of(new double[0][], 0.05)).hasMessage("no candidate");
        assertThatThrownBy(() -> Gatekeeping.of(new double[][] {{}}, 0.05)).hasMessage("candidate 0 has no gate");
        assertThatThrownBy(() -> Gatekeeping.of(new double[][] {{0.1, Double.NaN}}, 0.05))
                .hasMessage("pValues[0][1] is NaN");
        assertThatThrownBy(() -> Gatekeeping.of(new double[][] {{0.1}}, 0)).hasMessage("level 0.0 is not in (0, 1)");
    }
}
