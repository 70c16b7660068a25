package org.vigie.monitor.delivery;

/// How a delivery is written.
public enum DeliveryFormat {
    /// One JSON object a line.
    NDJSON,
    /// RFC 4180, with a header line.
    CSV
}
