package org.vigie.drift.performance.alarm;

import java.util.Arrays;

/// One patient under an alarm, with times in hours from the start of the watch.
///
/// @param hours watched
/// @param alarms when the alarm sounded
/// @param events when an event that it should announce began
public record MonitoredPatient(double hours, double[] alarms, double[] events) {

    /// Sorts both.
    ///
    /// @throws IllegalArgumentException if `hours` is not positive and finite or a time is not in [0, hours]
    public MonitoredPatient {
        if (!(hours > 0 && hours < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("hours " + hours);
        }
        alarms = sorted("alarms", alarms, hours);
        events = sorted("events", events, hours);
    }

    private static double[] sorted(String name, double[] times, double hours) {
        double[] sorted = times.clone();
        for (int i = 0; i < sorted.length; i++) {
            if (!(sorted[i] >= 0 && sorted[i] <= hours)) {
                throw new IllegalArgumentException(name + "[" + i + "] is " + times[i] + ", not in [0, " + hours + "]");
            }
        }
        Arrays.sort(sorted);
        return sorted;
    }
}
