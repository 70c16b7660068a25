package org.vigie.client.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.vigie.client.Json;
import org.vigie.client.Problem;

/// Where results and complaints go: results on stdout, as text or as JSON, everything else on stderr.
record Console(PrintWriter out, PrintWriter err, boolean json, Messages messages) {

    /// A column of a table of JSON objects.
    record Column(String title, Function<JsonNode, String> value) {

        /// @param path field names separated by dots
        static Column of(String title, String path) {
            return new Column(title, node -> text(at(node, path)));
        }
    }

    void line(String key, Object... arguments) {
        if (!json) {
            out.println(messages.get(key, arguments));
        }
    }

    void note(String key, Object... arguments) {
        err.println(messages.get(key, arguments));
    }

    void error(String text) {
        err.println("vigie: " + text);
    }

    void problem(Problem problem) {
        if (json) {
            out.println(Json.pretty(problem.body()));
        }
        err.println("vigie: " + problem);
    }

    /// @return whether the answer was printed as JSON, so that nothing else need be
    boolean printedJson(JsonNode node) {
        if (json) {
            out.println(Json.pretty(node));
        }
        return json;
    }

    /// The items as a table, or the whole answer as JSON.
    void table(JsonNode answer, JsonNode items, Column... columns) {
        if (printedJson(answer)) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        List<String> titles = new ArrayList<>();
        for (Column column : columns) {
            titles.add(column.title());
        }
        rows.add(titles);
        for (JsonNode item : items) {
            List<String> row = new ArrayList<>();
            for (Column column : columns) {
                row.add(column.value().apply(item));
            }
            rows.add(row);
        }
        rows(rows);
    }

    void rows(List<List<String>> rows) {
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                line.append(row.get(i)).repeat(' ', widths[i] - row.get(i).length() + 2);
            }
            out.println(line.toString().stripTrailing());
        }
    }

    static JsonNode at(JsonNode node, String path) {
        JsonNode at = node;
        for (String field : path.split("\\.", -1)) {
            at = at.path(field);
        }
        return at;
    }

    /// @return a short text: numbers with four digits after the point, lists with commas, nothing for null
    static String text(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return "–";
        }
        if (node.isArray()) {
            List<String> parts = new ArrayList<>();
            node.forEach(item -> parts.add(text(item)));
            return String.join(", ", parts);
        }
        if (node.isFloatingPointNumber()) {
            return String.format(Locale.ROOT, "%.4f", node.asDouble());
        }
        return node.isObject() ? node.toString() : node.asText();
    }
}
