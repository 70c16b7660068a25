package org.vigie.benchmarks.characteristics;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Repeats a trial with numbers drawn from a seed of its own, so that the outcome does not depend on how many
/// threads share the work.
final class Simulation {

    private Simulation() {}

    /// One made-up course of events.
    interface Trial<T> {
        T run(RandomGenerator random, int repetition);
    }

    static <T> java.util.List<T> repeat(int repetitions, long seed, Trial<T> trial) {
        return IntStream.range(0, repetitions)
                .parallel()
                .mapToObj(i -> trial.run(generator(seed, i), i))
                .toList();
    }

    /// How often something happens.
    static Share share(int repetitions, long seed, Trial<Boolean> trial) {
        long hits = repeat(repetitions, seed, trial).stream()
                .filter(Boolean::booleanValue)
                .count();
        return new Share(hits, repetitions);
    }

    private static RandomGenerator generator(long seed, int repetition) {
        return new java.util.SplittableRandom(seed * 0x9E3779B97F4A7C15L + repetition);
    }
}
