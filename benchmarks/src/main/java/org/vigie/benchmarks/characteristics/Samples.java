package org.vigie.benchmarks.characteristics;

import java.util.random.RandomGenerator;

/// What values look like in a hospital: smooth, rounded, few, skewed, heavy in the tails.
enum Samples {
    NORMAL("normal"),
    ROUNDED("rounded to 0.5 sd"),
    FIVE_VALUES("five values"),
    SCORE("score near 0"),
    HEAVY("heavy tails");

    private final String title;

    Samples(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    double[] draw(RandomGenerator random, int size) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = draw(random);
        }
        return values;
    }

    private double draw(RandomGenerator random) {
        return switch (this) {
            case NORMAL -> random.nextGaussian();
            case ROUNDED -> Math.rint(random.nextGaussian() * 2) / 2;
            case FIVE_VALUES -> Math.floor(random.nextDouble() * 5);
            case SCORE -> {
                double u = random.nextDouble();
                yield u * u * u;
            }
            case HEAVY -> {
                double v = 2 * random.nextDouble() - 1;
                yield v / (1 - Math.abs(v));
            }
        };
    }
}
