package org.vigie.drift.performance.alarm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.vigie.drift.interval.Proportion;

/// How an alarm announces events, and what it costs in alarms.
///
/// ## Definition
///
/// An alarm *announces* an event if it sounds no earlier than `horizon` hours before it and no later than its
/// beginning.
///
/// ```text
/// event sensitivity      announced events / events
/// share of true alarms   alarms that announce an event / alarms
/// lead time              event − first alarm that announces it
/// alarms per patient-day alarms / days watched
/// ```
///
/// ## Reading the value
///
/// An alarm that sounds all the time has sensitivity 1: read it only beside the alarms per patient-day. Alarms
/// closer than `silence` hours to the one before that counted are one alarm that goes on. Sensitivity over
/// events, not over minutes or samples, is what a ward sees.
///
/// ## Edge cases
///
/// Without events there is no sensitivity (`Proportion` of 0), without alarms no share of true ones, without an
/// announced event no lead time.
///
/// ## Sources
///
/// 1. Futoma, J., Simons, M., Panch, T., Doshi-Velez, F., & Celi, L. A. (2020). *The myth of generalisability
///    in clinical research and machine learning in health care.* The Lancet Digital Health 2(9), e489–e492.
///    doi:10.1016/S2589-7500(20)30186-2
/// 2. Ulm, K. (1990). *A simple method to calculate the confidence interval of a standardized mortality ratio.*
///    American Journal of Epidemiology 131(2), 373–375. doi:10.1093/oxfordjournals.aje.a115507
///
/// @param events announced of all
/// @param alarms true of all, after silence
/// @param leadTimes in hours, of the announced events, ascending
/// @param alarmRate all alarms per patient-day
/// @param falseAlarmRate alarms that announce nothing per patient-day
public record AlarmPerformance(
        Proportion events, Proportion alarms, List<Double> leadTimes, EventRate alarmRate, EventRate falseAlarmRate) {

    public AlarmPerformance {
        leadTimes = List.copyOf(leadTimes);
    }

    /// @param horizon hours before an event in which an alarm announces it
    /// @param silence hours after an alarm in which another is the same
    /// @throws IllegalArgumentException if `horizon` is not positive or `silence` is negative
    public static AlarmPerformance of(List<MonitoredPatient> patients, double horizon, double silence) {
        if (!(horizon > 0)) {
            throw new IllegalArgumentException("horizon " + horizon + " is not positive");
        }
        if (!(silence >= 0)) {
            throw new IllegalArgumentException("silence " + silence + " is negative");
        }
        long events = 0;
        long right = 0;
        long all = 0;
        double hours = 0;
        var leads = new ArrayList<Double>();
        for (MonitoredPatient patient : patients) {
            double[] sounded = afterSilence(patient.alarms(), silence);
            hours += patient.hours();
            events += patient.events().length;
            all += sounded.length;
            for (double event : patient.events()) {
                int first = firstAtLeast(sounded, event - horizon);
                if (first < sounded.length && sounded[first] <= event) {
                    leads.add(event - sounded[first]);
                }
            }
            for (double alarm : sounded) {
                int next = firstAtLeast(patient.events(), alarm);
                right += next < patient.events().length && patient.events()[next] - horizon <= alarm ? 1 : 0;
            }
        }
        leads.sort(null);
        return new AlarmPerformance(
                new Proportion(leads.size(), events),
                new Proportion(right, all),
                leads,
                new EventRate(all, hours / 24),
                new EventRate(all - right, hours / 24));
    }

    /// Median hours of warning.
    public OptionalDouble medianLeadTime() {
        int n = leadTimes.size();
        return n == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((leadTimes.get((n - 1) / 2) + leadTimes.get(n / 2)) / 2);
    }

    private static double[] afterSilence(double[] alarms, double silence) {
        double[] kept = new double[alarms.length];
        int size = 0;
        for (double alarm : alarms) {
            if (size == 0 || alarm - kept[size - 1] > silence) {
                kept[size++] = alarm;
            }
        }
        return Arrays.copyOf(kept, size);
    }

    private static int firstAtLeast(double[] sorted, double value) {
        int i = 0;
        while (i < sorted.length && sorted[i] < value) {
            i++;
        }
        return i;
    }
}
