package org.vigie.drift.multivariate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.drift.multivariate.FeatureSamples.normal;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftVerdict;

class DimensionTestsTest {

    private static final DecisionRule RULE = DecisionRule.atLevel(0.05);

    @Test
    void ranksTheDimensionsThatMovedFirst() {
        double[] moved = new double[20];
        moved[3] = 1;
        moved[17] = 2;

        List<DimensionTests.Finding> findings =
                DimensionTests.ranked(normal(100, 0, new double[20], 1), normal(80, 0, moved, 2), RULE);

        assertThat(findings)
                .extracting(DimensionTests.Finding::dimension)
                .startsWith(17, 3)
                .hasSize(20);
        assertThat(findings.stream().limit(2))
                .allSatisfy(finding -> assertThat(finding.result().verdict()).isInstanceOf(DriftVerdict.Drifted.class));
        assertThat(findings).isSortedAccordingTo((a, b) -> Double.compare(a.adjusted(), b.adjusted()));
    }

    @Test
    void theShareOfFalseDiscoveriesIsHeld() {
        double[] moved = new double[20];
        for (int k = 0; k < 5; k++) {
            moved[k] = 1.2;
        }
        double shares = 0;
        int runs = 150;
        for (int run = 0; run < runs; run++) {
            List<DimensionTests.Finding> drifted = DimensionTests.ranked(
                            normal(50, 0.3, new double[20], 2 * run), normal(50, 0.3, moved, 2 * run + 1), RULE)
                    .stream()
                    .filter(finding -> finding.result().verdict() instanceof DriftVerdict.Drifted)
                    .toList();
            long wrong =
                    drifted.stream().filter(finding -> finding.dimension() >= 5).count();
            shares += drifted.isEmpty() ? 0 : (double) wrong / drifted.size();
        }

        assertThat(shares / runs).isLessThan(0.05);
    }

    @Test
    void windowsOfDifferentDimensionsAndThinOnesAreNotJudged() {
        assertThat(DimensionTests.ranked(normal(30, 2, 0, 0, 1), normal(30, 3, 0, 0, 2), RULE))
                .hasSize(3)
                .allSatisfy(finding -> assertThat(finding.result().verdict())
                        .isEqualTo(new DriftVerdict.Inconclusive(
                                "feature vectors have 2 dimensions in the reference window and 3 in the current window",
                                2,
                                3)));
        assertThat(DimensionTests.ranked(normal(30, 2, 0, 0, 1), normal(3, 2, 0, 0, 2), RULE))
                .allSatisfy(finding ->
                        assertThat(finding.result().verdict()).isInstanceOf(DriftVerdict.Inconclusive.class));
    }
}
