package org.vigie.shadow;

/// A package that is not the one that the lease names: it is not run.
final class PackageMismatch extends Exception {

    private static final long serialVersionUID = 1;

    PackageMismatch(String message) {
        super(message);
    }
}
