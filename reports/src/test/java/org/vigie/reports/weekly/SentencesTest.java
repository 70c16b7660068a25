package org.vigie.reports.weekly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SentencesTest {

    private static final Estimate ESTIMATE = SampleReports.wilson(8, 10);
    private static final Scope ALL = Scope.allSites();
    private static final Stream STREAM = new Stream(Stream.Kind.STATISTIC, "noise");

    private static final List<Reason> REASONS = List.of(
            new Reason.BelowMinimum(Metric.SENSITIVITY, ALL, ESTIMATE, 0.99),
            new Reason.MeetsMinimum(Metric.AUROC, ALL, ESTIMATE, 0.4),
            new Reason.Undecided(Metric.SPECIFICITY, ALL, ESTIMATE, 0.8, 10),
            new Reason.NoTruth(Metric.SENSITIVITY, ALL),
            new Reason.DriftFound(STREAM, ALL, IsoWeek.parse("2026-W05")),
            new Reason.NoDriftFound(12),
            new Reason.DriftNotJudged(12),
            new Reason.NoCases(Scope.site("north")),
            new Reason.CasesNotScored(3, 100),
            new Reason.ErrorsFlagged(9, 2),
            new Reason.NotReproduced("1.0.0", 0.02, 1e-4),
            new Reason.CandidateJudged("1.1.0", ShadowComparison.Verdict.NON_INFERIOR),
            new Reason.NoPolicy());

    private static final List<Decision> DECISIONS = List.of(
            new Decision.ContinueRestrictOrStop(Metric.SENSITIVITY, ALL),
            new Decision.InvestigateDrift(STREAM, ALL),
            new Decision.Promote("1.1.0", ShadowComparison.Verdict.SUPERIOR),
            new Decision.EndShadow("1.0.9"),
            new Decision.CollectTruth(Metric.SENSITIVITY, ALL, 1_400),
            new Decision.AnswerFlags(4),
            new Decision.CloseAlerts(2),
            new Decision.ApproveRetraining("1.0.0"),
            new Decision.SetPolicy());

    private final Sentences english = new Sentences(Words.in(Language.ENGLISH));
    private final Sentences french = new Sentences(Words.in(Language.FRENCH));

    @Test
    void theSamplesHoldEveryKind() {
        assertThat(REASONS)
                .extracting(Object::getClass)
                .hasSameElementsAs(Arrays.asList(Reason.class.getPermittedSubclasses()));
        assertThat(DECISIONS)
                .extracting(Object::getClass)
                .hasSameElementsAs(Arrays.asList(Decision.class.getPermittedSubclasses()));
    }

    @Test
    void saysEveryReasonInBothLanguages() {
        REASONS.forEach(reason -> differ(english.reason(reason), french.reason(reason)));
    }

    @Test
    void asksEveryDecisionInBothLanguages() {
        DECISIONS.forEach(decision -> {
            differ(english.decision(decision), french.decision(decision));
            assertThat(english.options(decision)).hasSizeBetween(2, 3).hasSameSizeAs(french.options(decision));
        });
    }

    @ParameterizedTest
    @EnumSource
    void statesEveryAssumptionInBothLanguages(Limits.Assumption assumption) {
        differ(english.assumption(assumption), french.assumption(assumption));
    }

    @ParameterizedTest
    @EnumSource
    void everyLabelHasBothLanguages(Label label) {
        assertThat(label.in(Language.ENGLISH)).isNotBlank();
        assertThat(label.in(Language.FRENCH)).isNotBlank();
    }

    @Test
    void quotesTheNumbersAsTheLanguageWritesThem() {
        Reason reason = REASONS.getFirst();

        assertThat(english.reason(reason))
                .isEqualTo("Sensitivity, all sites: 80.0% (49.0–94.3%)."
                        + " The whole interval lies below the minimum of 99.0%.");
        assertThat(french.reason(reason).replace('\u202f', ' ').replace('\u00a0', ' '))
                .isEqualTo("Sensibilité, tous les sites : 80,0 % (49,0–94,3 %)."
                        + " Tout l’intervalle est sous le minimum de 99,0 %.");
    }

    private static void differ(String english, String french) {
        assertThat(english).isNotBlank().isNotEqualTo(french).doesNotContain("%s", "%d");
        assertThat(french).isNotBlank().doesNotContain("%s", "%d", " :", " ?", "'");
    }
}
