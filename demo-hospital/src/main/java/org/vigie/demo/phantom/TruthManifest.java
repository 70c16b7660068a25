package org.vigie.demo.phantom;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What is really in each picture. It stays beside the files and is never ingested; the service learns the truth
/// only from readers, late and with their errors.
public final class TruthManifest {
    private static final String HEADER =
            "study_instance_uid,week,site,station,acquired,nodule,grade,contrast,column,row,radius";

    private static final int COLUMNS = 11;
    private static final int NODULE = 5;

    private TruthManifest() {}

    /// The largest grade stands for the study where there are two nodules.
    public static int grade(List<Nodule> nodules) {
        return nodules.stream().mapToInt(Nodule::grade).max().orElse(0);
    }

    public static String csv(List<StudyPlan> plans, List<List<Nodule>> nodules) {
        if (plans.size() != nodules.size()) {
            throw new IllegalArgumentException(
                    "%d studies but %d lists of nodules".formatted(plans.size(), nodules.size()));
        }
        List<String> lines = new ArrayList<>();
        lines.add(HEADER);
        for (int i = 0; i < plans.size(); i++) {
            StudyPlan plan = plans.get(i);
            String study = "%s,%d,%s,%s,%s"
                    .formatted(
                            plan.studyUid(),
                            plan.week(),
                            plan.scanner().site(),
                            plan.scanner().stationName(),
                            plan.acquired());
            if (nodules.get(i).isEmpty()) {
                lines.add(study + ",0,,,,,");
            }
            for (Nodule nodule : nodules.get(i)) {
                lines.add(String.format(
                        Locale.ROOT,
                        "%s,1,%d,%.3f,%.1f,%.1f,%.1f",
                        study,
                        nodule.grade(),
                        nodule.contrast(),
                        nodule.column(),
                        nodule.row(),
                        nodule.radius()));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    /// Grade of the clearest nodule by Study Instance UID, 0 if there is none.
    ///
    /// @param csv a manifest, or an empty text
    public static Map<String, Integer> grades(String csv) {
        Map<String, Integer> grades = new LinkedHashMap<>();
        csv.lines().skip(1).forEach(line -> {
            List<String> columns = List.of(line.split(",", -1));
            if (columns.size() != COLUMNS) {
                throw new IllegalArgumentException(
                        "A line of the truth manifest has %d columns, not %d".formatted(columns.size(), COLUMNS));
            }
            int grade = columns.get(NODULE).equals("1") ? Integer.parseInt(columns.get(NODULE + 1)) : 0;
            grades.merge(columns.getFirst(), grade, Math::max);
        });
        return grades;
    }

    /// A manifest with the lines of the first, and those of the second that speak of other studies.
    public static String merged(String first, String second) {
        if (first.isEmpty()) {
            return second;
        }
        Set<String> known = grades(first).keySet();
        StringBuilder merged = new StringBuilder(first);
        second.lines()
                .skip(1)
                .filter(line -> !known.contains(line.substring(0, line.indexOf(','))))
                .forEach(line -> merged.append(line).append('\n'));
        return merged.toString();
    }
}
