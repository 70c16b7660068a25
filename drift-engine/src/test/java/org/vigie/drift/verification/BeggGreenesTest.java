package org.vigie.drift.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.drift.OracleCase;
import org.vigie.drift.interval.Interval;
import org.vigie.drift.verification.CorrectedEstimate.Estimated;
import org.vigie.drift.verification.CorrectedEstimate.Inconclusive;

class BeggGreenesTest {

    // ---- oracle

    static Stream<OracleCase> published() {
        return OracleCase.of("clinical_stats", "verification-bias correction");
    }

    @Test
    void everyPublishedCaseRuns() {
        assertThat(published()).hasSize(3);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("published")
    void agreesWithPublishedCases(OracleCase one) {
        CorrectedAccuracy corrected = BeggGreenes.correct(
                count(one, "tp"),
                count(one, "fp"),
                count(one, "fn"),
                count(one, "tn"),
                count(one, "unverified_positive"),
                count(one, "unverified_negative"),
                0.95);

        assertThat(one.agrees("sensitivity", value(corrected.sensitivity().corrected())))
                .isTrue();
        assertThat(one.agrees("specificity", value(corrected.specificity().corrected())))
                .isTrue();
        assertThat(one.agrees("prevalence", value(corrected.prevalence()))).isTrue();
        assertThat(one.agrees("naive_sensitivity", naive(corrected.sensitivity())))
                .isTrue();
        assertThat(one.agrees("naive_specificity", naive(corrected.specificity())))
                .isTrue();
    }

    /// Expected counts of 100,000 cases, prevalence 10 %, sensitivity 0.90, specificity 0.95, every positive decision
    /// and 5 % of the negative ones verified.
    @Test
    void recoversTheTruthWhenOnlyFlaggedCasesAreVerified() {
        CorrectedAccuracy corrected = BeggGreenes.correct(9_000, 4_500, 50, 4_275, 0, 82_175, 0.95);

        assertThat(naive(corrected.sensitivity())).isCloseTo(0.9945, within(5e-5));
        assertThat(naive(corrected.specificity())).isCloseTo(0.487, within(5e-4));
        assertThat(value(corrected.sensitivity().corrected())).isCloseTo(0.9, within(1e-9));
        assertThat(value(corrected.specificity().corrected())).isCloseTo(0.95, within(1e-9));
        assertThat(corrected.sensitivity().bias().orElseThrow()).isCloseTo(0.0945, within(5e-5));
    }

    @Test
    void varianceIsThatOfBeggAndGreenes() {
        CorrectedAccuracy corrected = BeggGreenes.correct(231, 32, 27, 54, 166, 140, 0.95);
        double se = value(corrected.sensitivity().corrected());
        double v1 = 231.0 / 263;
        double v0 = 27.0 / 81;
        double wanted =
                Math.pow(se * (1 - se), 2) * (650.0 / (429.0 * 221) + (1 - v1) / (v1 * 263) + (1 - v0) / (v0 * 81));

        assertThat(((Estimated) corrected.sensitivity().corrected()).variance()).isCloseTo(wanted, within(1e-15));
    }

    // ---- laws

    @Property
    void nothingUnverifiedLeavesTheNaiveValue(
            @ForAll @LongRange(min = 1, max = 500) long tp,
            @ForAll @LongRange(min = 1, max = 500) long fp,
            @ForAll @LongRange(min = 1, max = 500) long fn,
            @ForAll @LongRange(min = 1, max = 500) long tn) {
        CorrectedAccuracy corrected = BeggGreenes.correct(tp, fp, fn, tn, 0, 0, 0.95);

        assertThat(value(corrected.sensitivity().corrected())).isCloseTo(naive(corrected.sensitivity()), within(1e-12));
        assertThat(value(corrected.specificity().corrected())).isCloseTo(naive(corrected.specificity()), within(1e-12));
        double prevalence = value(corrected.prevalence());
        assertThat(((Estimated) corrected.prevalence()).variance())
                .as("binomial")
                .isCloseTo(prevalence * (1 - prevalence) / (tp + fp + fn + tn), within(1e-12));
    }

    @Property
    void splittingAStratumEvenlyChangesNothing(
            @ForAll @LongRange(min = 1, max = 200) long tp,
            @ForAll @LongRange(min = 1, max = 200) long fn,
            @ForAll @LongRange(max = 500) long unverified) {
        CorrectedAccuracy whole = BeggGreenes.correct(2 * tp, 8, 2 * fn, 60, 2, 2 * unverified, 0.9);
        CorrectedAccuracy halves = BeggGreenes.correct(
                List.of(
                        new VerificationStratum("day +", true, tp, 4, 1),
                        new VerificationStratum("night +", true, tp, 4, 1),
                        new VerificationStratum("day −", false, fn, 30, unverified),
                        new VerificationStratum("night −", false, fn, 30, unverified)),
                0.9);

        Estimated one = (Estimated) whole.sensitivity().corrected();
        Estimated two = (Estimated) halves.sensitivity().corrected();
        assertThat(two.value()).isCloseTo(one.value(), within(1e-12));
        assertThat(two.variance()).isCloseTo(one.variance(), within(1e-12));
    }

    @Property
    void exchangingDecisionsAndConditionsExchangesTheAnswers(
            @ForAll @LongRange(max = 50) long tp,
            @ForAll @LongRange(max = 50) long fp,
            @ForAll @LongRange(max = 50) long fn,
            @ForAll @LongRange(max = 50) long tn,
            @ForAll @LongRange(max = 50) long u1,
            @ForAll @LongRange(max = 50) long u0) {
        CorrectedAccuracy one = BeggGreenes.correct(tp, fp, fn, tn, u1, u0, 0.95);
        CorrectedAccuracy other = BeggGreenes.correct(tn, fn, fp, tp, u0, u1, 0.95);

        assertThat(one.sensitivity().corrected().estimate())
                .isEqualTo(other.specificity().corrected().estimate());
        assertThat(one.specificity().naive()).isEqualTo(other.sensitivity().naive());
    }

    // ---- theory

    @Test
    void intervalsCoverTheTruthAsOftenAsTheySay() {
        var random = new SplittableRandom(3);
        int runs = 2_000;
        int sensitivity = 0;
        int specificity = 0;
        for (int run = 0; run < runs; run++) {
            CorrectedAccuracy corrected = simulated(random, 1_500, 0.15, 0.85, 0.9, 0.9, 0.2);
            sensitivity += interval(corrected.sensitivity()).contains(0.85) ? 1 : 0;
            specificity += interval(corrected.specificity()).contains(0.9) ? 1 : 0;
        }
        // binomial standard error 0.5 %
        assertThat((double) sensitivity / runs).isBetween(0.93, 0.97);
        assertThat((double) specificity / runs).isBetween(0.93, 0.97);
    }

    // ---- edge cases

    @Test
    void namesTheStratumWithoutAVerifiedCase() {
        CorrectedAccuracy corrected = BeggGreenes.correct(40, 10, 0, 0, 0, 950, 0.95);

        assertThat(corrected.sensitivity().corrected())
                .isEqualTo(new Inconclusive("stratum 'decision negative' has 950 cases and no verified one"));
        assertThat(corrected.sensitivity().naive().estimate()).hasValue(1);
        assertThat(corrected.sensitivity().bias()).isEmpty();
        assertThat(corrected.sensitivity().sentence())
                .isEqualTo("No corrected sensitivity: stratum 'decision negative' has 950 cases and no verified one;"
                        + " uncorrected 1.000 among the 40 verified cases.");
    }

    @Test
    void noMissedCaseStillHasAWidth() {
        CorrectedAccuracy corrected = BeggGreenes.correct(40, 10, 0, 60, 0, 900, 0.95);
        Estimated sensitivity = (Estimated) corrected.sensitivity().corrected();

        assertThat(sensitivity.value()).isEqualTo(1);
        assertThat(sensitivity.interval().upper()).isEqualTo(1);
        // 0 of 60 leaves room for 5 % of 960, against 40 found
        assertThat(sensitivity.interval().lower()).isBetween(0.1, 0.5);
    }

    @Test
    void nobodyWithTheConditionHasNoSensitivity() {
        CorrectedAccuracy corrected = BeggGreenes.correct(0, 10, 0, 60, 0, 9, 0.95);

        assertThat(corrected.sensitivity().corrected())
                .isEqualTo(new Inconclusive("no verified case has the condition"));
        assertThat(corrected.specificity().corrected()).isInstanceOf(Estimated.class);
        assertThat(value(corrected.prevalence())).isZero();
    }

    @Test
    void noCasesAreInconclusive() {
        assertThat(BeggGreenes.correct(0, 0, 0, 0, 0, 0, 0.95).prevalence()).isEqualTo(new Inconclusive("no cases"));
    }

    @Test
    void rejectsANegativeCount() {
        assertThatThrownBy(() -> BeggGreenes.correct(-1, 0, 0, 0, 0, 0, 0.95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("negative count in stratum 'decision positive'");
    }

    // ---- fixtures

    private static CorrectedAccuracy simulated(
            SplittableRandom random,
            int cases,
            double prevalence,
            double sensitivity,
            double specificity,
            double verifyPositive,
            double verifyNegative) {
        long[][] verified = new long[2][2];
        long[] unverified = new long[2];
        for (int i = 0; i < cases; i++) {
            int condition = random.nextDouble() < prevalence ? 1 : 0;
            int decision = random.nextDouble() < (condition == 1 ? sensitivity : 1 - specificity) ? 1 : 0;
            if (random.nextDouble() < (decision == 1 ? verifyPositive : verifyNegative)) {
                verified[decision][condition]++;
            } else {
                unverified[decision]++;
            }
        }
        return BeggGreenes.correct(
                verified[1][1], verified[1][0], verified[0][1], verified[0][0], unverified[1], unverified[0], 0.95);
    }

    private static Interval interval(BiasCorrection correction) {
        return ((Estimated) correction.corrected()).interval();
    }

    private static double value(CorrectedEstimate estimate) {
        return estimate.estimate().orElseThrow();
    }

    private static double naive(BiasCorrection correction) {
        return correction.naive().estimate().orElseThrow();
    }

    private static long count(OracleCase one, String input) {
        return one.inputs().path(input).asLong();
    }
}
