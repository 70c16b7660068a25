package org.vigie.benchmarks.characteristics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.vigie.drift.interval.Proportion;
import org.vigie.drift.interval.ProportionInterval;
import org.vigie.drift.sequential.AlternativeMixture;
import org.vigie.drift.sequential.EDetector;
import org.vigie.drift.sequential.RunLength;

/// Sensitivity against a floor of 0.85, 200 cases a week: false alarms a year, and weeks until a fall is seen.
final class SensitivityAlarms {

    private static final double FLOOR = 0.85;
    private static final int CASES_A_WEEK = 200;
    private static final int WEEKS = 52;
    private static final int TEN_YEARS = 10 * WEEKS;
    private static final int NEVER = 5 * WEEKS;
    private static final int REPETITIONS = 4_000;

    private SensitivityAlarms() {}

    /// Looks at a week's positives and says whether to alarm.
    private interface Watch {
        boolean alarmsAfter(int found, int positives);
    }

    private record Rule(String name, double prevalence, Supplier<Watch> start) {}

    static void write(Page page) {
        List<List<String>> rows = new ArrayList<>();
        for (double prevalence : new double[] {0.05, 0.10}) {
            for (Rule rule : rules(prevalence)) {
                rows.add(List.of(
                        rule.name(),
                        String.format(Locale.ROOT, "%.0f %%", 100 * prevalence),
                        withinAYear(rule, 0.90).toString(),
                        withinAYear(rule, 0.85).toString(),
                        weeks(rule, 0.80),
                        weeks(rule, 0.75),
                        weeks(rule, 0.60)));
            }
        }
        page.heading("Sensitivity against a floor of 0.85")
                .paragraph("""
                        200 cases a week, all labels there. False alarms: share of years with an alarm while the true sensitivity stays at
                        0.90, or stands exactly at the floor. Delay: median weeks until a fall from 0.90 is seen, after half a year at 0.90;
                        runs that alarm before the fall are left out. The e-detector is set to one false alarm in ten years.
                        """)
                .table(
                        List.of(
                                "rule",
                                "prevalence",
                                "a year at 0.90",
                                "a year at 0.85",
                                "weeks to see 0.80",
                                "weeks to see 0.75",
                                "weeks to see 0.60"),
                        rows);
    }

    private static List<Rule> rules(double prevalence) {
        return List.of(
                new Rule(
                        "point estimate of the week below the floor",
                        prevalence,
                        () -> (found, positives) -> positives > 0 && found < FLOOR * positives),
                new Rule(
                        "weekly 95 % Wilson interval below the floor",
                        prevalence,
                        () -> (found, positives) -> positives > 0
                                && new Proportion(found, positives)
                                                .interval(ProportionInterval.WILSON, 0.95)
                                                .upper()
                                        < FLOOR),
                new Rule("e-detector, one false alarm in ten years", prevalence, SensitivityAlarms::eDetector));
    }

    private static Watch eDetector() {
        EDetector[] state = {EDetector.shiryaevRoberts(AlternativeMixture.below(FLOOR), RunLength.ofChecks(TEN_YEARS))};
        return (found, positives) -> {
            state[0] = state[0].after(found, positives);
            return state[0].alarm();
        };
    }

    private static Share withinAYear(Rule rule, double sensitivity) {
        return Simulation.share(
                REPETITIONS,
                (rule.name() + rule.prevalence() + sensitivity).hashCode(),
                (random, _) -> firstAlarm(rule, random, sensitivity, 0, sensitivity, WEEKS) <= WEEKS);
    }

    private static String weeks(Rule rule, double fallen) {
        int before = WEEKS / 2;
        int[] delays = Simulation.repeat(
                        REPETITIONS,
                        (rule.name() + rule.prevalence() + "delay" + fallen).hashCode(),
                        (random, _) -> firstAlarm(rule, random, 0.90, before, fallen, before + NEVER) - before)
                .stream()
                .filter(delay -> delay > 0)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        if (delays.length == 0) {
            return "–";
        }
        int median = delays[delays.length / 2];
        return median > NEVER ? "not within 5 years" : Integer.toString(median);
    }

    /// @return week of the first alarm, from 1; one more than `weeks` when there is none
    private static int firstAlarm(
            Rule rule, RandomGenerator random, double before, int change, double after, int weeks) {
        Watch watch = rule.start().get();
        for (int week = 1; week <= weeks; week++) {
            int positives = binomial(random, CASES_A_WEEK, rule.prevalence());
            int found = binomial(random, positives, week <= change ? before : after);
            if (watch.alarmsAfter(found, positives)) {
                return week;
            }
        }
        return weeks + 1;
    }

    private static int binomial(RandomGenerator random, int trials, double p) {
        return (int) Arrays.stream(random.doubles(trials).toArray())
                .filter(u -> u < p)
                .count();
    }
}
