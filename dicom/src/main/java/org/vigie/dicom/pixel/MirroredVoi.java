package org.vigie.dicom.pixel;

/// The transformation of a MONOCHROME1 image for a [GreyImage], which is the image turned around.
///
/// @param original what the data set offers, for the values `x` of the image as it is stored
/// @param sum `x` plus the grey image's value, the same for every pixel
public record MirroredVoi(Voi original, double sum) implements Voi {

    @Override
    public double apply(double value, double low, double high) {
        return low + high - original.apply(sum - value, low, high);
    }
}
