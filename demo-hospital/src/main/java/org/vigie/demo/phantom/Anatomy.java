package org.vigie.demo.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// The attenuation image of one visit, before any scanner has seen it.
///
/// @param size rows and columns
/// @param attenuation row by row
/// @param nodules what was put into the lungs
record Anatomy(int size, float[] attenuation, List<Nodule> nodules) {
    /// Attenuation at a nodule's centre for grades 1 to 4.
    private static final float[] CONTRAST = {0.15f, 0.20f, 0.26f, 0.34f};

    static Anatomy draw(long patientSeed, long visitSeed, boolean withNodule, int size) {
        Body body = Body.draw(patientSeed);
        SplittableRandom visit = Seeds.random(visitSeed, 2);
        Pose pose = Pose.draw(visit);
        Thorax thorax = new Thorax(body, pose);
        ValueNoise coarse = new ValueNoise(visit, 2.7f);
        ValueNoise middle = new ValueNoise(visit, 9f);
        ValueNoise fine = new ValueNoise(visit, 26f);
        float[] vessels = Vessels.paint(body, pose, size);
        float[] lungs = new float[size * size];
        float[] image = new float[size * size];
        float step = 2f / size;
        for (int row = 0; row < size; row++) {
            float imageY = (row + 0.5f) * step - 1;
            for (int column = 0; column < size; column++) {
                float imageX = (column + 0.5f) * step - 1;
                float x = pose.bodyX(imageX, imageY);
                float y = pose.bodyY(imageX, imageY);
                int at = row * size + column;
                float lung = thorax.lung(x, y);
                float value = thorax.attenuation(x, y, lung);
                if (value > 0) {
                    value += 0.022f * coarse.at(x, y) + 0.012f * middle.at(x, y);
                    value += lung * (0.016f * fine.at(x, y) + vessels[at]);
                }
                lungs[at] = lung;
                image[at] = value;
            }
        }
        List<Nodule> nodules =
                withNodule ? place(Seeds.random(patientSeed, 3), body, pose, lungs, image, size) : List.of();
        return new Anatomy(size, image, nodules);
    }

    private static List<Nodule> place(
            SplittableRandom random, Body body, Pose pose, float[] lungs, float[] image, int size) {
        int wanted = random.nextDouble() < 0.2 ? 2 : 1;
        List<Nodule> placed = new ArrayList<>();
        for (int attempt = 0; attempt < 500 && placed.size() < wanted; attempt++) {
            float x = Body.between(random, -0.75f, 0.75f) * body.chest();
            float y = Body.between(random, -0.60f, 0.45f);
            int grade = 1 + random.nextInt(Nodule.GRADES);
            float radius = Body.between(random, 0.045f, 0.085f) * size / 2;
            float column = (pose.imageX(x, y) + 1) * size / 2;
            float row = (pose.imageY(x, y) + 1) * size / 2;
            int at = Math.clamp((int) row, 0, size - 1) * size + Math.clamp((int) column, 0, size - 1);
            if (lungs[at] < 0.8f) {
                continue;
            }
            Nodule nodule = new Nodule(column, row, radius, grade, CONTRAST[grade - 1]);
            paint(nodule, image, size);
            placed.add(nodule);
        }
        return List.copyOf(placed);
    }

    /// A ball's shadow: as deep as the way through it is long, with a soft rim.
    private static void paint(Nodule nodule, float[] image, int size) {
        int reach = (int) Math.ceil(nodule.radius()) + 1;
        int row = (int) nodule.row();
        int column = (int) nodule.column();
        for (int i = Math.max(0, row - reach); i <= Math.min(size - 1, row + reach); i++) {
            for (int j = Math.max(0, column - reach); j <= Math.min(size - 1, column + reach); j++) {
                double dx = (j + 0.5 - nodule.column()) / nodule.radius();
                double dy = (i + 0.5 - nodule.row()) / nodule.radius();
                double inside = 1 - dx * dx - dy * dy;
                if (inside > 0) {
                    image[i * size + j] += (float) (nodule.contrast() * Math.pow(inside, 0.6));
                }
            }
        }
    }
}
