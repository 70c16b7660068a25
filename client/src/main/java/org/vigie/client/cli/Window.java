package org.vigie.client.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.client.Json;

/// `A..B`: from A up to, not including, B; dates or instants as the service takes them.
record Window(String from, String to) {

    private static final Pattern FORM = Pattern.compile("(\\d{4}-[^.]+)\\.\\.(\\d{4}-.+)");

    static Window parse(String option, String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new UsageException(option + " must look like 2026-01-05..2026-03-02, not '" + text + "'");
        }
        return new Window(matcher.group(1), matcher.group(2));
    }

    ObjectNode json() {
        return Json.object().put("from", from).put("to", to);
    }
}
