package org.vigie.drift.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.vigie.drift.interval.ProportionInterval.WILSON;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.drift.interval.PairedProportions;
import org.vigie.drift.interval.TangoScore;

class SampleSizeTest {

    // (1.959964 + 0.841621)² ψ / M², by hand
    @ParameterizedTest
    @CsvSource({
        "0.05, 0.03, 95", "0.05, 0.06, 189", "0.05, 0.10, 314",
        "0.03, 0.03, 262", "0.03, 0.06, 524", "0.03, 0.10, 873",
        "0.02, 0.03, 589", "0.02, 0.06, 1178", "0.02, 0.10, 1963"
    })
    void pairedNonInferiority(double margin, double discordance, long cases) {
        assertThat(PairedSampleSize.forNonInferiority(discordance, 0, margin, 0.025, 0.8))
                .isEqualTo(cases);
        assertThat(PairedSampleSize.nonInferiorityPower(cases, discordance, 0, margin, 0.025))
                .isBetween(0.8, 0.81);
    }

    @Test
    void tangosScoreHasThePowerOfTheSimulation() {
        var random = new SplittableRandom(31);
        int shown = 0;
        for (int run = 0; run < 4_000; run++) {
            int first = 0;
            int second = 0;
            for (int i = 0; i < 314; i++) {
                double u = random.nextDouble();
                first += u < 0.05 ? 1 : 0;
                second += u >= 0.05 && u < 0.10 ? 1 : 0;
            }
            var table = new PairedProportions(314 - first - second, first, second, 0);
            shown += TangoScore.nonInferiorityPValue(table, 0.05) < 0.025 ? 1 : 0;
        }
        // standard error 0.6 %
        assertThat(PairedSampleSize.exactNonInferiorityPower(314, 0.1, 0, 0.05, 0.025))
                .isCloseTo(shown / 4_000.0, within(0.025))
                .isBetween(0.75, 0.8);
        assertThat(PairedSampleSize.exactNonInferiorityPower(350, 0.1, 0, 0.05, 0.025))
                .isGreaterThan(0.8);
    }

    // scipy 1.10.1 binom, searched over n
    @ParameterizedTest
    @CsvSource({"0.97, 0.90, 66, 61", "0.97, 0.94, 282, 268", "0.98, 0.95, 226, 217"})
    void exactFall(double from, double to, long cases, long alarmAt) {
        ProportionSampleSize.ExactTest test = ProportionSampleSize.forExactFall(from, to, 0.05, 0.8);

        assertThat(test.cases()).isEqualTo(cases);
        assertThat(test.alarmAt()).isEqualTo(alarmAt);
        assertThat(test.level()).isLessThanOrEqualTo(0.05);
        assertThat(test.power()).isGreaterThanOrEqualTo(0.8);
    }

    @ParameterizedTest
    @CsvSource({"0.90, 69", "0.93, 143", "0.95, 414", "0.96, 1382"})
    // 139 of 143 is the first: 0.93029
    void positivesForWilsonsLowerLimit(double minimum, long cases) {
        assertThat(ProportionSampleSize.forLowerLimit(WILSON, 0.97, minimum, 0.95))
                .isEqualTo(cases);
    }

    @ParameterizedTest
    @CsvSource({"0.05, 63", "0.03, 140", "0.02, 302", "0.01, 1139"})
    void positivesForWilsonsHalfWidth(double halfWidth, long cases) {
        assertThat(ProportionSampleSize.forHalfWidth(WILSON, 0.97, halfWidth, 0.95))
                .isEqualTo(cases);
    }

    @Test
    void connorAndMiettinenAsTheirFormulasSay() {
        // by hand: ψ = 0.3, δ = 0.1: Connor (1.959964·0.547723 + 0.841621·0.538516)²/0.01 = 233.1;
        // Miettinen (1.959964·0.3 + 0.841621·√(0.09 − 0.00825))²/0.003 = 228.9
        assertThat(PairedSampleSize.connor(0.3, 0.1, 0.05, 0.8)).isEqualTo(234);
        assertThat(PairedSampleSize.miettinen(0.3, 0.1, 0.05, 0.8)).isEqualTo(229);
    }

    @Property(tries = 50)
    void connorsCasesHaveAboutTheirPowerExactly(
            @ForAll @DoubleRange(min = 0.1, max = 0.5) double discordance,
            @ForAll @DoubleRange(min = 0.3, max = 0.8) double share) {
        double difference = discordance * share;
        int cases = (int) PairedSampleSize.connor(discordance, difference, 0.05, 0.8);

        // the exact test is cautious: with few discordant cases it loses up to a fifth
        assertThat(PairedSampleSize.exactPower(cases, discordance, difference, 0.05))
                .isBetween(0.6, 0.9);
    }

    @Test
    void exactPowerIsThatOfTheSimulation() {
        var random = new SplittableRandom(5);
        int seen = 0;
        for (int run = 0; run < 10_000; run++) {
            int b = 0;
            int c = 0;
            for (int i = 0; i < 60; i++) {
                double u = random.nextDouble();
                b += u < 0.05 ? 1 : 0;
                c += u >= 0.05 && u < 0.3 ? 1 : 0;
            }
            seen += McNemarTest.of(b, c).exactPValue() <= 0.05 ? 1 : 0;
        }
        // standard error 0.5 %
        assertThat(PairedSampleSize.exactPower(60, 0.3, 0.2, 0.05)).isCloseTo(seen / 10_000.0, within(0.02));
    }

    @Test
    void aurocVarianceOfHanleyAndMcNeil() {
        // Hanley & McNeil (1982), their example: A = 0.893, 51 abnormal, 58 normal; formula in Python 3.11
        assertThat(Math.sqrt(AurocSampleSize.HANLEY_MCNEIL.variance(0.893, 51, 58.0 / 51)))
                .isCloseTo(0.03251158176764658, within(1e-12));
    }

    @Test
    void aurocSizesReachWhatTheyPromise() {
        for (AurocSampleSize method : AurocSampleSize.values()) {
            long m = method.positivesForHalfWidth(0.9, 4, 0.05, 0.95);
            assertThat(1.959964 * Math.sqrt(method.variance(0.9, m, 4))).isLessThanOrEqualTo(0.05);
            assertThat(1.959964 * Math.sqrt(method.variance(0.9, m - 1, 4))).isGreaterThan(0.05);
            // pairing pays
            assertThat(method.positivesForDifference(0.85, 0.9, 0.6, 4, 0.05, 0.8))
                    .isLessThan(method.positivesForDifference(0.85, 0.9, 0, 4, 0.05, 0.8));
        }
        // Obuchowski's function at A = 1.414 Φ⁻¹(0.8) = 1.19004, R = 1, by hand: 0.14559
        assertThat(AurocSampleSize.OBUCHOWSKI.variance(0.8, 1, 1)).isCloseTo(0.1198, within(1e-3));
    }

    @Test
    void namesWhatCannotBePlanned() {
        assertThatThrownBy(() -> PairedSampleSize.connor(0.1, 0, 0.05, 0.8))
                .hasMessage("difference is 0: no number of cases shows it");
        assertThatThrownBy(() -> PairedSampleSize.connor(0.1, 0.2, 0.05, 0.8))
                .hasMessage("difference 0.2 is larger than the discordance 0.1");
        assertThatThrownBy(() -> PairedSampleSize.forNonInferiority(0.1, -0.05, 0.05, 0.025, 0.8))
                .hasMessage("expected loss 0.05 reaches the margin 0.05");
        assertThatThrownBy(() -> ProportionSampleSize.forTwoProportions(0.9, 0.9, 0.05, 0.8))
                .hasMessage("both shares are 0.9");
        assertThatThrownBy(() -> ProportionSampleSize.forLowerLimit(WILSON, 0.9, 0.95, 0.95))
                .hasMessage("share 0.9 is not above the minimum 0.95");
        assertThatThrownBy(() -> ProportionSampleSize.forExactFall(0.9, 0.95, 0.05, 0.8))
                .hasMessage("to 0.95 is not below from 0.9");
        assertThatThrownBy(() -> AurocSampleSize.OBUCHOWSKI.positivesForDifference(0.9, 0.9, 0.5, 1, 0.05, 0.8))
                .hasMessage("both areas are 0.9");
        assertThatThrownBy(() -> PairedSampleSize.exactPower(0, 0.1, 0.05, 0.05))
                .hasMessage("cases 0 < 1");
        assertThatThrownBy(() -> PairedSampleSize.connor(0.1, 0.05, 0.05, 0.05))
                .hasMessage("power 0.05 is not above the level 0.05");
    }

    @Test
    void whereNoOutcomeIsRareEnoughTheExactTestHasNoPower() {
        ProportionSampleSize.ExactTest test = ProportionSampleSize.exactTest(1, 0.9, 0.5, 0.05);

        assertThat(test.alarmAt()).isEqualTo(-1);
        assertThat(test.power()).isZero();
    }
}
