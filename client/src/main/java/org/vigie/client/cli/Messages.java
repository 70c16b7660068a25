package org.vigie.client.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The command's sentences in French or English.
record Messages(ResourceBundle bundle, Locale locale) {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    static Messages of(String language) {
        Locale locale = language.equals("fr") ? Locale.FRENCH : Locale.ROOT;
        return new Messages(ResourceBundle.getBundle("org.vigie.client.cli.messages", locale, NO_FALLBACK), locale);
    }

    String get(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }
}
