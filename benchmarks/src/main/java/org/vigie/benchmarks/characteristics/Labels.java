package org.vigie.benchmarks.characteristics;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Labels after Zipf's law: a few categories hold most cases. Label `k` of `K` has a share proportional to `1/k`.
final class Labels {

    private Labels() {}

    static List<String> draw(RandomGenerator random, int categories, int size) {
        double total = 0;
        for (int k = 1; k <= categories; k++) {
            total += 1.0 / k;
        }
        List<String> labels = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            double draw = random.nextDouble() * total;
            int k = 1;
            while (k < categories && draw >= 1.0 / k) {
                draw -= 1.0 / k;
                k++;
            }
            labels.add("c" + k);
        }
        return labels;
    }
}
