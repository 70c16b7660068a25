package org.vigie.reports.weekly;

import org.jspecify.annotations.Nullable;

/// The version in clinical use and one candidate, on the same cases.
///
/// @param margin largest loss that still counts as non-inferior, set before the comparison
/// @param sensitivity over diseased cases
/// @param specificity over non-diseased cases
/// @param planSha256 of the plan registered before the comparison; null: none was registered
public record ShadowComparison(
        String champion,
        String candidate,
        Scope scope,
        Period period,
        long cases,
        double margin,
        Paired sensitivity,
        Paired specificity,
        @Nullable Estimate aurocChampion,
        @Nullable Estimate aurocCandidate,
        @Nullable Estimate aurocDifference,
        @Nullable Reproduction reproduction,
        @Nullable String planSha256,
        Verdict verdict) {

    public enum Verdict {
        SUPERIOR,
        NON_INFERIOR,
        INFERIOR,
        NOT_ENOUGH_DATA
    }

    public ShadowComparison {
        Checks.text("champion", champion);
        Checks.text("candidate", candidate);
        Checks.count("cases", cases);
        Checks.proportion("margin", margin);
        if (planSha256 != null) {
            Checks.order(planSha256.matches("[0-9a-f]{64}"), "not a SHA-256 in hexadecimal: " + planSha256);
        }
    }

    /// Right answers of both versions on the same cases of one kind.
    ///
    /// @param pValue exact McNemar; null: no discordant case
    /// @param difference candidate minus champion; null: no case
    public record Paired(
            long bothRight,
            long championOnly,
            long candidateOnly,
            long neither,
            @Nullable Double pValue,
            @Nullable Estimate difference,
            Verdict verdict) {
        public Paired {
            Checks.count("both right", bothRight);
            Checks.count("champion only", championOnly);
            Checks.count("candidate only", candidateOnly);
            Checks.count("neither", neither);
            Checks.proportionOrAbsent("p-value", pValue);
        }

        public long cases() {
            return bothRight + championOnly + candidateOnly + neither;
        }
    }

    /// Whether the replayed champion gave its production scores again; if not, the comparison is void.
    public record Reproduction(long cases, double largestDifference, double tolerance) {
        public Reproduction {
            Checks.count("cases", cases);
            Checks.finite("largest difference", largestDifference);
            Checks.finite("tolerance", tolerance);
        }

        public boolean holds() {
            return largestDifference <= tolerance;
        }
    }
}
