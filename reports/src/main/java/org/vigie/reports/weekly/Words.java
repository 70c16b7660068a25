package org.vigie.reports.weekly;

/// The names of things in one language.
record Words(Language language, Formats formats) {

    static Words in(Language language) {
        return new Words(language, new Formats(language));
    }

    String say(Label label) {
        return label.in(language);
    }

    private String pick(String english, String french) {
        return language.pick(english, french);
    }

    String verdict(Verdict verdict) {
        return switch (verdict) {
            case PASS -> pick("Met", "Atteint");
            case FAIL -> pick("Not met", "Non atteint");
            case INCONCLUSIVE -> pick("Not settled", "Non tranché");
        };
    }

    String verdict(Measure measure) {
        if (measure.minimum() == null) {
            return pick("No minimum set", "Sans minimum");
        }
        return verdict(measure.verdict());
    }

    /// Distinguishes the verdicts without colour.
    String mark(Verdict verdict) {
        return switch (verdict) {
            case PASS -> "✓";
            case FAIL -> "✗";
            case INCONCLUSIVE -> "○";
        };
    }

    String mark(DriftVerdict verdict) {
        return switch (verdict) {
            case STABLE -> "✓";
            case DRIFTED -> "▲";
            case INCONCLUSIVE -> "○";
        };
    }

    String overall(Verdict verdict) {
        return switch (verdict) {
            case PASS -> pick("Every minimum of the policy is met", "Tous les minimums de la politique sont atteints");
            case FAIL -> pick("A minimum of the policy is not met", "Un minimum de la politique n’est pas atteint");
            case INCONCLUSIVE ->
                pick("The data do not settle the question", "Les données ne permettent pas de trancher");
        };
    }

    String verdict(DriftVerdict verdict) {
        return switch (verdict) {
            case STABLE -> pick("Stable", "Stable");
            case DRIFTED -> pick("Drifted", "Dérive");
            case INCONCLUSIVE -> pick("Too few cases", "Trop peu de cas");
        };
    }

    String verdict(ShadowComparison.Verdict verdict) {
        return switch (verdict) {
            case SUPERIOR -> pick("Superior", "Supérieure");
            case NON_INFERIOR -> pick("Non-inferior", "Non inférieure");
            case INFERIOR -> pick("Inferior", "Inférieure");
            case NOT_ENOUGH_DATA -> pick("Not enough data", "Données insuffisantes");
        };
    }

    String mark(ShadowComparison.Verdict verdict) {
        return switch (verdict) {
            case SUPERIOR -> "▲";
            case NON_INFERIOR -> "✓";
            case INFERIOR -> "✗";
            case NOT_ENOUGH_DATA -> "○";
        };
    }

    String metric(Metric metric) {
        return switch (metric) {
            case SENSITIVITY -> pick("Sensitivity", "Sensibilité");
            case SPECIFICITY -> pick("Specificity", "Spécificité");
            case AUROC -> pick("AUROC", "AUROC");
            case POSITIVE_PREDICTIVE_VALUE -> pick("Positive predictive value", "Valeur prédictive positive");
            case NEGATIVE_PREDICTIVE_VALUE -> pick("Negative predictive value", "Valeur prédictive négative");
        };
    }

    String method(Estimate.Method method) {
        return switch (method) {
            case WILSON -> "Wilson";
            case CLOPPER_PEARSON -> "Clopper–Pearson";
            case AGRESTI_COULL -> "Agresti–Coull";
            case DELONG -> "DeLong";
            case BOOTSTRAP -> pick("bootstrap", "bootstrap");
            case NEWCOMBE -> "Newcombe";
            case TANGO -> "Tango";
            case WALD -> "Wald";
            case LOGIT -> "logit";
            case PROPAGATED -> pick("propagated", "propagé");
        };
    }

    String statistic(Statistic statistic) {
        return switch (statistic) {
            case KOLMOGOROV_SMIRNOV -> "Kolmogorov–Smirnov";
            case CRAMER_VON_MISES -> "Cramér–von Mises";
            case ANDERSON_DARLING -> "Anderson–Darling";
            case MANN_WHITNEY -> "Mann–Whitney";
            case WELCH -> "Welch";
            case WASSERSTEIN -> "Wasserstein";
            case ENERGY -> pick("Energy distance", "Distance d’énergie");
            case JENSEN_SHANNON -> "Jensen–Shannon";
            case KULLBACK_LEIBLER -> "Kullback–Leibler";
            case HELLINGER -> "Hellinger";
            case POPULATION_STABILITY_INDEX -> "PSI";
            case CHI_SQUARE -> "χ²";
            case G_TEST -> pick("G test", "Test G");
            case FISHER -> "Fisher";
            case TOTAL_VARIATION -> pick("Total variation", "Variation totale");
            case L_INFINITY -> "L∞";
            case RECONSTRUCTION_ERROR -> pick("PCA reconstruction", "Reconstruction ACP");
            case DOMAIN_CLASSIFIER -> pick("Domain classifier", "Classifieur de domaine");
            case MAXIMUM_MEAN_DISCREPANCY -> "MMD";
            case MAHALANOBIS -> "Mahalanobis";
            case FEATURE_QUESTIONS -> pick("Five questions", "Cinq questions");
        };
    }

    String scope(Scope scope) {
        return switch (scope) {
            case Scope.AllSites _ -> pick("all sites", "tous les sites");
            case Scope.Site(String name) -> pick("site ", "site ") + name;
            case Scope.Group(String site, String attribute, String value) -> {
                String group = isScanner(attribute)
                        ? pick("scanner ", "appareil ") + value
                        : StreamNames.attribute(attribute, language) + " = " + value;
                yield site == null ? group : group + ", " + pick("site ", "site ") + site;
            }
        };
    }

    /// The scope where there is little room: a value or a name says enough.
    String shortScope(Scope scope) {
        return switch (scope) {
            case Scope.AllSites _ -> scope(scope);
            case Scope.Site(String name) -> name;
            case Scope.Group group -> group.value();
        };
    }

    String stream(Stream stream) {
        return switch (stream.kind()) {
            case ATTRIBUTE -> StreamNames.attribute(stream.name(), language);
            case STATISTIC -> StreamNames.imageStatistic(stream.name(), language);
            case SCORE -> StreamNames.score(language);
            case FEATURES -> StreamNames.features(language);
        };
    }

    private static boolean isScanner(String attribute) {
        return attribute.equalsIgnoreCase("ManufacturerModelName");
    }

    String refusal(String reason) {
        return switch (reason) {
            case "dicom-unreadable" -> pick("DICOM file cannot be read", "Fichier DICOM illisible");
            case "unsupported-transfer-syntax" -> pick("Compression not supported", "Compression non prise en charge");
            case "no-pixel-data" -> pick("No image in the file", "Pas d’image dans le fichier");
            case "burned-in-text" ->
                pick("May carry text burned into the image", "Texte possiblement incrusté dans l’image");
            case "missing-attribute" -> pick("A needed attribute is missing", "Attribut nécessaire absent");
            case "modality-not-selected" -> pick("Other modality", "Autre modalité");
            case "body-part-not-selected" -> pick("Other body part", "Autre région anatomique");
            case "body-part-missing" -> pick("Body part not stated", "Région anatomique non précisée");
            case "view-not-selected" -> pick("Other view position", "Autre incidence");
            default -> reason;
        };
    }

    String problem(Inputs.QualityFinding.Problem problem) {
        return switch (problem) {
            case MISSING -> pick("missing", "absent");
            case OUT_OF_RANGE -> pick("out of range", "hors limites");
            case UNSEEN_VALUE -> pick("value never seen in the reference", "valeur absente de la référence");
            case CONSTANT -> pick("constant", "constant");
            case DUPLICATE -> pick("duplicate", "doublon");
        };
    }

    String truthKind(Performance.OfKind.Kind kind) {
        return switch (kind) {
            case CONSENSUS -> pick("consensus of readers", "consensus de lecteurs");
            case HISTOLOGY -> pick("histology", "histologie");
            case REPORT -> pick("radiology report", "compte rendu");
            case FOLLOW_UP -> pick("follow-up", "suivi");
            case SINGLE_READER -> pick("single reader", "lecteur unique");
            case OTHER -> pick("other", "autre");
        };
    }

    String flagReason(Flags.FlagReason reason) {
        return switch (reason) {
            case AGREE -> pick("Agrees with the model result", "D’accord avec le résultat du modèle");
            case FALSE_POSITIVE -> pick("False positive", "Faux positif");
            case MISSED_FINDING -> pick("Missed finding", "Lésion manquée");
            case WRONG_PLACE -> pick("Wrong place", "Mauvaise localisation");
            case WRONG_GRADE -> pick("Wrong grade", "Mauvais grade");
            case UNUSABLE_IMAGE -> pick("Unusable image", "Image inexploitable");
            case TECHNICAL -> pick("Technical", "Technique");
            case OTHER -> pick("Other", "Autre");
        };
    }

    String severity(Flags.Severity severity) {
        return switch (severity) {
            case NONE -> pick("no consequence", "sans conséquence");
            case MINOR -> pick("minor", "mineure");
            case MODERATE -> pick("moderate", "modérée");
            case SEVERE -> pick("severe", "grave");
            case NOT_STATED -> pick("not stated", "non précisée");
        };
    }

    String severity(OpenAlert.Severity severity) {
        return switch (severity) {
            case INFO -> pick("Information", "Information");
            case WARNING -> pick("Warning", "Avertissement");
            case CRITICAL -> pick("Critical", "Critique");
        };
    }
}
