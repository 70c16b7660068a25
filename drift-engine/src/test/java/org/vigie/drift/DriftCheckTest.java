package org.vigie.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.vigie.drift.multiplicity.FalseAlarmBudget;
import org.vigie.drift.verdict.DriftVerdict;

class DriftCheckTest {

    private static final DriftCheck CHECK = DriftCheck.within(new FalseAlarmBudget(1, 52, 3));

    @Test
    void ranksTheStreamThatMovedFirst() {
        DriftFindings findings = CHECK.compare(List.of(
                StreamComparison.numeric("noise", normal(1, 400, 0), normal(2, 100, 0)),
                StreamComparison.numeric("score", normal(3, 400, 0), normal(4, 100, 1)),
                StreamComparison.categorical("view", Collections.nCopies(200, "PA"), Collections.nCopies(60, "PA"))));

        assertThat(findings.ranked()).extracting(DriftFinding::stream).startsWith("score");
        assertThat(findings.drifted()).extracting(DriftFinding::stream).containsExactly("score");
        assertThat(findings.verdict()).isInstanceOf(DriftVerdict.Drifted.class);
    }

    private static double[] normal(long seed, int size, double mean) {
        var random = new SplittableRandom(seed);
        return DoubleStream.generate(() -> random.nextGaussian(mean, 1))
                .limit(size)
                .toArray();
    }
}
