package org.vigie.benchmarks.characteristics;

import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/// What values look like in a hospital: smooth, rounded, few, skewed, heavy in the tails.
enum Samples {
    NORMAL("normal", RandomGenerator::nextGaussian),
    ROUNDED("rounded to 0.5 sd", random -> Math.rint(random.nextGaussian() * 2) / 2),
    FIVE_VALUES("five values", random -> Math.floor(random.nextDouble() * 5)),
    SCORE("score near 0", random -> {
        double u = random.nextDouble();
        return u * u * u;
    }),
    HEAVY("heavy tails", random -> {
        double v = 2 * random.nextDouble() - 1;
        return v / (1 - Math.abs(v));
    });

    private final String title;
    private final ToDoubleFunction<RandomGenerator> source;

    Samples(String title, ToDoubleFunction<RandomGenerator> source) {
        this.title = title;
        this.source = source;
    }

    String title() {
        return title;
    }

    double[] draw(RandomGenerator random, int size) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = source.applyAsDouble(random);
        }
        return values;
    }
}
