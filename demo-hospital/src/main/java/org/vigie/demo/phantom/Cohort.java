package org.vigie.demo.phantom;

import java.util.ArrayList;
import java.util.List;

/// Patients gathered for training or tuning. They come from seeds of their own, so none of them is ever among the
/// studies of the [Schedule].
///
/// @param seed of the whole cohort
/// @param studies one per patient
/// @param week whose scanners are used, counted from 1
/// @param onlyUpgradedRoom whether all come from the room that is upgraded
/// @param prevalence share of patients with a nodule
public record Cohort(long seed, int studies, int week, boolean onlyUpgradedRoom, double prevalence) {
    private static final long COHORT = 0x436F686F7274L;

    public Cohort {
        if (studies < 1 || !(prevalence > 0 && prevalence < 1)) {
            throw new IllegalArgumentException("A cohort of %d with prevalence %s".formatted(studies, prevalence));
        }
    }

    public List<StudyPlan> plans() {
        List<Scanner> rooms = Hospital.scannersInWeek(week).stream()
                .filter(room -> !onlyUpgradedRoom || room.stationName().equals(Hospital.UPGRADED_ROOM.stationName()))
                .toList();
        List<StudyPlan> plans = new ArrayList<>(studies);
        for (int i = 0; i < studies; i++) {
            Patient patient = Patient.draw(Seeds.derive(seed, COHORT, i, 1), prevalence);
            plans.add(new StudyPlan(
                    week,
                    rooms.get(i % rooms.size()),
                    patient,
                    Schedule.monday(week).atTime(12, 0),
                    "PA",
                    Seeds.derive(seed, COHORT, i, 2)));
        }
        return List.copyOf(plans);
    }
}
