package org.vigie.reports.weekly;

import java.util.List;

/// Everything a weekly validation report says, as values.
///
/// Nothing here is a sentence: reasons, decisions and assumptions are keys with their arguments, and
/// the report is worded when it is written. Two equal reports give the same bytes.
///
/// @param verdict over all requirements of the policy
/// @param reasons the most important first; page 1 prints the first few
/// @param decisions the most urgent first; empty: nothing to decide this week
/// @param comparisons one for each candidate in shadow; empty: there is none
/// @param alerts that are open at the data cut
public record WeeklyReport(
        About about,
        Verdict verdict,
        List<Reason> reasons,
        List<Decision> decisions,
        Inputs inputs,
        Outputs outputs,
        Performance performance,
        List<ShadowComparison> comparisons,
        Flags flags,
        List<OpenAlert> alerts,
        Limits limits) {

    public WeeklyReport {
        reasons = List.copyOf(reasons);
        decisions = List.copyOf(decisions);
        comparisons = List.copyOf(comparisons);
        alerts = List.copyOf(alerts);
        Checks.order(!reasons.isEmpty(), "a verdict needs at least one reason");
    }
}
