package org.vigie.monitor.alert;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.vigie.reports.weekly.StreamNames;

/// An alert's title in words, French and English. Holds nothing of a patient.
@Serdeable
public record AlertWords(String fr, String en) {

    public static AlertWords of(AlertTitle title) {
        Map<String, String> args = title.args();
        return switch (title.key()) {
            case "drift-in-group" ->
                words(args, "Dérive des entrées sur {group} : {streams}", "Drift on {group}: {streams}");
            case "drift-new-group" ->
                words(
                        args,
                        "{group} n’était pas dans la référence ({attribute}, {cases} examens)",
                        "{group} was not in the reference ({attribute}, {cases} studies)");
            case "drift-everywhere" ->
                words(args, "Dérive sur l’ensemble des examens : {streams}", "Drift over all studies: {streams}");
            // of alerts opened before the weekly verdict gave way to evidence over all weeks
            case "below-minimum" ->
                "sensitivity".equals(args.get("metric"))
                        ? words(
                                args,
                                "Sensibilité sous le minimum ({site}) : au plus {upper} % pour {minimum} % exigés",
                                "Sensitivity below its minimum ({site}): at most {upper} % where {minimum} % is required")
                        : words(
                                args,
                                "Spécificité sous le minimum ({site}) : au plus {upper} % pour {minimum} % exigés",
                                "Specificity below its minimum ({site}): at most {upper} % where {minimum} % is required");
            case "fell-below-minimum" ->
                "sensitivity".equals(args.get("metric"))
                        ? words(
                                args,
                                "Sensibilité passée sous le minimum ({site}) : {right} sur {cases} en {weeks} semaine(s), {minimum} % exigés",
                                "Sensitivity fell below its minimum ({site}): {right} of {cases} in {weeks} week(s), {minimum} % required")
                        : words(
                                args,
                                "Spécificité passée sous le minimum ({site}) : {right} sur {cases} en {weeks} semaine(s), {minimum} % exigés",
                                "Specificity fell below its minimum ({site}): {right} of {cases} in {weeks} week(s), {minimum} % required");
            case "incident" ->
                words(
                        args,
                        "Signalement de gravité maximale par un clinicien : {reason}",
                        "A clinician reported an error of the highest severity: {reason}");
            default -> throw new IllegalStateException("no words for the title '" + title.key() + "'");
        };
    }

    private static AlertWords words(Map<String, String> args, String fr, String en) {
        String french = fr;
        String english = en;
        for (Map.Entry<String, String> arg : args.entrySet()) {
            String place = "{" + arg.getKey() + "}";
            french = french.replace(place, french(arg.getKey(), arg.getValue()));
            english = english.replace(place, english(arg.getKey(), arg.getValue()));
        }
        return new AlertWords(french, english);
    }

    private static String french(String name, String value) {
        return switch (name) {
            case "upper", "minimum" -> value.replace('.', ',');
            case "site" -> "all".equals(value) ? "tous les sites" : value;
            case "streams", "attribute" -> named(value, Locale.FRENCH);
            default -> value;
        };
    }

    private static String english(String name, String value) {
        return switch (name) {
            case "site" -> "all".equals(value) ? "all sites" : value;
            case "streams", "attribute" -> named(value, Locale.ENGLISH);
            case "reason" -> value.toLowerCase(Locale.ROOT).replace('_', ' ');
            default -> value;
        };
    }

    /// @param streams divided by commas
    private static String named(String streams, Locale locale) {
        return Arrays.stream(streams.split(", "))
                .map(stream -> StreamNames.in(locale, stream))
                .collect(Collectors.joining(", "));
    }
}
