package org.vigie.reports.weekly;

import java.util.Locale;

/// The languages a report is written in. Every text is a pair, so that none can be missing in one.
enum Language {
    ENGLISH("en"),
    FRENCH("fr");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    String tag() {
        return tag;
    }

    String pick(String english, String french) {
        return switch (this) {
            case ENGLISH -> english;
            case FRENCH -> typeset(french);
        };
    }

    /// French sets a space before tall punctuation, and no line may break there.
    private static String typeset(String text) {
        return text.replace(" :", "\u00a0:")
                .replace(" ;", "\u202f;")
                .replace(" ?", "\u202f?")
                .replace("« ", "«\u00a0")
                .replace(" »", "\u00a0»");
    }

    /// What stands between a name and its value.
    String colon() {
        return pick(": ", " : ");
    }

    /// @throws IllegalArgumentException if there are no texts in the language
    static Language of(Locale locale) {
        for (Language language : values()) {
            if (language.tag.equals(locale.getLanguage())) {
                return language;
            }
        }
        throw new IllegalArgumentException(
                "no report in language '%s'; known are en and fr".formatted(locale.toLanguageTag()));
    }
}
