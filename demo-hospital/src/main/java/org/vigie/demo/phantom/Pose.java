package org.vigie.demo.phantom;

import java.util.SplittableRandom;

/// How the patient stands before the detector on one visit: a small rotation, magnification and shift.
record Pose(float cos, float sin, float scale, float shiftX, float shiftY, float inspiration) {

    static Pose draw(SplittableRandom random) {
        double angle = Math.toRadians(2.2 * random.nextGaussian());
        return new Pose(
                (float) Math.cos(angle),
                (float) Math.sin(angle),
                Body.between(random, 0.94f, 1.06f),
                0.025f * (float) random.nextGaussian(),
                0.025f * (float) random.nextGaussian(),
                0.03f * (float) random.nextGaussian());
    }

    float bodyX(float imageX, float imageY) {
        return (cos * (imageX - shiftX) + sin * (imageY - shiftY)) / scale;
    }

    float bodyY(float imageX, float imageY) {
        return (-sin * (imageX - shiftX) + cos * (imageY - shiftY)) / scale;
    }

    float imageX(float bodyX, float bodyY) {
        return scale * (cos * bodyX - sin * bodyY) + shiftX;
    }

    float imageY(float bodyX, float bodyY) {
        return scale * (sin * bodyX + cos * bodyY) + shiftY;
    }
}
