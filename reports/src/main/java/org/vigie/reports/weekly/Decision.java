package org.vigie.reports.weekly;

/// What the quality officer is asked to decide this week.
public sealed interface Decision {

    /// Keep the model in use, restrict it or take it out of use, because a minimum is missed.
    record ContinueRestrictOrStop(Metric metric, Scope scope) implements Decision {}

    record InvestigateDrift(Stream stream, Scope scope) implements Decision {}

    /// Promote a candidate or keep it in shadow.
    record Promote(String version, ShadowComparison.Verdict verdict) implements Decision {
        public Promote {
            Checks.text("version", version);
        }
    }

    /// End the shadow evaluation of a candidate.
    record EndShadow(String version) implements Decision {
        public EndShadow {
            Checks.text("version", version);
        }
    }

    /// @param cases further cases with truth that would settle the verdict
    record CollectTruth(Metric metric, Scope scope, long cases) implements Decision {
        public CollectTruth {
            Checks.order(cases > 0, "no case to collect: " + cases);
        }
    }

    record AnswerFlags(long open) implements Decision {
        public AnswerFlags {
            Checks.order(open > 0, "no open flag: " + open);
        }
    }

    record CloseAlerts(long open) implements Decision {
        public CloseAlerts {
            Checks.order(open > 0, "no open alert: " + open);
        }
    }

    record ApproveRetraining(String version) implements Decision {
        public ApproveRetraining {
            Checks.text("version", version);
        }
    }

    record SetPolicy() implements Decision {}
}
