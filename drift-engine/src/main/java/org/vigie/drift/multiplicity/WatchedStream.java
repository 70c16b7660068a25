package org.vigie.drift.multiplicity;

/// Something that is watched all year and may raise an alarm, in each of its groups.
///
/// @param name as the reader of a report knows it
/// @param groups how many groups are watched apart, 1 when all cases are taken together
/// @param weight its part of the budget relative to the other streams'; its groups share that part equally
/// @param watch how it is watched
public record WatchedStream(String name, int groups, double weight, Watch watch) {

    /// How a stream is watched.
    public sealed interface Watch {

        /// By a test at every check, each at its own level.
        record ByTest(CheckCalendar calendar) implements Watch {}

        /// By an [org.vigie.drift.sequential.EDetector] that counts cases.
        ///
        /// @param casesPerYear cases expected in a year in each group; for sensitivity the diseased ones
        record ByCases(double casesPerYear) implements Watch {
            /// @throws IllegalArgumentException if `casesPerYear` is not positive and finite
            public ByCases {
                if (!(casesPerYear > 0 && casesPerYear < Double.POSITIVE_INFINITY)) {
                    throw new IllegalArgumentException("casesPerYear " + casesPerYear + " is not positive and finite");
                }
            }
        }

        /// By an [org.vigie.drift.sequential.EDetector] that counts checks, for streams whose volume is not known.
        record ByChecks(CheckCalendar calendar) implements Watch {}
    }

    /// @throws IllegalArgumentException if `name` is blank, `groups` below 1, or `weight` not positive and finite
    public WatchedStream {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a stream without a name");
        }
        if (groups < 1) {
            throw new IllegalArgumentException(name + ": groups " + groups + " < 1");
        }
        if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + ": weight " + weight + " is not positive and finite");
        }
    }

    /// A stream tested at every check, all cases together, of weight 1.
    public static WatchedStream tested(String name, CheckCalendar calendar) {
        return new WatchedStream(name, 1, 1, new Watch.ByTest(calendar));
    }

    /// A proportion watched case by case, all cases together, of weight 1.
    public static WatchedStream detected(String name, double casesPerYear) {
        return new WatchedStream(name, 1, 1, new Watch.ByCases(casesPerYear));
    }

    public WatchedStream inGroups(int number) {
        return new WatchedStream(name, number, weight, watch);
    }

    public WatchedStream weighing(double newWeight) {
        return new WatchedStream(name, groups, newWeight, watch);
    }
}
