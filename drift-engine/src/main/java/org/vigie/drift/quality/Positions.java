package org.vigie.drift.quality;

import java.util.List;
import java.util.stream.IntStream;

/// Names for positions in the order the values were handed in, counted from 0.
final class Positions {

    private Positions() {}

    static List<String> of(int[] positions) {
        return IntStream.of(positions)
                .limit(QualityFinding.MOST_EXAMPLES)
                .mapToObj(i -> "[" + i + "]")
                .toList();
    }
}
