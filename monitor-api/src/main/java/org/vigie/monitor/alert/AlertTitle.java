package org.vigie.monitor.alert;

import io.micronaut.serde.annotation.Serdeable;
import java.util.LinkedHashMap;
import java.util.Map;

/// An alert's title as a key with its arguments: worded in the language of its reader.
///
/// @param args in the order in which they were put
@Serdeable
public record AlertTitle(String key, Map<String, String> args) {

    public AlertTitle {
        args = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(args));
    }

    public static AlertTitle driftInGroup(String attribute, String group, String streams) {
        return new AlertTitle("drift-in-group", Map.of("attribute", attribute, "group", group, "streams", streams));
    }

    public static AlertTitle newGroup(String attribute, String group, long cases) {
        return new AlertTitle(
                "drift-new-group", Map.of("attribute", attribute, "group", group, "cases", Long.toString(cases)));
    }

    public static AlertTitle driftEverywhere(String streams) {
        return new AlertTitle("drift-everywhere", Map.of("streams", streams));
    }

    /// @param metric `sensitivity` or `specificity`
    /// @param site code, or `all`
    /// @param right decisions that agreed with the truth, of `cases`, in the last `weeks`
    public static AlertTitle fellBelowMinimum(
            String metric, String site, long right, long cases, int weeks, double minimum) {
        return new AlertTitle(
                "fell-below-minimum",
                Map.of(
                        "metric",
                        metric,
                        "site",
                        site,
                        "right",
                        Long.toString(right),
                        "cases",
                        Long.toString(cases),
                        "weeks",
                        Integer.toString(weeks),
                        "minimum",
                        percent(minimum)));
    }

    public static AlertTitle incident(String reason) {
        return new AlertTitle("incident", Map.of("reason", reason));
    }

    private static String percent(double share) {
        return String.format(java.util.Locale.ROOT, "%.1f", 100 * share);
    }
}
