package org.vigie.demo.phantom;

import java.util.SplittableRandom;

/// Smooth noise in [-1, 1]: random values on a lattice, interpolated with a smooth step.
final class ValueNoise {
    private static final int MASK = 63;

    private final float[] lattice = new float[(MASK + 1) * (MASK + 1)];
    private final float frequency;

    ValueNoise(SplittableRandom random, float frequency) {
        this.frequency = frequency;
        for (int i = 0; i < lattice.length; i++) {
            lattice[i] = 2 * (float) random.nextDouble() - 1;
        }
    }

    float at(float x, float y) {
        // The shift keeps both coordinates positive, so that truncation is the floor.
        float fx = (x + 4) * frequency;
        float fy = (y + 4) * frequency;
        int ix = (int) fx;
        int iy = (int) fy;
        float tx = smooth(fx - ix);
        float ty = smooth(fy - iy);
        float top = lattice(ix, iy) + tx * (lattice(ix + 1, iy) - lattice(ix, iy));
        float bottom = lattice(ix, iy + 1) + tx * (lattice(ix + 1, iy + 1) - lattice(ix, iy + 1));
        return top + ty * (bottom - top);
    }

    private float lattice(int x, int y) {
        return lattice[(y & MASK) * (MASK + 1) + (x & MASK)];
    }

    private static float smooth(float t) {
        return t * t * (3 - 2 * t);
    }
}
