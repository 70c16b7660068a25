package org.vigie.drift.multiplicity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.vigie.drift.multiplicity.WatchedStream.Watch;
import org.vigie.drift.sequential.EDetector;
import org.vigie.drift.sequential.RunLength;

/// A year's allowed false alarms, shared out over everything that is watched.
///
/// ## Definition
///
/// With weight `wₛ` and `gₛ` groups of stream `s`:
///
/// ```text
/// false alarms a year of one group    b = perYear · wₛ / Σ w / gₛ
/// level of one test                   b / checks a year
/// run length of one detector          the A at which an alarm within a year has probability at most b, at least n/b
/// ```
///
/// where `n` are the cases (or checks) of a year; see [EDetector].
///
/// ## Reading the value
///
/// While nothing changes at most `perYear` false alarms are expected in a year, however the streams depend on each
/// other, and with a `perYear` below 1 the probability of any is at most `perYear`: 0.05 means that of a hundred such
/// hospitals five see a false alarm in a year. A run length of detectors is kept while they are restarted after
/// alarms.
///
/// @param perYear false alarms accepted in a year, all streams together
/// @param shares what each stream may spend
public record FalseAlarmPlan(double perYear, List<Share> shares) {

    /// What one stream may spend.
    ///
    /// @param stream that is watched
    /// @param perYear false alarms accepted in a year in each of its groups
    /// @param levelPerCheck greatest p-value that counts as drift; empty for a detector
    /// @param runLength agreed average time until a false alarm; empty for a test
    public record Share(
            WatchedStream stream, double perYear, OptionalDouble levelPerCheck, Optional<RunLength> runLength) {

        /// Probability of any false alarm in a year in all groups of the stream, at most.
        public double probabilityOfAny() {
            return Math.min(1, stream.groups() * perYear);
        }

        /// The share in words.
        public String explanation() {
            String groups = stream.groups() == 1 ? "" : ", in each of " + stream.groups() + " groups";
            String alarms = perYear >= 1
                    ? number(perYear) + " false alarms a year"
                    : "one false alarm in " + number(1 / perYear) + " years";
            String how = switch (stream.watch()) {
                case Watch.ByTest(CheckCalendar calendar) ->
                    "tested " + calendar.words() + " at level " + number(levelPerCheck.orElseThrow());
                case Watch.ByCases _ ->
                    "watched with a run length of "
                            + number(runLength.orElseThrow().length()) + " cases";
                case Watch.ByChecks(CheckCalendar calendar) ->
                    "watched " + calendar.words() + " with a run length of "
                            + number(runLength.orElseThrow().length()) + " checks";
            };
            return stream.name() + ": " + how + groups + "; at most " + alarms + (groups.isEmpty() ? "" : " each");
        }

        private static String number(double value) {
            return value >= 100 ? String.format(Locale.ROOT, "%.0f", value) : String.format(Locale.ROOT, "%.3g", value);
        }
    }

    /// @throws IllegalArgumentException if `perYear` is not positive and finite, or there is no share
    public FalseAlarmPlan {
        requirePositive(perYear);
        shares = List.copyOf(shares);
        if (shares.isEmpty()) {
            throw new IllegalArgumentException("nothing is watched");
        }
    }

    /// Shares a year's false alarms out.
    ///
    /// @throws IllegalArgumentException if `perYear` is not positive and finite, nothing is watched, two streams
    ///     have one name, or a stream would have no check without a false alarm
    public static FalseAlarmPlan share(double perYear, List<WatchedStream> streams) {
        if (streams.stream().map(WatchedStream::name).distinct().count() < streams.size()) {
            throw new IllegalArgumentException("two streams have one name");
        }
        requirePositive(perYear);
        double weights = streams.stream().mapToDouble(WatchedStream::weight).sum();
        return new FalseAlarmPlan(
                perYear,
                streams.stream()
                        .map(stream -> share(stream, perYear * stream.weight() / weights / stream.groups()))
                        .toList());
    }

    private static Share share(WatchedStream stream, double alarms) {
        return switch (stream.watch()) {
            case Watch.ByTest(CheckCalendar calendar) -> {
                double level = alarms / calendar.checksPerYear();
                if (!(level < 1)) {
                    throw new IllegalArgumentException(stream.name() + ": " + alarms
                            + " false alarms a year leave none of " + calendar.checksPerYear() + " checks without one");
                }
                yield new Share(stream, alarms, OptionalDouble.of(level), Optional.empty());
            }
            case Watch.ByCases(double cases) ->
                new Share(
                        stream,
                        alarms,
                        OptionalDouble.empty(),
                        Optional.of(RunLength.ofCases(EDetector.runLengthFor(cases, alarms))));
            case Watch.ByChecks(CheckCalendar calendar) ->
                new Share(
                        stream,
                        alarms,
                        OptionalDouble.empty(),
                        Optional.of(RunLength.ofChecks(EDetector.runLengthFor(calendar.checksPerYear(), alarms))));
        };
    }

    /// False alarms expected in a year while nothing changes, at most; `perYear` but for rounding.
    public double expectedPerYear() {
        return shares.stream()
                .mapToDouble(share -> share.stream().groups() * share.perYear())
                .sum();
    }

    /// Probability of any false alarm in a year, at most: the shares' sum, however they depend on each other.
    public double probabilityOfAny() {
        return Math.min(1, shares.stream().mapToDouble(Share::probabilityOfAny).sum());
    }

    /// Probability of any false alarm in a year if streams, groups and checks were independent.
    public double probabilityOfAnyIfIndependent() {
        double logNone = 0;
        for (Share share : shares) {
            int groups = share.stream().groups();
            logNone += share.stream().watch() instanceof Watch.ByTest(CheckCalendar calendar)
                    ? (double) groups
                            * calendar.checksPerYear()
                            * Math.log1p(-share.levelPerCheck().orElseThrow())
                    : groups * Math.log1p(-Math.min(share.perYear(), 1));
        }
        return -Math.expm1(logNone);
    }

    /// What one stream may spend.
    ///
    /// @throws IllegalArgumentException if no stream has this name
    public Share of(String stream) {
        return shares.stream()
                .filter(share -> share.stream().name().equals(stream))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no stream '" + stream + "'"));
    }

    private static void requirePositive(double perYear) {
        if (!(perYear > 0 && perYear < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("perYear " + perYear + " is not positive and finite");
        }
    }
}
