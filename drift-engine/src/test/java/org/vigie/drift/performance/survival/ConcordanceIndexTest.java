package org.vigie.drift.performance.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.vigie.drift.performance.Auroc;

class ConcordanceIndexTest {

    @Property(tries = 500)
    void isThatOfAllPairs(
            @ForAll @Size(max = 25) List<@IntRange(max = 6) Integer> risks,
            @ForAll @IntRange(min = 1, max = 8) int spread,
            @ForAll long seed) {
        int n = risks.size();
        var random = new SplittableRandom(seed);
        double[] risk = risks.stream().mapToDouble(r -> r).toArray();
        double[] time = new double[n];
        boolean[] event = new boolean[n];
        for (int i = 0; i < n; i++) {
            time[i] = random.nextInt(spread);
            event[i] = random.nextInt(3) > 0;
        }
        long concordant = 0;
        long discordant = 0;
        long tied = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                boolean first = event[i] && (time[i] < time[j] || (time[i] == time[j] && !event[j]));
                if (first) {
                    concordant += risk[i] > risk[j] ? 1 : 0;
                    discordant += risk[i] < risk[j] ? 1 : 0;
                    tied += risk[i] == risk[j] ? 1 : 0;
                }
            }
        }
        assertThat(ConcordanceIndex.of(risk, time, event))
                .isEqualTo(new ConcordanceIndex(concordant, discordant, tied));
    }

    @Test
    void withoutCensoringAndWithTwoTimesItIsTheAuroc() {
        double[] risk = {.9, .8, .8, .3, .2, .6};
        double[] time = {1, 1, 1, 5, 5, 5};
        boolean[] early = {true, true, true, false, false, false};

        assertThat(ConcordanceIndex.of(risk, time, new boolean[] {true, true, true, true, true, true})
                        .value())
                .hasValueCloseTo(Auroc.of(risk, early).orElseThrow().value(), within(1e-12));
    }

    @Test
    void reversingTheRisksMirrorsIt() {
        double[] risk = {3, 1, 2, 5, 4};
        double[] reversed = {-3, -1, -2, -5, -4};
        double[] time = {2, 9, 4, 1, 7};
        boolean[] event = {true, false, true, true, false};

        assertThat(ConcordanceIndex.of(reversed, time, event).value())
                .hasValueCloseTo(
                        1 - ConcordanceIndex.of(risk, time, event).value().orElseThrow(), within(1e-12));
    }

    @Test
    void allTiedIsAHalfAndNoPairIsNone() {
        assertThat(ConcordanceIndex.of(new double[3], new double[] {1, 2, 3}, new boolean[] {true, true, true})
                        .value())
                .hasValue(0.5);
        assertThat(ConcordanceIndex.of(new double[2], new double[] {1, 2}, new boolean[2])
                        .value())
                .isEmpty();
        assertThat(ConcordanceIndex.of(new double[2], new double[] {1, 1}, new boolean[] {true, true})
                        .value())
                .isEmpty();
        assertThat(ConcordanceIndex.of(new double[0], new double[0], new boolean[0])
                        .value())
                .isEmpty();
        assertThat(ConcordanceIndex.of(new double[] {0.0, -0.0}, new double[] {1, 2}, new boolean[] {true, true}))
                .isEqualTo(new ConcordanceIndex(0, 0, 1));
    }

    @Test
    void namesWhatIsWrong() {
        assertThatThrownBy(() -> ConcordanceIndex.of(new double[] {Double.NaN}, new double[1], new boolean[1]))
                .hasMessage("risks[0] is NaN");
        assertThatThrownBy(() -> ConcordanceIndex.of(new double[1], new double[] {-1}, new boolean[1]))
                .hasMessage("times[0] is -1.0");
        assertThatThrownBy(() -> ConcordanceIndex.of(new double[1], new double[2], new boolean[1]))
                .hasMessage("1 risks, 2 times and 1 events");
    }
}
