package org.vigie.modelpackage;

import java.util.function.DoubleUnaryOperator;

/// Values on their way from an image to a tensor, with the range they may have.
///
/// @param low least possible value, whatever this image uses
/// @param high greatest possible value
record GreyPlane(float[] values, int width, int height, double low, double high) {

    GreyPlane map(DoubleUnaryOperator change, double newLow, double newHigh) {
        float[] changed = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            changed[i] = (float) change.applyAsDouble(values[i]);
        }
        return new GreyPlane(changed, width, height, newLow, newHigh);
    }

    GreyPlane cutTo(double newLow, double newHigh) {
        return map(value -> Math.clamp(value, newLow, newHigh), newLow, newHigh);
    }

    GreyPlane resized(float[] changed, int newWidth, int newHeight) {
        return new GreyPlane(changed, newWidth, newHeight, low, high);
    }
}
