package org.vigie.drift.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.vigie.drift.verification.CorrectedEstimate.Estimated;
import org.vigie.drift.verification.CorrectedEstimate.Inconclusive;
import org.vigie.drift.verification.ScreenedCase.Verification;

class InverseProbabilityTest {

    // ---- laws

    @Test
    void verifiedSharesAsProbabilitiesGiveBeggAndGreenes() {
        // the hepatic scintigraphy cases of Drum and Christacopoulos (1972)
        List<ScreenedCase> cases = new ArrayList<>();
        add(cases, 231, true, 263.0 / 429, Verification.WITH_CONDITION);
        add(cases, 32, true, 263.0 / 429, Verification.WITHOUT_CONDITION);
        add(cases, 166, true, 263.0 / 429, Verification.NOT_VERIFIED);
        add(cases, 27, false, 81.0 / 221, Verification.WITH_CONDITION);
        add(cases, 54, false, 81.0 / 221, Verification.WITHOUT_CONDITION);
        add(cases, 140, false, 81.0 / 221, Verification.NOT_VERIFIED);

        CorrectedAccuracy corrected = InverseProbability.correct(cases, 0.95);

        assertThat(estimated(corrected.sensitivity()).value()).isCloseTo(0.8364667154352597, within(1e-9));
        assertThat(estimated(corrected.specificity()).value()).isCloseTo(0.7383980181668043, within(1e-9));
        assertThat(corrected.prevalence().estimate().orElseThrow()).isCloseTo(0.6930291508238275, within(1e-9));
        assertThat(corrected.sensitivity().naive().estimate().orElseThrow()).isCloseTo(0.89535, within(1e-5));
        assertThat(corrected.verified()).isEqualTo(344);
    }

    @Test
    void everyoneVerifiedGivesTheShareAndItsBinomialVariance() {
        List<ScreenedCase> cases = new ArrayList<>();
        add(cases, 90, true, 1, Verification.WITH_CONDITION);
        add(cases, 10, false, 1, Verification.WITH_CONDITION);
        add(cases, 40, false, 1, Verification.WITHOUT_CONDITION);

        Estimated sensitivity =
                estimated(InverseProbability.correct(cases, 0.95).sensitivity());
        assertThat(sensitivity.value()).isCloseTo(0.9, within(1e-12));
        assertThat(sensitivity.variance()).isCloseTo(0.9 * 0.1 / 99, within(1e-12));
    }

    @Test
    void doesNotDependOnTheOrderOfCases() {
        List<ScreenedCase> cases = audit(new SplittableRandom(5), 300, 1);
        CorrectedAccuracy forward = InverseProbability.correct(cases, 0.95);
        Collections.reverse(cases);

        assertThat(estimated(InverseProbability.correct(cases, 0.95).sensitivity())
                        .variance())
                .isCloseTo(estimated(forward.sensitivity()).variance(), within(1e-15));
    }

    @Test
    void theBootstrapIsTheSameForTheSameSeed() {
        List<ScreenedCase> cases = audit(new SplittableRandom(6), 300, 2);

        assertThat(InverseProbability.bootstrap(cases, 0.95, 200, 7))
                .isEqualTo(InverseProbability.bootstrap(cases, 0.95, 200, 7))
                .isNotEqualTo(InverseProbability.bootstrap(cases, 0.95, 200, 8));
    }

    // ---- theory

    @Test
    void intervalsCoverTheTruthAsOftenAsTheySay() {
        var random = new SplittableRandom(4);
        int runs = 1_000;
        int single = 0;
        int clustered = 0;
        for (int run = 0; run < runs; run++) {
            single += covers(InverseProbability.correct(audit(random, 1_500, 1), 0.95));
            clustered += covers(InverseProbability.correct(audit(random, 500, 3), 0.95));
        }
        // binomial standard error 0.7 %
        assertThat((double) single / runs).isBetween(0.93, 0.97);
        assertThat((double) clustered / runs).isBetween(0.92, 0.97);
    }

    @Test
    void bootstrapIntervalsCoverTheTruthToo() {
        var random = new SplittableRandom(9);
        int runs = 150;
        int covered = 0;
        for (int run = 0; run < runs; run++) {
            covered += covers(InverseProbability.bootstrap(audit(random, 500, 3), 0.95, 200, run));
        }
        // binomial standard error 1.8 %
        assertThat((double) covered / runs).isBetween(0.88, 1.0);
    }

    @Test
    void casesOfOnePatientTogetherAreWorthLess() {
        var random = new SplittableRandom(10);
        List<ScreenedCase> clustered = new ArrayList<>();
        List<ScreenedCase> apart = new ArrayList<>();
        for (int patient = 0; patient < 100; patient++) {
            boolean found = random.nextDouble() < 0.8;
            for (int k = 0; k < 4; k++) {
                clustered.add(new ScreenedCase(found, 1, "all", "p" + patient, Verification.WITH_CONDITION));
                apart.add(new ScreenedCase(found, 1, "all", "p" + patient + "/" + k, Verification.WITH_CONDITION));
            }
        }
        double ratio = estimated(InverseProbability.correct(clustered, 0.95).sensitivity())
                        .variance()
                / estimated(InverseProbability.correct(apart, 0.95).sensitivity())
                        .variance();
        assertThat(ratio).isCloseTo(4, within(0.05));
    }

    // ---- edge cases

    @Test
    void namesTheStratumWithoutAnAuditedCase() {
        List<ScreenedCase> cases = new ArrayList<>();
        add(cases, 5, true, 1, Verification.WITH_CONDITION);
        cases.add(new ScreenedCase(false, 0.05, "AI negative, site B", "x", Verification.NOT_VERIFIED));

        CorrectedAccuracy corrected = InverseProbability.correct(cases, 0.95);
        assertThat(corrected.sensitivity().corrected())
                .isEqualTo(new Inconclusive("stratum 'AI negative, site B' has 1 cases and no verified one"));
        assertThat(corrected.sensitivity().naive().trials()).isEqualTo(5);
    }

    @Test
    void perfectSensitivityHasAWidth() {
        List<ScreenedCase> cases = new ArrayList<>();
        add(cases, 10, true, 0.5, Verification.WITH_CONDITION);
        add(cases, 10, false, 0.5, Verification.WITHOUT_CONDITION);

        Estimated sandwich = estimated(InverseProbability.correct(cases, 0.95).sensitivity());
        Estimated bootstrap =
                estimated(InverseProbability.bootstrap(cases, 0.95, 100, 1).sensitivity());
        // Clopper–Pearson, 10 of 10
        assertThat(sandwich.interval().lower()).isCloseTo(0.6915, within(1e-4));
        assertThat(bootstrap.interval()).isEqualTo(sandwich.interval());
    }

    @Test
    void aSinglePatientWithTheConditionCannotBeBootstrapped() {
        List<ScreenedCase> cases = new ArrayList<>();
        add(cases, 1, true, 1, Verification.WITH_CONDITION);
        add(cases, 40, false, 1, Verification.WITHOUT_CONDITION);

        assertThat(InverseProbability.bootstrap(cases, 0.95, 200, 1)
                        .sensitivity()
                        .corrected())
                .isInstanceOf(Inconclusive.class);
    }

    @Test
    void noCasesAreInconclusive() {
        assertThat(InverseProbability.correct(List.of(), 0.95).prevalence()).isEqualTo(new Inconclusive("no cases"));
    }

    @Test
    void rejectsAProbabilityOfZero() {
        assertThatThrownBy(() -> new ScreenedCase(true, 0, "s", "p", Verification.NOT_VERIFIED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("inclusion probability 0.0 of a case in stratum 's' is not in (0, 1]");
    }

    // ---- fixtures

    /// Sensitivity 0.85 on average; cases of one patient share how hard they are; negatives are audited with 20 %.
    private static List<ScreenedCase> audit(SplittableRandom random, int patients, int casesEach) {
        List<ScreenedCase> cases = new ArrayList<>();
        for (int patient = 0; patient < patients; patient++) {
            boolean condition = random.nextDouble() < 0.2;
            double sensitivity = random.nextDouble() < 0.5 ? 0.75 : 0.95;
            for (int k = 0; k < casesEach; k++) {
                boolean decision = random.nextDouble() < (condition ? sensitivity : 0.1);
                double inclusion = decision ? 0.8 : 0.2;
                Verification verification = random.nextDouble() >= inclusion
                        ? Verification.NOT_VERIFIED
                        : condition ? Verification.WITH_CONDITION : Verification.WITHOUT_CONDITION;
                cases.add(new ScreenedCase(
                        decision, inclusion, decision ? "flagged" : "not flagged", "p" + patient, verification));
            }
        }
        return cases;
    }

    private static int covers(CorrectedAccuracy corrected) {
        return estimated(corrected.sensitivity()).interval().contains(0.85) ? 1 : 0;
    }

    private static Estimated estimated(BiasCorrection correction) {
        return (Estimated) correction.corrected();
    }

    private static void add(
            List<ScreenedCase> cases, int times, boolean decision, double inclusion, Verification verification) {
        for (int i = 0; i < times; i++) {
            cases.add(new ScreenedCase(
                    decision, inclusion, decision ? "flagged" : "not flagged", "p" + cases.size(), verification));
        }
    }
}
