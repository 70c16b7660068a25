package org.vigie.monitor.alert;

/// What an alert is about.
public enum AlertKind {
    /// Inputs, scores or features differ from the reference.
    DRIFT,
    /// Sensitivity or specificity fell below its minimum, by the evidence of all weeks.
    THRESHOLD,
    /// A clinician reported harm or near harm.
    INCIDENT
}
