package org.vigie.demo.phantom;

import java.util.SplittableRandom;

/// Derives one independent seed per study and purpose, so that studies can be made in any order and on
/// any number of threads and still come out the same.
public final class Seeds {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private Seeds() {}

    /// A seed of its own for each path of numbers below `seed` (SplitMix64's finaliser at each step).
    public static long derive(long seed, long... path) {
        long h = mix(seed + GOLDEN_GAMMA);
        for (long step : path) {
            h = mix(h ^ mix(step + GOLDEN_GAMMA));
        }
        return h;
    }

    static SplittableRandom random(long seed, long... path) {
        return new SplittableRandom(derive(seed, path));
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
