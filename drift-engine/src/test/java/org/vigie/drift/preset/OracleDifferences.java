package org.vigie.drift.preset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The rows of `docs/statistics/differences.md`: cases of an oracle file where a preset answers something else than
/// the tool, with the reason.
final class OracleDifferences {

    private static final Path DOCUMENT = Path.of("..", "docs", "statistics", "differences.md");
    private static final Pattern ROW = Pattern.compile("^\\| `([^`]+)` \\| (.+) \\|$");

    private OracleDifferences() {}

    /// Reason by id of the case, for all cases whose id starts with the name of a tool.
    static Map<String, String> documented(String tool) {
        try {
            Map<String, String> reasons = new TreeMap<>();
            for (String line : Files.readAllLines(DOCUMENT)) {
                Matcher row = ROW.matcher(line);
                if (row.matches() && row.group(1).startsWith(tool + "/")) {
                    reasons.put(row.group(1), row.group(2));
                }
            }
            return reasons;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
