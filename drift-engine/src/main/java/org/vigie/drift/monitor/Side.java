package org.vigie.drift.monitor;

/// One of the two windows that are compared.
public enum Side {
    REFERENCE,
    CURRENT
}
