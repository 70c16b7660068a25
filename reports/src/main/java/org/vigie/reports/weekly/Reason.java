package org.vigie.reports.weekly;

/// Why the verdict is what it is, or why an alert is open: a message with its arguments and without
/// its language.
public sealed interface Reason {

    /// The whole interval lies below the minimum.
    record BelowMinimum(Metric metric, Scope scope, Estimate estimate, double minimum) implements Reason {
        public BelowMinimum {
            Checks.proportion("minimum", minimum);
        }
    }

    /// The whole interval lies at or above the minimum.
    record MeetsMinimum(Metric metric, Scope scope, Estimate estimate, double minimum) implements Reason {
        public MeetsMinimum {
            Checks.proportion("minimum", minimum);
        }
    }

    /// The interval holds the minimum.
    record Undecided(Metric metric, Scope scope, Estimate estimate, double minimum, long n) implements Reason {
        public Undecided {
            Checks.proportion("minimum", minimum);
            Checks.count("n", n);
        }
    }

    /// No case of the kind the metric needs has a truth yet.
    record NoTruth(Metric metric, Scope scope) implements Reason {}

    record DriftFound(Stream stream, Scope scope, IsoWeek since) implements Reason {}

    /// Nothing crossed its limit.
    record NoDriftFound(long comparisons) implements Reason {
        public NoDriftFound {
            Checks.count("comparisons", comparisons);
        }
    }

    /// Too few cases to compare anything.
    record DriftNotJudged(long comparisons) implements Reason {
        public DriftNotJudged {
            Checks.count("comparisons", comparisons);
        }
    }

    record NoCases(Scope scope) implements Reason {}

    record CasesNotScored(long notScored, long received) implements Reason {
        public CasesNotScored {
            Checks.count("cases not scored", notScored);
            Checks.order(notScored <= received, "%d not scored of %d received".formatted(notScored, received));
        }
    }

    /// @param severe those marked severe, of `flags`
    record ErrorsFlagged(long flags, long severe) implements Reason {
        public ErrorsFlagged {
            Checks.count("severe flags", severe);
            Checks.order(severe <= flags, "%d severe of %d flags".formatted(severe, flags));
        }
    }

    /// A replay of the version in force did not give its production scores again.
    record NotReproduced(String version, double largestDifference, double tolerance) implements Reason {
        public NotReproduced {
            Checks.text("version", version);
            Checks.finite("largest difference", largestDifference);
            Checks.finite("tolerance", tolerance);
        }
    }

    record CandidateJudged(String version, ShadowComparison.Verdict verdict) implements Reason {
        public CandidateJudged {
            Checks.text("version", version);
        }
    }

    record NoPolicy() implements Reason {}
}
