package org.vigie.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// What the surveillance of one week came to.
///
/// @param week counted from 1
/// @param drift STABLE, DRIFTED or INCONCLUSIVE
/// @param groups scanners in which something drifted
/// @param performance of all sites and of each, as the service gives it
/// @param comparisons of each candidate with the champion, as the service gives them
record WeekResult(
        int week, String drift, SortedSet<String> groups, List<JsonNode> performance, List<JsonNode> comparisons) {
    WeekResult {
        groups = Collections.unmodifiableSortedSet(new TreeSet<>(groups));
        performance = List.copyOf(performance);
        comparisons = List.copyOf(comparisons);
    }

    static WeekResult of(int week, JsonNode checked) {
        JsonNode drift = checked.path("drift");
        SortedSet<String> groups = new TreeSet<>();
        for (JsonNode group : drift.path("attribution").path("groups")) {
            groups.add(group.asText());
        }
        return new WeekResult(
                week,
                drift.path("verdict").asText(),
                groups,
                list(checked.path("performance")),
                list(checked.path("comparisons")));
    }

    private static List<JsonNode> list(JsonNode array) {
        List<JsonNode> nodes = new ArrayList<>();
        array.forEach(nodes::add);
        return nodes;
    }

    boolean drifted() {
        return drift.equals("DRIFTED");
    }
}
