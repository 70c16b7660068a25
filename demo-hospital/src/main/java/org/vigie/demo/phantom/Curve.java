package org.vigie.demo.phantom;

import java.util.function.DoubleUnaryOperator;

/// A smooth function on [-1.6, 1.6], tabulated once so that a pixel costs a look-up and not a power.
final class Curve {
    private static final double LOW = -1.6;
    private static final double HIGH = 1.6;
    private static final int STEPS = 1024;

    private final float[] table = new float[STEPS + 2];

    Curve(DoubleUnaryOperator f) {
        for (int i = 0; i < table.length; i++) {
            table[i] = (float) f.applyAsDouble(LOW + (HIGH - LOW) * i / STEPS);
        }
    }

    float at(float x) {
        float position = (float) ((x - LOW) * (STEPS / (HIGH - LOW)));
        float clamped = Math.clamp(position, 0f, (float) STEPS);
        int i = (int) clamped;
        return table[i] + (clamped - i) * (table[i + 1] - table[i]);
    }
}
