package org.vigie.demo.phantom;

import java.util.SplittableRandom;

/// The branching shadows of the lung vessels: from each hilum a few trees, thinner with each branching.
final class Vessels {
    private static final int TRUNKS = 9;
    private static final int GENERATIONS = 5;
    private static final float STEP = 0.016f;

    private final int size;
    private final Pose pose;
    private final float[] shadow;

    private Vessels(int size, Pose pose) {
        this.size = size;
        this.pose = pose;
        this.shadow = new float[size * size];
    }

    static float[] paint(Body body, Pose pose, int size) {
        Vessels vessels = new Vessels(size, pose);
        SplittableRandom random = new SplittableRandom(body.vesselSeed());
        for (int side = -1; side <= 1; side += 2) {
            for (int trunk = 0; trunk < TRUNKS; trunk++) {
                double angle = -1.25 + 2.5 * (trunk + random.nextDouble()) / TRUNKS;
                vessels.grow(
                        random, side, 0.15f, -0.02f + 0.05f * (float) random.nextGaussian(), angle, 0.019f, 0.115f, 0);
            }
        }
        return vessels.shadow;
    }

    private void grow(
            SplittableRandom random,
            int side,
            float x,
            float y,
            double angle,
            float radius,
            float depth,
            int generation) {
        double heading = angle;
        float px = x;
        float py = y;
        int steps = 5 + random.nextInt(7);
        for (int i = 0; i < steps; i++) {
            heading += 0.14 * random.nextGaussian();
            px += STEP * (float) Math.cos(heading);
            py += STEP * (float) Math.sin(heading);
            stamp(side * px, py, radius, depth);
        }
        if (generation + 1 < GENERATIONS && px < 0.85f && Math.abs(py) < 0.85f) {
            double spread = 0.28 + 0.25 * random.nextDouble();
            grow(random, side, px, py, heading + spread, radius * 0.78f, depth * 0.80f, generation + 1);
            grow(random, side, px, py, heading - spread, radius * 0.78f, depth * 0.80f, generation + 1);
        }
    }

    /// Keeps the deeper shadow where two cross, so that a tree does not brighten where it overlaps itself.
    private void stamp(float x, float y, float radius, float depth) {
        float column = (pose.imageX(x, y) + 1) * size / 2;
        float row = (pose.imageY(x, y) + 1) * size / 2;
        float r = radius * size / 2;
        int reach = (int) Math.ceil(r);
        for (int i = Math.max(0, (int) row - reach); i <= Math.min(size - 1, (int) row + reach); i++) {
            for (int j = Math.max(0, (int) column - reach); j <= Math.min(size - 1, (int) column + reach); j++) {
                float dx = (j + 0.5f - column) / r;
                float dy = (i + 0.5f - row) / r;
                float inside = 1 - dx * dx - dy * dy;
                if (inside > 0) {
                    int at = i * size + j;
                    shadow[at] = Math.max(shadow[at], depth * inside);
                }
            }
        }
    }
}
