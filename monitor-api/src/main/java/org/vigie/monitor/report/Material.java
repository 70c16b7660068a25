package org.vigie.monitor.report;

import java.util.List;
import java.util.Map;
import org.vigie.monitor.alert.AlertView;
import org.vigie.monitor.caseload.IsoWeek;
import org.vigie.monitor.caseload.RolesInTime;
import org.vigie.monitor.caseload.ScoredCase;
import org.vigie.monitor.driftcheck.DriftCheckRow;
import org.vigie.monitor.model.Model;
import org.vigie.monitor.policy.Policies;
import org.vigie.monitor.surveillance.SurveillanceRow;

/// Everything a report is made of, read before it is made.
///
/// @param drift of the week
/// @param driftHistory of this week and those before, the earliest first
/// @param champions in force at the end of the week
/// @param window cases of the weeks shown, this one included, with truth as of the data cut
/// @param reference cases of the reference window
/// @param alerts open, opened for this week or before
record Material(
        Model model,
        IsoWeek week,
        SurveillanceRow surveillance,
        DriftCheckRow drift,
        List<DriftCheckRow> driftHistory,
        Policies.Applied policy,
        List<RolesInTime.Role> champions,
        List<ScoredCase> window,
        List<ScoredCase> reference,
        List<AlertView> alerts,
        long received,
        List<WeekCounts.Counted> notScored,
        List<WeekCounts.FlagCount> flags,
        long openFlags,
        String serviceBuild) {

    List<ScoredCase> ofWeek() {
        return window.stream()
                .filter(each -> !each.acquiredAt().isBefore(week.from()))
                .toList();
    }

    double level() {
        return policy.policy().performance().confidence();
    }

    /// By week, the earliest first.
    Map<String, List<ScoredCase>> byWeek() {
        return window.stream()
                .collect(java.util.stream.Collectors.groupingBy(
                        each -> IsoWeek.of(each.acquiredAt(), week.zone()).toString(),
                        java.util.TreeMap::new,
                        java.util.stream.Collectors.toList()));
    }
}
