package org.vigie.modelpackage;

/// A GPU was asked for and cannot be used; nothing runs on the CPU instead.
public final class GpuUnavailable extends Exception {

    private static final long serialVersionUID = 1;

    GpuUnavailable(String reason) {
        super(reason);
    }
}
