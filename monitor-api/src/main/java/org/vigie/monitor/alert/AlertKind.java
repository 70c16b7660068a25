package org.vigie.monitor.alert;

/// What an alert is about.
public enum AlertKind {
    /// Inputs, scores or features differ from the reference.
    DRIFT,
    /// The whole interval of sensitivity or specificity lies below its minimum.
    THRESHOLD,
    /// A clinician reported harm or near harm.
    INCIDENT
}
