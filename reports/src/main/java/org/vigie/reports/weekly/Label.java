package org.vigie.reports.weekly;

/// The fixed texts of the page, each in every language.
enum Label {
    TITLE("Weekly validation report", "Rapport de validation hebdomadaire"),
    AUTHOR("Vigie, surveillance of clinical AI", "Vigie, surveillance de l’IA clinique"),
    WEEK("Week", "Semaine"),
    PAGE("Page", "Page"),
    REPORT("Report", "Rapport"),
    NOT_A_DIAGNOSIS("A model result is not a diagnosis.", "Un résultat du modèle n’est pas un diagnostic."),

    IN_FORCE("Version in force", "Version en service"),
    NONE_IN_FORCE("none", "aucune"),
    CASES_THIS_WEEK("Cases scored this week", "Cas avec score cette semaine"),
    TRUTH_KNOWN("Cases with truth", "Cas avec vérité"),
    OF("of", "sur"),
    DATA_CUT("Data cut", "Arrêt des données"),
    VERDICT("Verdict", "Verdict"),
    MINIMUM("minimum", "minimum"),
    NO_MINIMUM("no minimum set", "sans minimum"),
    NOT_MEASURED("Not measured", "Non mesurée"),

    DRIFT_TITLE("Drift from the reference", "Dérive par rapport à la référence"),
    DRIFT_UNIT(
            "in multiples of the limit (dashed); filled: drift", "en multiples de la limite (tirets) ; plein : dérive"),
    DRIFT_COUNT("comparisons beyond their limit", "comparaisons au-delà de leur limite"),
    NO_HISTORY("No comparison with the reference yet.", "Pas encore de comparaison avec la référence."),
    WEEKLY_INTERVALS("by week; dashed: minimum; filled: met", "par semaine ; tirets : minimum ; plein : atteint"),
    NO_TRUTH_YET(
            "No case has a truth yet: nothing can be measured.",
            "Aucun cas n’a encore de vérité : rien ne peut être mesuré."),
    NO_TRUTH_BY_WEEK("No week has enough truth to draw.", "Aucune semaine n’a assez de vérité pour un tracé."),

    DECISIONS("Decisions needed", "Décisions à prendre"),
    NO_DECISION(
            "Nothing to decide this week. The signature confirms that the report was read.",
            "Rien à décider cette semaine. La signature atteste la lecture du rapport."),
    MORE_DECISIONS("Further decisions are listed in section 5:", "D’autres décisions figurent en section 5 :"),
    MORE_REASONS("Further reasons:", "Autres motifs :"),
    OTHER_DECISIONS("Further decisions", "Autres décisions"),
    QUALITY_OFFICER("Quality officer", "Responsable qualité"),
    DATE("Date", "Date"),
    SIGNATURE("Signature", "Signature"),

    INPUTS("Inputs", "Entrées"),
    INPUTS_LEAD(
            "What came in, from where, and whether it still looks like the reference.",
            "Ce qui est arrivé, d’où, et si cela ressemble encore à la référence."),
    FLOW("From the door to the score", "De la porte au score"),
    RECEIVED("received", "reçus"),
    SELECTED("meant for the model", "destinés au modèle"),
    SCORED("with a score", "avec un score"),
    VOLUME("Cases by scanner and week", "Cas par appareil et par semaine"),
    NO_VOLUME("No case was scored in these weeks.", "Aucun cas n’a eu de score durant ces semaines."),
    SITE("Site", "Site"),
    SCANNER("Scanner", "Appareil"),
    ALL("All", "Total"),
    FINDINGS("This week against the reference", "La semaine face à la référence"),
    NO_FINDINGS("No comparison was made this week.", "Aucune comparaison n’a été faite cette semaine."),
    STREAM("Stream", "Flux"),
    CASES_OF("Group", "Groupe"),
    STATISTIC("Statistic", "Statistique"),
    VALUE("Value", "Valeur"),
    P_VALUE("p", "p"),
    EFFECT("Effect", "Effet"),
    LIMIT_COLUMN("Limit", "Limite"),
    CASES_BOTH("Cases ref. / week", "Cas réf. / sem."),
    HISTORY("Drift over the weeks, in multiples of the limit", "Dérive au fil des semaines, en multiples de la limite"),
    HISTORY_KEY(
            "▲ drift, ✓ stable, ○ too few cases, empty: not compared",
            "▲ dérive, ✓ stable, ○ trop peu de cas, vide : non comparé"),
    REFUSALS("Not taken in or not scored", "Refusés ou sans score"),
    NO_REFUSALS("No refusal was recorded this week.", "Aucun refus enregistré cette semaine."),
    REASON("Reason", "Motif"),
    COUNT("Count", "Nombre"),
    QUALITY("Data quality", "Qualité des données"),
    NO_QUALITY("No problem was recorded this week.", "Aucun problème enregistré cette semaine."),
    PROBLEM("Problem", "Problème"),
    AFFECTED("Cases affected", "Cas touchés"),

    OUTPUTS("Outputs", "Sorties"),
    OUTPUTS_LEAD("What the model answered.", "Ce que le modèle a répondu."),
    SCORES("Model scores", "Scores du modèle"),
    SCORES_KEY("share of cases; dashed: threshold", "part des cas ; tirets : seuil"),
    REFERENCE("reference", "référence"),
    THIS_WEEK("this week", "cette semaine"),
    NO_SCORES("No scores to compare this week.", "Pas de scores à comparer cette semaine."),
    POSITIVES("Positive model results", "Résultats positifs du modèle"),
    POSITIVES_KEY("share of scored cases, by week", "part des cas avec score, par semaine"),
    NO_POSITIVES("No week with scored cases.", "Aucune semaine avec des cas scorés."),

    PERFORMANCE("Performance", "Performance"),
    PERFORMANCE_LEAD(
            "The model result against the truth, for cases acquired in this window:",
            "Le résultat du modèle face à la vérité, pour les cas acquis dans cette fenêtre :"),
    METRIC("Metric", "Mesure"),
    ESTIMATE("Estimate", "Estimation"),
    INTERVAL("Interval", "Intervalle"),
    METHOD("Method", "Méthode"),
    TO_SETTLE("Cases to settle", "Cas pour trancher"),
    PREDICTIVE("Predictive values at the declared prevalence of", "Valeurs prédictives à la prévalence déclarée de"),
    TRUTH("Maturity of the truth", "Maturité de la vérité"),
    TRUTH_KEY("share of cases with truth at the data cut, by week", "part des cas avec vérité à l’arrêt, par semaine"),
    TRUTH_POSITIVE("positive", "positifs"),
    TRUTH_NEGATIVE("negative", "négatifs"),
    TRUTH_INDETERMINATE("indeterminate", "indéterminés"),
    TRUTH_KINDS("Kinds of truth:", "Nature de la vérité :"),
    RULE(
            "Met: the whole interval lies at or above the minimum. Not met: the whole interval lies below it."
                    + " Not settled: the interval includes it.",
            "Atteint : tout l’intervalle est au minimum ou au-dessus. Non atteint : tout l’intervalle est au-dessous."
                    + " Non tranché : l’intervalle le contient."),

    SHADOW("Shadow comparison", "Évaluation en parallèle"),
    SHADOW_LEAD(
            "Candidates replayed on the same cases as the version in force; no clinician sees their results.",
            "Candidates rejouées sur les mêmes cas que la version en service ; aucun clinicien ne voit leurs"
                    + " résultats."),
    NO_CANDIDATE("No candidate is in shadow.", "Aucune candidate n’est évaluée en parallèle."),
    CANDIDATE("Candidate", "Candidate"),
    AGAINST("against", "face à"),
    CASES("cases", "cas"),
    MARGIN("largest accepted loss", "perte maximale acceptée"),
    POINTS("points", "points"),
    PLAN("plan registered, SHA-256", "plan enregistré, SHA-256"),
    REPRODUCED("Replay gives the production scores again", "Le rejeu redonne les scores de production"),
    NOT_REPRODUCED(
            "Replay does not give the production scores again: the comparison is void",
            "Le rejeu ne redonne pas les scores de production : comparaison nulle"),
    LARGEST_DIFFERENCE("largest difference", "écart maximal"),
    DISEASED("Diseased (sensitivity)", "Malades (sensibilité)"),
    NON_DISEASED("Non-diseased (specificity)", "Non-malades (spécificité)"),
    N("n", "n"),
    BOTH_RIGHT("Both right", "Deux justes"),
    ONLY("Only", "Seule"),
    NEITHER("Neither", "Aucune"),
    MCNEMAR("McNemar p", "p McNemar"),
    DIFFERENCE("Difference, points", "Différence, points"),
    DIFFERENCE_PLAIN("difference", "différence"),
    DIFFERENCES("Candidate minus version in force", "Candidate moins version en service"),
    DIFFERENCES_KEY(
            "points, 95% interval; dashed: accepted loss", "points, intervalle à 95 % ; tirets : perte acceptée"),

    FLAGS("Flags, alerts, decisions", "Signalements, alertes, décisions"),
    FLAGS_LEAD(
            "What clinicians said of the model results. Flags never enter sensitivity or specificity by themselves.",
            "Ce que les cliniciens ont dit des résultats du modèle. Les signalements n’entrent jamais d’eux-mêmes dans"
                    + " la sensibilité ou la spécificité."),
    FLAGS_OF_WEEK("Flags of the week", "Signalements de la semaine"),
    NO_FLAGS("No clinician flagged a result this week.", "Aucun clinicien n’a signalé de résultat cette semaine."),
    SEVERITY("Severity", "Gravité"),
    FLAGS_OPEN("without an answer", "sans réponse"),
    FLAGS_ANSWERED("answered", "avec réponse"),
    MEDIAN_ANSWER("Median time to an answer", "Délai médian de réponse"),
    ANSWERS("Answers", "Réponses"),
    ALERTS("Open alerts", "Alertes ouvertes"),
    NO_ALERTS("No alert is open.", "Aucune alerte n’est ouverte."),
    OPENED("Opened", "Ouverte le"),
    LAST_SEEN("Last seen", "Vue en"),
    STATE("State", "État"),
    ACKNOWLEDGED("acknowledged", "prise en charge"),
    NOT_ACKNOWLEDGED("waiting", "en attente"),

    LIMITS("What could not have been seen", "Ce qui ne pouvait pas être vu"),
    LIMITS_LEAD(
            "Smaller changes than these may have happened and stayed below what this week’s data can show.",
            "Des changements plus petits que ceux-ci ont pu se produire sans que les données de la semaine les"
                    + " montrent."),
    SHIFTS("Smallest shift that would have been seen", "Plus petit décalage qui aurait été vu"),
    NO_SHIFTS(
            "The smallest visible shift was not computed this week.",
            "Le plus petit décalage visible n’a pas été calculé cette semaine."),
    SMALLEST("Smallest", "Plus petit"),
    PROBABILITY("Probability", "Probabilité"),
    DROPS("Smallest fall that would have been seen", "Plus petite baisse qui aurait été vue"),
    NO_DROPS(
            "With so little truth no fall of sensitivity or specificity would have been seen.",
            "Avec si peu de vérité, aucune baisse de sensibilité ou de spécificité n’aurait été vue."),
    DROPS_UNKNOWN(
            "The smallest visible fall was not computed this week.",
            "La plus petite baisse visible n’a pas été calculée cette semaine."),
    BELOW_MINIMUM("below the minimum", "sous le minimum"),
    ASSUMPTIONS("What the numbers rest on", "Ce sur quoi reposent les nombres"),

    ABOUT("About this report", "À propos de ce rapport"),
    VERSION("Version", "Version"),
    SINCE("Since", "Depuis"),
    THRESHOLD("Threshold", "Seuil"),
    MODEL_HASH("Model SHA-256", "SHA-256 du modèle"),
    TARGET("Target", "Cible"),
    POLICY("Policy", "Politique"),
    NO_POLICY("none set", "aucune"),
    OWNER("owner", "responsable"),
    REFERENCE_WINDOW("Reference window", "Période de référence"),
    SERVICE_BUILD("Service build", "Version du service"),
    REPORT_HASH("SHA-256 of the JSON twin", "SHA-256 du jumeau JSON"),
    TWIN(
            "The JSON twin is attached to this PDF and holds every number. The same data cut gives the same bytes.",
            "Le jumeau JSON est joint à ce PDF et contient tous les nombres. Le même arrêt des données donne les"
                    + " mêmes octets."),
    LEFT_OUT("further rows in the JSON twin", "autres lignes dans le jumeau JSON");

    private final String english;
    private final String french;

    Label(String english, String french) {
        this.english = english;
        this.french = french;
    }

    String in(Language language) {
        return language.pick(english, french);
    }
}
