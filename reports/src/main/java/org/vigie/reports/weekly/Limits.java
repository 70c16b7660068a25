package org.vigie.reports.weekly;

import java.util.List;

/// What this report could not have seen.
///
/// @param shifts smallest change of a stream that the week's cases would have shown
/// @param drops smallest fall of a metric that the cases with truth would have shown
/// @param assumptions what the numbers rest on
public record Limits(List<Shift> shifts, List<Drop> drops, List<Assumption> assumptions) {

    public Limits {
        shifts = List.copyOf(shifts);
        drops = List.copyOf(drops);
        assumptions = List.copyOf(assumptions);
    }

    /// @param smallest shift seen with probability `power`
    public record Shift(Stream stream, Scope scope, double smallest, Unit unit, double power, long cases) {

        public enum Unit {
            /// Of the reference.
            STANDARD_DEVIATIONS,
            /// Of a share: 0.1 is ten points.
            SHARE,
            /// Of the statistic that is compared with its limit.
            STATISTIC
        }

        public Shift {
            Checks.finite("smallest shift", smallest);
            Checks.proportion("power", power);
            Checks.count("cases", cases);
        }
    }

    /// @param smallest fall below the minimum, 0.1 is ten points, seen with probability `power`
    public record Drop(Metric metric, Scope scope, double smallest, double power, long cases) {
        public Drop {
            Checks.proportion("smallest fall", smallest);
            Checks.proportion("power", power);
            Checks.count("cases", cases);
        }
    }

    public enum Assumption {
        /// Cases are counted as if each came from another patient.
        CASES_INDEPENDENT,
        /// The cases with truth are taken as if drawn at random from all cases.
        TRUTH_AT_RANDOM,
        /// The truth itself is taken as free of error.
        TRUTH_WITHOUT_ERROR,
        /// Truth comes late: recent weeks rest on fewer cases.
        TRUTH_COMES_LATE,
        /// Predictive values hold at the declared prevalence only.
        PREVALENCE_DECLARED,
        /// Every weekly interval is made as if it were the only look.
        EACH_WEEK_A_SINGLE_LOOK,
        /// A change that touches no watched stream is not seen.
        WATCHED_STREAMS_ONLY,
        /// Flags depend on who looks and reports.
        FLAGS_NOT_A_SAMPLE
    }
}
