package org.vigie.reports.weekly;

import java.util.Arrays;
import java.util.List;
import org.vigie.reports.weekly.Limits.Assumption;

/// Reasons, decisions and limits as sentences in one language.
record Sentences(Words words) {

    private String pick(String english, String french, Object... arguments) {
        return words.language().pick(english, french).formatted(arguments);
    }

    private Formats formats() {
        return words.formats();
    }

    String reason(Reason reason) {
        return switch (reason) {
            case Reason.BelowMinimum(Metric metric, Scope scope, Estimate estimate, double minimum) ->
                pick(
                        "%s, %s: %s. The whole interval lies below the minimum of %s.",
                        "%s, %s : %s. Tout l’intervalle est sous le minimum de %s.",
                        words.metric(metric),
                        words.scope(scope),
                        value(metric, estimate),
                        value(metric, minimum));
            case Reason.MeetsMinimum(Metric metric, Scope scope, Estimate estimate, double minimum) ->
                pick(
                        "%s, %s: %s. The whole interval lies at or above the minimum of %s.",
                        "%s, %s : %s. Tout l’intervalle atteint le minimum de %s.",
                        words.metric(metric),
                        words.scope(scope),
                        value(metric, estimate),
                        value(metric, minimum));
            case Reason.Undecided(Metric metric, Scope scope, Estimate estimate, double minimum, long n) ->
                pick(
                        "%s, %s: %s on %s cases. The interval includes the minimum of %s, so nothing is shown yet.",
                        "%s, %s : %s sur %s cas. L’intervalle contient le minimum de %s : rien n’est encore démontré.",
                        words.metric(metric),
                        words.scope(scope),
                        value(metric, estimate),
                        formats().count(n),
                        value(metric, minimum));
            case Reason.NoTruth(Metric metric, Scope scope) ->
                pick(
                        "%s, %s: no case has a truth yet, so nothing can be measured.",
                        "%s, %s : aucun cas n’a encore de vérité, rien ne peut être mesuré.",
                        words.metric(metric),
                        words.scope(scope));
            case Reason.DriftFound(Stream stream, Scope scope, IsoWeek since) ->
                pick(
                        "Drift of %s, %s, since week %s.",
                        "Dérive : %s, %s, depuis la semaine %s.", words.stream(stream), words.scope(scope), since);
            case Reason.NoDriftFound(long comparisons) ->
                pick(
                        "No drift in %s comparisons with the reference.",
                        "Aucune dérive dans %s comparaisons avec la référence.",
                        formats().count(comparisons));
            case Reason.DriftNotJudged(long comparisons) ->
                pick(
                        "Too few cases to judge %s comparisons with the reference.",
                        "Trop peu de cas pour juger %s comparaisons avec la référence.",
                        formats().count(comparisons));
            case Reason.NoCases(Scope scope) ->
                pick("No case this week, %s.", "Aucun cas cette semaine, %s.", words.scope(scope));
            case Reason.CasesNotScored(long notScored, long received) ->
                pick(
                        "%s of %s cases received were not scored.",
                        "%s des %s cas reçus n’ont pas eu de score.",
                        formats().count(notScored),
                        formats().count(received));
            case Reason.ErrorsFlagged(long flags, long severe) ->
                pick(
                        "%s errors flagged by clinicians this week, %s of them severe.",
                        "%s erreurs signalées par les cliniciens cette semaine, dont %s graves.",
                        formats().count(flags),
                        formats().count(severe));
            case Reason.NotReproduced(String version, double largest, double tolerance) ->
                pick(
                        "Version %s replayed does not give its production scores again: they differ by up to %s,"
                                + " more than %s.",
                        "La version %s rejouée ne redonne pas ses scores de production : écart jusqu’à %s,"
                                + " au-delà de %s.",
                        version,
                        formats().number(largest),
                        formats().number(tolerance));
            case Reason.CandidateJudged(String version, ShadowComparison.Verdict verdict) ->
                pick(
                        "Candidate %s compared with the version in force: %s.",
                        "Candidate %s comparée à la version en service : %s.", version, lower(words.verdict(verdict)));
            case Reason.NoPolicy _ ->
                pick(
                        "The hospital has set no policy for this model, so there is no minimum to meet.",
                        "L’hôpital n’a pas fixé de politique pour ce modèle : aucun minimum à atteindre.");
        };
    }

    String decision(Decision decision) {
        return switch (decision) {
            case Decision.ContinueRestrictOrStop(Metric metric, Scope scope) ->
                pick(
                        "%s, %s, misses its minimum: how is the model used from now on?",
                        "%s, %s, sous le minimum : comment utiliser le modèle désormais ?",
                        words.metric(metric),
                        words.scope(scope));
            case Decision.InvestigateDrift(Stream stream, Scope scope) ->
                pick(
                        "Drift of %s, %s: who looks into it?",
                        "Dérive : %s, %s. Qui l’examine ?", words.stream(stream), words.scope(scope));
            case Decision.Promote(String version, ShadowComparison.Verdict verdict) ->
                pick(
                        "Candidate %s is %s: promote it?",
                        "La candidate %s : verdict « %s ». La mettre en service ?",
                        version,
                        lower(words.verdict(verdict)));
            case Decision.EndShadow(String version) ->
                pick(
                        "Candidate %s is inferior: end its shadow evaluation?",
                        "La candidate %s est inférieure : mettre fin à son évaluation en parallèle ?", version);
            case Decision.CollectTruth(Metric metric, Scope scope, long cases) ->
                pick(
                        "%s, %s: about %s more cases with truth would settle it. Have them read?",
                        "%s, %s : environ %s cas de plus avec vérité permettraient de trancher. Les faire relire ?",
                        words.metric(metric),
                        words.scope(scope),
                        formats().count(cases));
            case Decision.AnswerFlags(long open) ->
                pick(
                        "Clinicians' flags waiting for an answer: %s. Who answers them, by when?",
                        "Signalements de cliniciens sans réponse : %s. Qui répond, et quand ?",
                        formats().count(open));
            case Decision.CloseAlerts(long open) ->
                pick(
                        "Open alerts: %s. Close with a reason, or keep open?",
                        "Alertes ouvertes : %s. Clore avec un motif, ou laisser ouvertes ?",
                        formats().count(open));
            case Decision.ApproveRetraining(String version) ->
                pick(
                        "Retraining of version %s is proposed: approve?",
                        "Un réentraînement de la version %s est proposé : l’approuver ?", version);
            case Decision.SetPolicy _ ->
                pick(
                        "Set a policy for this model: minimums, reference window and owner.",
                        "Fixer une politique pour ce modèle : minimums, période de référence et responsable.");
        };
    }

    /// A box to tick.
    ///
    /// @param blank whether a name is written behind it
    record Option(String text, boolean blank) {}

    List<Option> options(Decision decision) {
        return switch (decision) {
            case Decision.ContinueRestrictOrStop _ ->
                options(pick("Continue", "Poursuivre"), pick("Restrict", "Restreindre"), pick("Stop", "Arrêter"));
            case Decision.InvestigateDrift _, Decision.AnswerFlags _ ->
                List.of(
                        new Option(pick("Assigned to", "Confié à"), true),
                        new Option(pick("Not now", "Pas maintenant"), false));
            case Decision.Promote _ ->
                options(pick("Promote", "Mettre en service"), pick("Keep in shadow", "Garder en parallèle"));
            case Decision.EndShadow _ ->
                options(pick("End", "Terminer"), pick("Keep in shadow", "Garder en parallèle"));
            case Decision.CloseAlerts _ -> options(pick("Close", "Clore"), pick("Keep open", "Laisser ouvertes"));
            case Decision.CollectTruth _, Decision.ApproveRetraining _, Decision.SetPolicy _ ->
                options(pick("Yes", "Oui"), pick("No", "Non"));
        };
    }

    private static List<Option> options(String... texts) {
        return Arrays.stream(texts).map(text -> new Option(text, false)).toList();
    }

    String assumption(Assumption assumption) {
        return switch (assumption) {
            case CASES_INDEPENDENT ->
                pick(
                        "Cases are counted as if each came from another patient; repeated patients make the intervals"
                                + " too narrow.",
                        "Chaque cas est compté comme venant d’un autre patient ; des patients répétés rendraient les"
                                + " intervalles trop étroits.");
            case TRUTH_AT_RANDOM ->
                pick(
                        "Cases with truth are taken as if drawn at random from all cases. If they were chosen because"
                                + " of the model result, sensitivity and specificity are biased.",
                        "Les cas avec vérité sont pris comme tirés au hasard parmi tous les cas. S’ils ont été choisis"
                                + " d’après le résultat du modèle, sensibilité et spécificité sont biaisées.");
            case TRUTH_WITHOUT_ERROR ->
                pick("The truth is taken as free of error.", "La vérité est supposée sans erreur.");
            case TRUTH_COMES_LATE ->
                pick(
                        "Truth comes late: recent weeks rest on fewer cases and may still change.",
                        "La vérité arrive tard : les semaines récentes reposent sur moins de cas et peuvent encore"
                                + " changer.");
            case PREVALENCE_DECLARED ->
                pick(
                        "Predictive values hold at the declared prevalence only.",
                        "Les valeurs prédictives ne valent qu’à la prévalence déclarée.");
            case EACH_WEEK_A_SINGLE_LOOK ->
                pick(
                        "Each interval is made as if it were the only look; over many weeks some will miss the true"
                                + " value by chance.",
                        "Chaque intervalle est calculé comme s’il était le seul ; au fil des semaines, certains"
                                + " manqueront la vraie valeur par hasard.");
            case WATCHED_STREAMS_ONLY ->
                pick(
                        "A change that touches no watched stream is not seen.",
                        "Un changement qui ne touche aucun flux surveillé n’est pas vu.");
            case FLAGS_NOT_A_SAMPLE ->
                pick(
                        "Flags depend on who looks and who reports; they are a signal, not a measurement.",
                        "Les signalements dépendent de qui regarde et de qui signale ; ils alertent, ils ne mesurent"
                                + " pas.");
        };
    }

    String shift(Limits.Shift shift) {
        return switch (shift.unit()) {
            case STANDARD_DEVIATIONS ->
                pick("%s standard deviations", "%s écarts-types", formats().decimal(shift.smallest(), 2));
            case SHARE -> pick("%s points", "%s points", formats().decimal(shift.smallest() * 100, 1));
            case STATISTIC ->
                pick("%s on its statistic", "%s sur sa statistique", formats().number(shift.smallest()));
        };
    }

    private String value(Metric metric, Estimate estimate) {
        return metric == Metric.AUROC ? formats().area(estimate) : formats().interval(estimate);
    }

    private String value(Metric metric, double number) {
        return metric == Metric.AUROC ? formats().decimal(number, 3) : formats().percent(number);
    }

    private static String lower(String text) {
        return Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
