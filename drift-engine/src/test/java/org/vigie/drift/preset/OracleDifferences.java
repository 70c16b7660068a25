package org.vigie.drift.preset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vigie.drift.OracleCase;

/// The rows of `docs/statistics/differences.md`: cases of an oracle file where a preset answers something else than
/// the tool, with the reason.
final class OracleDifferences {

    private static final Path DOCUMENT = Path.of("..", "docs", "statistics", "differences.md");
    private static final Pattern ROW = Pattern.compile("^\\| `([^`]+)` \\| (.+) \\|$");

    private OracleDifferences() {}

    /// Reason by id of the case, for the kinds of case that an oracle holds, such as `nannyml/num`; the document also
    /// lists kinds of other oracles of the same tool.
    static Map<String, String> documented(List<OracleCase> oracle) {
        Set<String> kinds = oracle.stream().map(one -> kind(one.id())).collect(Collectors.toSet());
        try {
            Map<String, String> reasons = new TreeMap<>();
            for (String line : Files.readAllLines(DOCUMENT)) {
                Matcher row = ROW.matcher(line);
                if (row.matches() && kinds.contains(kind(row.group(1)))) {
                    reasons.put(row.group(1), row.group(2));
                }
            }
            return reasons;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The first two words of an id.
    private static String kind(String id) {
        int end = id.indexOf('/', id.indexOf('/') + 1);
        return end < 0 ? id : id.substring(0, end);
    }
}
