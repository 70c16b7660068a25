package org.vigie.modelpackage;

import org.jspecify.annotations.Nullable;

/// One thing that is wrong with a package, said so that its author can mend it.
///
/// @param pointer JSON pointer into `model.yaml`, or the name of an entry of the archive; empty for the whole
/// @param line line of `model.yaml`, counted from 1; null where there is none
/// @param detail what is wrong and what would be right
public record Finding(String pointer, @Nullable Integer line, String detail) {

    static Finding of(String pointer, String detail) {
        return new Finding(pointer, null, detail);
    }

    @Override
    public String toString() {
        return (line == null ? "" : "line " + line + ": ") + (pointer.isEmpty() ? "" : pointer + ": ") + detail;
    }
}
