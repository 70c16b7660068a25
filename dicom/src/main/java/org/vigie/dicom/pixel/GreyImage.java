package org.vigie.dicom.pixel;

/// One frame as grey values, larger meaning brighter.
///
/// Values are those after the modality transformation (Modality LUT, or Rescale Slope and Intercept), before any
/// window. MONOCHROME1 is turned around among the stored values, before the modality transformation: a stored value
/// `v` becomes `minimum + maximum - v` of the range that Bits Stored gives, which is `maximum - v` for unsigned and
/// `-1 - v` for signed pixels. Colours become luminance, `0.299 R + 0.587 G + 0.114 B`. All stored values of up to 16
/// bits are exact in a float.
///
/// @param values row by row from the top left; not copied, do not change them
public record GreyImage(int rows, int columns, float[] values) {

    public GreyImage {
        if (rows < 1 || columns < 1 || values.length != (long) rows * columns) {
            throw new IllegalArgumentException(rows + " x " + columns + " are not " + values.length + " values");
        }
    }

    public float at(int row, int column) {
        return values[row * columns + column];
    }
}
