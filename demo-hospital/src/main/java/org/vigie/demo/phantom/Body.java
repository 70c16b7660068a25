package org.vigie.demo.phantom;

import java.util.SplittableRandom;

/// What stays the same in a patient from one visit to the next: sizes of body, chest, heart and bones.
/// Lengths are in units of half the image; `x` grows to the image's right (the patient's left), `y` downwards.
record Body(
        float width,
        float chest,
        float diaphragm,
        float heartSize,
        float heartTilt,
        float ribSpacing,
        float ribPhase,
        float ribContrast,
        float boneDensity,
        float thickness,
        float lungDensity,
        float breast,
        long vesselSeed) {

    static Body draw(long seed) {
        SplittableRandom random = Seeds.random(seed, 1);
        boolean breast = random.nextDouble() < 0.5;
        return new Body(
                between(random, 0.90f, 1.02f),
                between(random, 0.92f, 1.05f),
                between(random, -0.06f, 0.08f),
                between(random, 0.85f, 1.18f),
                between(random, 0.35f, 0.65f),
                between(random, 0.128f, 0.150f),
                between(random, 0f, 1f),
                between(random, 0.075f, 0.115f),
                between(random, 0.85f, 1.15f),
                between(random, 0.90f, 1.14f),
                between(random, 0.92f, 1.08f),
                breast ? between(random, 0.03f, 0.11f) : 0f,
                random.nextLong());
    }

    static float between(SplittableRandom random, float low, float high) {
        return low + (high - low) * (float) random.nextDouble();
    }
}
