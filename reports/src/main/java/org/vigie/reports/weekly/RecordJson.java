package org.vigie.reports.weekly;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Writes a tree of records as JSON: components in the order they are declared, two spaces a level,
/// the same text for the same values. A variant of a sealed interface says its name under `type`.
final class RecordJson {

    private final StringBuilder out = new StringBuilder();

    private RecordJson() {}

    static String write(Record value) {
        var json = new RecordJson();
        json.record(value, 0);
        return json.out.append('\n').toString();
    }

    private void value(@Nullable Object value, int depth) {
        switch (value) {
            case null -> out.append("null");
            case IsoWeek week -> string(week.toString());
            case Record record -> record(record, depth);
            case List<?> list -> list(list, depth);
            case Enum<?> constant -> string(constant.name());
            case Boolean truth -> out.append(truth);
            case Integer number -> out.append(number.intValue());
            case Long number -> out.append(number.longValue());
            case Double number -> out.append(number.doubleValue());
            case String text -> string(text);
            case Instant instant -> string(instant.toString());
            case Duration duration -> string(duration.toString());
            case ZoneId zone -> string(zone.getId());
            default ->
                throw new IllegalArgumentException(
                        "no JSON for a " + value.getClass().getName());
        }
    }

    private void record(Record value, int depth) {
        out.append('{');
        String separator = "";
        if (isVariant(value.getClass())) {
            line(depth + 1);
            out.append("\"type\": ");
            string(value.getClass().getSimpleName());
            separator = ",";
        }
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            out.append(separator);
            line(depth + 1);
            string(component.getName());
            out.append(": ");
            value(read(component, value), depth + 1);
            separator = ",";
        }
        if (!separator.isEmpty()) {
            line(depth);
        }
        out.append('}');
    }

    private void list(List<?> values, int depth) {
        if (values.stream().allMatch(value -> value instanceof Number)) {
            out.append('[');
            for (Iterator<?> each = values.iterator(); each.hasNext(); ) {
                value(each.next(), depth);
                out.append(each.hasNext() ? ", " : "");
            }
            out.append(']');
            return;
        }
        out.append('[');
        String separator = "";
        for (Object value : values) {
            out.append(separator);
            line(depth + 1);
            value(value, depth + 1);
            separator = ",";
        }
        line(depth);
        out.append(']');
    }

    private void line(int depth) {
        out.append('\n').repeat("  ", depth);
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < 0x20 || Character.isSurrogate(c)) {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    private static boolean isVariant(Class<?> type) {
        for (Class<?> parent : type.getInterfaces()) {
            if (parent.isSealed()) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Object read(RecordComponent component, Record value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}
