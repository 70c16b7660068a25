package org.vigie.demo.phantom;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// The hospital's calendar: so many studies a week, on weekdays, spread over the three rooms; some patients come back.
public final class Schedule {
    /// Monday of the first week.
    public static final LocalDate FIRST_MONDAY = LocalDate.of(2026, 1, 5);

    /// Share of patients with a nodule: a chest clinic, not a screening programme.
    public static final double PREVALENCE = 0.30;

    private static final double RETURNING = 0.12;
    private static final int AP_PERCENT = 10;
    private static final LocalTime OPENING = LocalTime.of(7, 30);
    private static final int OPEN_MINUTES = 10 * 60 + 45;

    /// Rooms of every ten studies: the second is the busiest.
    private static final int[] ROOMS = {0, 1, 2, 1, 0, 2, 1, 0, 2, 1};

    private Schedule() {}

    /// All studies of the first `weeks` weeks in order of time. Equal arguments give equal schedules, and a longer
    /// schedule begins with the shorter one.
    public static List<StudyPlan> draw(long seed, int weeks, int perWeek) {
        if (weeks < 1 || perWeek < 1) {
            throw new IllegalArgumentException("No schedule for %d weeks of %d studies".formatted(weeks, perWeek));
        }
        Map<String, List<Patient>> known = new HashMap<>();
        List<StudyPlan> plans = new ArrayList<>(weeks * perWeek);
        for (int week = 1; week <= weeks; week++) {
            List<StudyPlan> thisWeek = new ArrayList<>(perWeek);
            List<Scanner> scanners = Hospital.scannersInWeek(week);
            for (int i = 0; i < perWeek; i++) {
                long visitSeed = Seeds.derive(seed, 20, week, i);
                SplittableRandom random = Seeds.random(visitSeed, 6);
                Scanner scanner = scanners.get(ROOMS[((week - 1) * perWeek + i) % ROOMS.length]);
                List<Patient> patients = known.computeIfAbsent(scanner.site(), site -> new ArrayList<>());
                boolean returns = !patients.isEmpty() && random.nextDouble() < RETURNING;
                Patient patient = returns
                        ? patients.get(random.nextInt(patients.size()))
                        : Patient.draw(Seeds.derive(seed, 21, week, i), PREVALENCE);
                if (!returns) {
                    patients.add(patient);
                }
                LocalDate day = FIRST_MONDAY.plusWeeks(week - 1L).plusDays(random.nextInt(5));
                LocalTime time = OPENING.plusSeconds(random.nextInt(OPEN_MINUTES * 60));
                String view = random.nextInt(100) < AP_PERCENT ? "AP" : "PA";
                thisWeek.add(new StudyPlan(week, scanner, patient, day.atTime(time), view, visitSeed));
            }
            thisWeek.sort(Comparator.comparing(StudyPlan::acquired));
            plans.addAll(thisWeek);
        }
        return List.copyOf(plans);
    }

    /// Monday of a week, counted from 1.
    public static LocalDate monday(int week) {
        return FIRST_MONDAY.plusWeeks(week - 1L);
    }
}
