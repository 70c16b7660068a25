package org.vigie.reports.weekly;

import java.util.Locale;

/// What the watched quantities are called, for whoever writes to people: the report and the alerts.
public final class StreamNames {

    private StreamNames() {}

    /// The plain name of a stream, or the stream's own where it has none.
    ///
    /// @throws IllegalArgumentException if there are no texts in the language
    public static String in(Locale locale, String stream) {
        Language language = Language.of(locale);
        return switch (stream) {
            case "score" -> score(language);
            case "features" -> features(language);
            default -> {
                String statistic = imageStatistic(stream, language);
                yield statistic.equals(stream) ? attribute(stream, language) : statistic;
            }
        };
    }

    static String score(Language language) {
        return language.pick("model score", "score du modèle");
    }

    static String features(Language language) {
        return language.pick("image features", "caractéristiques d’image");
    }

    /// DICOM keywords that have a plain name; any other keeps its keyword.
    static String attribute(String keyword, Language language) {
        return switch (keyword.toLowerCase(Locale.ROOT)) {
            case "manufacturermodelname" -> language.pick("scanner", "appareil");
            case "manufacturer" -> language.pick("manufacturer", "fabricant");
            case "softwareversions" -> language.pick("scanner software", "logiciel de l’appareil");
            case "viewposition" -> language.pick("view position", "incidence");
            case "stationname" -> language.pick("station", "poste");
            case "bodypartexamined", "bodypart" -> language.pick("body part", "région anatomique");
            case "modality" -> language.pick("modality", "modalité");
            case "patientsex" -> language.pick("sex", "sexe");
            case "patientage" -> language.pick("age band", "tranche d’âge");
            default -> keyword;
        };
    }

    static String imageStatistic(String name, Language language) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "mean" -> language.pick("image mean", "moyenne de l’image");
            case "standarddeviation" -> language.pick("image contrast (SD)", "contraste de l’image (ET)");
            case "noise" -> language.pick("image noise", "bruit de l’image");
            case "sharpness" -> language.pick("image sharpness", "netteté de l’image");
            case "entropy" -> language.pick("image entropy", "entropie de l’image");
            case "clippedshare" -> language.pick("clipped pixels", "pixels saturés");
            default -> name;
        };
    }
}
