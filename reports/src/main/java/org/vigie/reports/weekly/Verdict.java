package org.vigie.reports.weekly;

/// Whether a requirement is met, judged by an interval and never by a point estimate.
public enum Verdict {
    PASS,
    FAIL,
    INCONCLUSIVE
}
