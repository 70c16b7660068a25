package org.vigie.dicom;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.vigie.dicom.DicomException.Reason;

/// Inflates no further than allowed.
final class Inflation {

    private Inflation() {}

    /// @throws DicomException if the stream ends early or yields more than `most` bytes
    static byte[] inflate(Inflater inflater, long most) throws DicomException, DataFormatException {
        byte[] target = new byte[1 << 16];
        int size = 0;
        while (!inflater.finished()) {
            if (size == target.length) {
                target = Arrays.copyOf(target, (int) Math.min(2L * size, most + 1));
            }
            int count = inflater.inflate(target, size, target.length - size);
            size += count;
            if (size > most) {
                throw new DicomException(Reason.LIMIT_EXCEEDED, "Deflated bytes exceed the " + most + " allowed");
            }
            if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                throw new DicomException(Reason.TRUNCATED, inflater.getBytesRead(), "Deflated bytes end early");
            }
        }
        return Arrays.copyOf(target, size);
    }
}
