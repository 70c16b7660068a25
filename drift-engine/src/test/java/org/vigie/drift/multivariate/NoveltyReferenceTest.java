package org.vigie.drift.multivariate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.vigie.drift.multivariate.FeatureSamples.normal;
import static org.vigie.drift.multivariate.FeatureSamples.rows;

import java.util.Collections;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.drift.window.FeatureWindow;

class NoveltyReferenceTest {

    private static final FeatureWindow REFERENCE = normal(500, 6, 0.4, 0, 1);

    // ---- theory

    @Test
    void asManyFamiliarCasesAreNovelAsWasAskedFor() {
        int novel = 0;
        for (int run = 0; run < 40; run++) {
            var reference = NoveltyReference.of(normal(200, 4, 0.4, 0, 100 + run), 1);
            FeatureWindow cases = normal(50, 4, 0.4, 0, 200 + run);
            for (int i = 0; i < cases.size(); i++) {
                novel += judged(reference, cases, i, 0.1).novel() ? 1 : 0;
            }
        }

        // 2,000 cases; those of one run share a reference, which doubles the standard error
        assertThat(novel / 2_000.0).isCloseTo(0.1, within(4 * 2 * Math.sqrt(0.09 / 2_000)));
    }

    @Test
    void aCaseFarAwayIsNovel() {
        var judged =
                (CaseNovelty.Judged) NoveltyReference.of(REFERENCE, 1).judge(new float[] {6, -6, 6, -6, 6, -6}, 0.01);

        assertThat(judged.novel()).isTrue();
        assertThat(judged.pValue()).isEqualTo(1 / 501.0);
        assertThat(judged.distance()).isGreaterThan(judged.threshold());
    }

    // ---- laws

    @Test
    void thresholdAndPValueAgree() {
        var reference = NoveltyReference.of(REFERENCE, 1);
        FeatureWindow cases = normal(200, 6, 0.2, 0.5, 3);

        for (double share : new double[] {0.01, 0.05, 0.2}) {
            for (int i = 0; i < cases.size(); i++) {
                var judged = judged(reference, cases, i, share);
                assertThat(judged.novel()).isEqualTo(judged.distance() > reference.threshold(share));
                assertThat(judged.novel()).isEqualTo(judged.pValue() <= share);
            }
        }
    }

    @Test
    void measuresTheMeanDistanceToTheNearest() {
        // values 0 1 2 3 4: mean 2, deviation √2; nearest two of 3.4 are 3 and 4
        var reference = NoveltyReference.of(rows(new double[][] {{0}, {1}, {2}, {3}, {4}}), 2, 1);

        var judged = (CaseNovelty.Judged) reference.judge(new float[] {3.4f}, 0.5);

        assertThat(judged.distance()).isCloseTo((0.4 + 0.6) / 2 / Math.sqrt(2), within(1e-6));
        assertThat(judged.nearest()).isEqualTo(3);
        // own distances, times √2: 1.5 1 1 1 1.5
        assertThat(judged.pValue()).isEqualTo(1);
        assertThat(reference.threshold(0.5)).isCloseTo(1 / Math.sqrt(2), within(1e-6));
    }

    // ---- edge cases

    @Test
    void anotherValueOfAConstantIsNovel() {
        var reference = NoveltyReference.of(FeatureWindow.of(Collections.nCopies(100, new float[] {5, 5})), 1);

        assertThat(((CaseNovelty.Judged) reference.judge(new float[] {5, 6}, 0.05)).novel())
                .isTrue();
        assertThat(((CaseNovelty.Judged) reference.judge(new float[] {5, 5}, 0.05)).novel())
                .isFalse();
        assertThat(((CaseNovelty.Judged) reference.judge(new float[] {5, 3e38f}, 0.05)).distance())
                .isFinite();
    }

    @Test
    void whatCannotBeJudgedSaysWhy() {
        var reference = NoveltyReference.of(REFERENCE, 1);

        assertThat(reference.judge(new float[] {1, 2, 3, 4, 5, Float.NaN}, 0.05))
                .isEqualTo(new CaseNovelty.CannotJudge("the case has a missing dimension"));
        assertThat(reference.judge(new float[] {1}, 0.05))
                .isEqualTo(new CaseNovelty.CannotJudge("the case has 1 dimensions, the reference has 6"));
        assertThat(reference.judge(new float[6], 0.001))
                .isEqualTo(new CaseNovelty.CannotJudge(
                        "500 reference cases cannot reach the share 0.001, 999 are required"));
        assertThat(reference.threshold(0.001)).isInfinite();
        assertThatThrownBy(() -> NoveltyReference.of(normal(5, 2, 0, 0, 1), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("reference has 5 cases of 2 dimensions, 6 cases of 1 dimension are required");
    }

    private static CaseNovelty.Judged judged(NoveltyReference reference, FeatureWindow cases, int i, double share) {
        float[] vector = new float[cases.dimensions()];
        IntStream.range(0, vector.length).forEach(k -> vector[k] = cases.get(i, k));
        return (CaseNovelty.Judged) reference.judge(vector, share);
    }
}
