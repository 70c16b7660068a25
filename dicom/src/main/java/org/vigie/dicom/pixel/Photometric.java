package org.vigie.dicom.pixel;

import org.vigie.dicom.DicomException;
import org.vigie.dicom.DicomException.Reason;

/// Photometric Interpretation (0028,0004), PS3.3 C.7.6.3.1.2.
public enum Photometric {
    MONOCHROME1(1),
    MONOCHROME2(1),
    PALETTE_COLOR(1),
    RGB(3),
    YBR_FULL(3),
    YBR_FULL_422(3),
    YBR_ICT(3),
    YBR_RCT(3);

    private final int samples;

    Photometric(int samples) {
        this.samples = samples;
    }

    /// Samples per pixel.
    public int samples() {
        return samples;
    }

    /// Whether samples are luminance and two colour differences.
    public boolean isYbr() {
        return switch (this) {
            case YBR_FULL, YBR_FULL_422, YBR_ICT, YBR_RCT -> true;
            case MONOCHROME1, MONOCHROME2, PALETTE_COLOR, RGB -> false;
        };
    }

    static Photometric of(String text) throws DicomException {
        for (Photometric photometric : values()) {
            if (photometric.name().equals(text.replace(' ', '_'))) {
                return photometric;
            }
        }
        throw new DicomException(
                Reason.UNSUPPORTED_PIXEL_FORMAT, "Photometric Interpretation (0028,0004) is none that Vigie reads");
    }
}
