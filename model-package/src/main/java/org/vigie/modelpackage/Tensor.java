package org.vigie.modelpackage;

/// One image as a model takes it.
///
/// @param values channel by channel, row by row
public record Tensor(float[] values, int channels, int height, int width) {

    public Tensor {
        if (values.length != channels * height * width) {
            throw new IllegalArgumentException(
                    "%d values for %d x %d x %d".formatted(values.length, channels, height, width));
        }
    }

    public boolean sameSizeAs(Tensor other) {
        return channels == other.channels && height == other.height && width == other.width;
    }
}
