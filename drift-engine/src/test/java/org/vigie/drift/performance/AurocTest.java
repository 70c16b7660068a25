package org.vigie.drift.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.vigie.drift.OracleSamples.uniform;
import static org.vigie.drift.OracleSamples.values;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.vigie.drift.interval.Interval;

class AurocTest {

    // ---- oracle

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "delong.oracle.csv", useHeadersInDisplayName = true)
    void agreesWithAllPairs(
            String name,
            String score,
            long labelSeed,
            String labelRule,
            double area,
            double variance,
            double lower,
            double upper) {
        double[] scores = values(score);
        Auroc auroc = Auroc.of(scores, labels(scores, labelSeed, labelRule)).orElseThrow();

        assertThat(auroc.value()).isCloseTo(area, within(1e-12));
        assertThat(auroc.variance()).hasValueCloseTo(variance, within(1e-14));
        assertThat(auroc.plainInterval(0.95).lower()).isCloseTo(lower, within(1e-10));
        assertThat(auroc.plainInterval(0.95).upper()).isCloseTo(upper, within(1e-10));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "delong_paired.oracle.csv", useHeadersInDisplayName = true)
    void pairedComparisonAgreesWithAllPairs(
            String name,
            String score,
            long labelSeed,
            String labelRule,
            long secondSeed,
            double first,
            double second,
            double covariance,
            double z,
            double p) {
        double[] scores = values(score);
        double[] noise = uniform(secondSeed, scores.length);
        double[] others = IntStream.range(0, scores.length)
                .mapToDouble(i -> 0.5 * scores[i] + 0.5 * noise[i])
                .toArray();
        AurocComparison comparison = AurocComparison.of(scores, others, labels(scores, labelSeed, labelRule))
                .orElseThrow();

        assertThat(comparison.champion()).isCloseTo(first, within(1e-12));
        assertThat(comparison.candidate()).isCloseTo(second, within(1e-12));
        assertThat(comparison.covariance()).hasValueCloseTo(covariance, within(1e-13));
        assertThat(comparison.z()).hasValueCloseTo(z, within(1e-9));
        assertThat(comparison.pValue()).hasValueCloseTo(p, within(1e-11));
        assertThat(comparison.interval(0.95).orElseThrow().contains(0)).isEqualTo(p > 0.05);
    }

    // ---- laws

    @Property
    void isTheShareOfPairsRankedRightly(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 5) Integer> positives,
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 5) Integer> negatives) {
        double right = 0;
        for (int positive : positives) {
            for (int negative : negatives) {
                right += positive > negative ? 1 : positive == negative ? 0.5 : 0;
            }
        }
        assertThat(auroc(positives, negatives).value())
                .isCloseTo(right / (positives.size() * negatives.size()), within(1e-12));
    }

    @Property
    void reversingTheScoresMirrorsIt(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 5) Integer> positives,
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 5) Integer> negatives) {
        assertThat(auroc(negatives, positives).value())
                .isCloseTo(1 - auroc(positives, negatives).value(), within(1e-12));
    }

    // ---- theory

    @Test
    void theIntervalCoversTheTrueArea() {
        // scores uniform, P(positive) = score: AUROC = 5/6 (∫ of the two triangular densities)
        var random = new SplittableRandom(5);
        int covered = 0;
        for (int run = 0; run < 1_000; run++) {
            double[] scores = random.doubles(200).toArray();
            boolean[] labels = new boolean[200];
            for (int i = 0; i < 200; i++) {
                labels[i] = random.nextDouble() < scores[i];
            }
            covered += Auroc.of(scores, labels).orElseThrow().interval(0.95).contains(5.0 / 6) ? 1 : 0;
        }
        // binomial standard error 0.7 %
        assertThat(covered / 1_000.0).isBetween(0.93, 0.97);
    }

    @Test
    void theIntervalCoversAnAreaNearOneOfFewCases() {
        // normal scores apart by 1.645 √2: AUROC = 0.95
        var random = new SplittableRandom(6);
        int covered = 0;
        for (int run = 0; run < 1_000; run++) {
            double[] scores = new double[20];
            boolean[] labels = new boolean[20];
            for (int i = 0; i < 20; i++) {
                labels[i] = i % 2 == 0;
                scores[i] = random.nextGaussian() + (labels[i] ? 1.644853627 * Math.sqrt(2) : 0);
            }
            covered += Auroc.of(scores, labels).orElseThrow().interval(0.95).contains(0.95) ? 1 : 0;
        }
        assertThat(covered / 1_000.0).isGreaterThan(0.94);
    }

    // ---- edge cases

    @Test
    void thereIsNoneWithoutPositives() {
        assertThat(Auroc.of(new double[] {0.1, 0.2}, new boolean[] {false, false}))
                .isEmpty();
        assertThat(Auroc.of(new double[] {}, new boolean[] {})).isEmpty();
    }

    @Test
    void perfectSeparationIsOnlyABound() {
        Auroc auroc = auroc(List.of(5, 6, 7, 8), List.of(1, 2, 3));
        Interval interval = auroc.interval(0.95);

        assertThat(auroc.value()).isEqualTo(1);
        // Clopper–Pearson of 3 in 3: 0.025^(1/3)
        assertThat(interval.lower()).isCloseTo(Math.cbrt(0.025), within(1e-9));
        assertThat(interval.upper()).isEqualTo(1);
    }

    @Test
    void oneCaseOfAClassLeavesAlmostEverythingOpen() {
        Auroc auroc = auroc(List.of(4), List.of(1, 2, 3, 5));

        assertThat(auroc.variance()).isEmpty();
        assertThat(auroc.interval(0.95)).isEqualTo(new Interval(0, 1, 0.95));
    }

    @Test
    void modelsThatRankAlikeHaveNoDifferenceToTest() {
        double[] scores = {0.1, 0.4, 0.35, 0.8};
        double[] doubled = Arrays.stream(scores).map(x -> 2 * x).toArray();
        AurocComparison comparison = AurocComparison.of(scores, doubled, new boolean[] {false, false, true, true})
                .orElseThrow();

        assertThat(comparison.difference()).isZero();
        assertThat(comparison.pValue()).isEmpty();
        assertThat(comparison.interval(0.95)).isEmpty();
    }

    @Test
    void namesTheScoreThatIsNotFinite() {
        assertThatThrownBy(() -> Auroc.of(new double[] {0.5, Double.NaN}, new boolean[] {true, false}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("scores[1] is NaN");
    }

    @Test
    void rejectsScoresWithoutAReferenceStandard() {
        assertThatThrownBy(() -> Auroc.of(new double[] {0.5}, new boolean[] {true, false}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 scores for 2 reference standards");
    }

    // ---- fixtures

    private static Auroc auroc(List<Integer> positives, List<Integer> negatives) {
        double[] scores = new double[positives.size() + negatives.size()];
        boolean[] labels = new boolean[scores.length];
        for (int i = 0; i < positives.size(); i++) {
            scores[i] = positives.get(i);
            labels[i] = true;
        }
        for (int j = 0; j < negatives.size(); j++) {
            scores[positives.size() + j] = negatives.get(j);
        }
        return Auroc.of(scores, labels).orElseThrow();
    }

    private static boolean[] labels(double[] scores, long seed, String rule) {
        double[] u = uniform(seed, scores.length);
        boolean[] labels = new boolean[scores.length];
        for (int i = 0; i < scores.length; i++) {
            labels[i] = u[i] < (rule.equals("score") ? scores[i] : 0.2 + 0.6 * scores[i]);
        }
        return labels;
    }
}
