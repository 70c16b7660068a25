package org.vigie.reports.weekly;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came in: how much, from where, and whether it still looks like the reference.
///
/// @param flow null: not known for this week
/// @param volumes cases scored, by week, site and scanner
/// @param findings this week's comparisons with the reference
/// @param history the comparisons of earlier weeks, for the figure
/// @param refusals files or studies that were not taken in or not scored, by reason
public record Inputs(
        @Nullable Flow flow,
        List<Volume> volumes,
        List<DriftFinding> findings,
        List<Series> history,
        List<Refusal> refusals,
        List<QualityFinding> quality) {

    public Inputs {
        volumes = List.copyOf(volumes);
        findings = List.copyOf(findings);
        history = List.copyOf(history);
        refusals = List.copyOf(refusals);
        quality = List.copyOf(quality);
    }

    /// The week's cases from the door to the score.
    ///
    /// @param received studies stored
    /// @param selected of them, those the model is meant for
    /// @param scored of them, those with a score of the version in force
    public record Flow(long received, long selected, long scored) {
        public Flow {
            Checks.count("scored", scored);
            Checks.order(
                    scored <= selected && selected <= received,
                    "%d scored of %d selected of %d received".formatted(scored, selected, received));
        }
    }

    public record Volume(IsoWeek week, String site, String scanner, long cases) {
        public Volume {
            Checks.text("site", site);
            Checks.text("scanner", scanner);
            Checks.count("cases", cases);
        }
    }

    /// One stream in one scope over the weeks.
    public record Series(Stream stream, Scope scope, List<Point> points) {
        public Series {
            points = List.copyOf(points);
        }
    }

    /// @param value what is compared with the limit; null: too few cases that week
    /// @param limit above it the policy speaks of drift
    public record Point(
            IsoWeek week, @Nullable Double value, @Nullable Double limit, DriftVerdict verdict) {
        public Point {
            Checks.finiteOrAbsent("value", value);
            if (limit != null) {
                Checks.order(Checks.finite("limit", limit) > 0, "limit is not above 0: " + limit);
            }
            Checks.order(
                    (value != null && limit != null) || verdict == DriftVerdict.INCONCLUSIVE,
                    "%s: no value or no limit cannot be %s".formatted(week, verdict));
        }
    }

    /// @param reason as recorded at the door, such as `dicom-unreadable`
    public record Refusal(String reason, long count) {
        public Refusal {
            Checks.text("reason", reason);
            Checks.count("refusals", count);
        }
    }

    /// @param affected of `cases`, those with the problem
    public record QualityFinding(Problem problem, Stream stream, Scope scope, long affected, long cases) {

        public enum Problem {
            MISSING,
            OUT_OF_RANGE,
            UNSEEN_VALUE,
            CONSTANT,
            DUPLICATE
        }

        public QualityFinding {
            Checks.count("affected", affected);
            Checks.order(affected <= cases, "%d affected of %d cases".formatted(affected, cases));
        }
    }
}
