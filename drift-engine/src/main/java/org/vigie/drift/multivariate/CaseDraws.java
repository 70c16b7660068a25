package org.vigie.drift.multivariate;

import java.util.SplittableRandom;

/// Random choices of cases, each from its number alone, so that they may be made in any order and by any thread.
///
/// @param cases how many there are to choose from
/// @param hand how many are chosen
/// @param seed the same seed gives the same choices
record CaseDraws(int cases, int hand, long seed) {

    /// The cases of one choice, each at most once.
    int[] draw(int number) {
        var random = new SplittableRandom(seed ^ scattered(number + 1L));
        int[] deck = new int[cases];
        for (int i = 0; i < cases; i++) {
            deck[i] = i;
        }
        int[] chosen = new int[hand];
        for (int i = 0; i < hand; i++) {
            int j = random.nextInt(i, cases);
            chosen[i] = deck[j];
            deck[j] = deck[i];
        }
        return chosen;
    }

    /// Neighbouring numbers far apart: seeds that differ by a multiple of the generator's step would give the
    /// same sequence, shifted.
    private static long scattered(long number) {
        long z = number * 0xd6e8feb86659fd93L;
        z = (z ^ (z >>> 32)) * 0xd6e8feb86659fd93L;
        return z ^ (z >>> 32);
    }
}
