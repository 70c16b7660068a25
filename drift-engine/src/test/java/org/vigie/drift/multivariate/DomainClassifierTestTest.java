package org.vigie.drift.multivariate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.vigie.drift.multivariate.FeatureSamples.normal;
import static org.vigie.drift.multivariate.FeatureSamples.share;

import java.util.Collections;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftResult;
import org.vigie.drift.verdict.DriftVerdict;
import org.vigie.drift.window.FeatureWindow;

class DomainClassifierTestTest {

    private static final DecisionRule RULE = DecisionRule.atLevel(0.05);

    @Test
    void falseAlarmsAreNoMoreThanTheLevelSays() {
        int runs = 120;
        double alarms = share(
                runs,
                run -> DomainClassifierTest.test(
                                normal(30, 3, 0.3, 0, 2 * run), normal(20, 3, 0.3, 0, 2 * run + 1), RULE.withSeed(run))
                        .drift());

        assertThat(alarms).isLessThan(0.05 + 4 * Math.sqrt(0.05 * 0.95 / runs));
    }

    @Test
    void tellsApartWhatDiffersAndSaysByWhat() {
        double[] moved = {0, 0, 1.5, 0};
        var result = DomainClassifierTest.test(normal(150, 0, new double[4], 1), normal(100, 0, moved, 2), RULE);

        assertThat(result.drift().verdict()).isInstanceOf(DriftVerdict.Drifted.class);
        assertThat(result.drift().value().orElseThrow()).isBetween(0.75, 0.95); // Φ(1.5 / √2) = 0.86 at best
        assertThat(result.importance().getFirst().dimension()).isEqualTo(2);
        assertThat(result.importance().stream()
                        .mapToDouble(DomainClassifierTest.Importance::share)
                        .sum())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void theNumberOfThreadsChangesNothing() throws Exception {
        FeatureWindow reference = normal(60, 3, 0.3, 0, 1);
        FeatureWindow current = normal(40, 3, 0.3, 0.4, 2);
        var here = DomainClassifierTest.test(reference, current, RULE);

        for (int threads : new int[] {1, 3}) {
            try (var pool = new ForkJoinPool(threads)) {
                assertThat(pool.submit(() -> DomainClassifierTest.test(reference, current, RULE))
                                .get())
                        .isEqualTo(here);
            }
        }
    }

    @Test
    void identicalRowsCannotBeToldApart() {
        FeatureWindow constant = FeatureWindow.of(Collections.nCopies(30, new float[] {1, 2}));

        DriftResult result = DomainClassifierTest.test(constant, constant, RULE).drift();

        assertThat(result.value()).hasValue(0.5);
        assertThat(result.verdict()).isEqualTo(new DriftVerdict.Stable(1, 0.05));
    }

    @Test
    void whatCannotBeJudgedSaysWhy() {
        var result = DomainClassifierTest.test(
                normal(6, 2, 0, 0, 1), normal(6, 2, 0, 0, 2), RULE.withMinimumObservations(1));

        assertThat(result.drift().verdict())
                .isEqualTo(
                        new DriftVerdict.Inconclusive("windows of 3 and 3 cases cannot reach the level 0.025", 3, 5));
        assertThat(result.importance()).isEmpty();
    }
}
