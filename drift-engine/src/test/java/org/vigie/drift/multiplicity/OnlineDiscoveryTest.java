package org.vigie.drift.multiplicity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.drift.multiplicity.OnlineDiscovery.Method;
import org.vigie.drift.multiplicity.OnlineDiscovery.Step;

class OnlineDiscoveryTest {

    @ParameterizedTest
    @EnumSource(Method.class)
    void keepsTheShareOfFalseDiscoveries(Method method) {
        var random = new SplittableRandom(20_261_151);
        var normal = NormalDistribution.of(0, 1);
        double proportions = 0;
        double found = 0;
        int runs = 150;
        for (int run = 0; run < runs; run++) {
            OnlineDiscovery state = OnlineDiscovery.start(method, 0.1);
            int falseOnes = 0;
            int all = 0;
            int changed = 0;
            for (int t = 0; t < 300; t++) {
                boolean change = random.nextDouble() < 0.3;
                double u = 1 - random.nextDouble();
                double p = change
                        ? normal.survivalProbability(normal.inverseCumulativeProbability(Math.min(u, 1 - 1e-16)) + 3)
                        : u;
                Step step = state.after(p);
                changed += change ? 1 : 0;
                all += step.discovery() ? 1 : 0;
                falseOnes += step.discovery() && !change ? 1 : 0;
                state = step.next();
            }
            proportions += falseOnes / Math.max(1.0, all);
            found += (all - falseOnes) / (double) changed;
        }

        assertThat(proportions / runs).isBetween(0.01, 0.1);
        assertThat(found / runs).isGreaterThan(0.4);
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void withoutAnyChangeAnyDiscoveryIsRare(Method method) {
        var random = new SplittableRandom(20_261_152);
        int any = 0;
        for (int run = 0; run < 400; run++) {
            OnlineDiscovery state = OnlineDiscovery.start(method, 0.05);
            boolean discovered = false;
            for (int t = 0; t < 100 && !discovered; t++) {
                Step step = state.after(random.nextDouble());
                discovered = step.discovery();
                state = step.next();
            }
            any += discovered ? 1 : 0;
        }

        assertThat(any / 400.0).isLessThanOrEqualTo(0.05);
    }

    @Test
    void lordSpendsItsStartAndEarnsFromDiscoveries() {
        OnlineDiscovery state = OnlineDiscovery.start(Method.LORD, 0.05);
        // Javanmard and Montanari give 0.0772 ln 2 for γ₁, which sums to 0.976; to sum to 1 it is 0.0791 ln 2
        assertThat(state.nextLevel()).isCloseTo(0.025 * 0.07908 * Math.log(2), within(1e-6));

        OnlineDiscovery without = state.after(0.9).next();
        assertThat(without.nextLevel()).isLessThan(state.nextLevel());
        OnlineDiscovery with = state.after(0).next();
        assertThat(with.nextLevel()).isCloseTo(without.nextLevel() + state.nextLevel(), within(1e-12));
        assertThat(with.after(0).next().nextLevel()).isGreaterThan(with.nextLevel());
    }

    @Test
    void saffronDoesNotPayForCandidates() {
        OnlineDiscovery state = OnlineDiscovery.start(Method.SAFFRON, 0.05);
        assertThat(state.nextLevel()).isCloseTo(0.0125 / 2.2857656, within(1e-6));

        assertThat(state.after(0.4).discovery()).isFalse();
        assertThat(state.after(0.4).next().nextLevel()).isEqualTo(state.nextLevel());
        assertThat(state.after(0.6).next().nextLevel()).isCloseTo(state.nextLevel() * Math.pow(2, -1.6), within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void aStoredStateGoesOnAsIfNothingHappened(Method method) {
        OnlineDiscovery state =
                OnlineDiscovery.start(method, 0.05).after(0).next().after(0.7).next();
        var readBack = new OnlineDiscovery(state.method(), state.level(), state.tests(), List.copyOf(state.ages()));

        assertThat(readBack.after(0.001)).isEqualTo(state.after(0.001));
        assertThat(state.tests()).isEqualTo(2);
    }

    @Test
    void refusesWhatIsNoProbability() {
        assertThatThrownBy(() -> OnlineDiscovery.start(Method.LORD, 0.05).after(Double.NaN))
                .hasMessage("pValue NaN is not in [0, 1]");
        assertThatThrownBy(() -> OnlineDiscovery.start(Method.LORD, 1)).hasMessage("level 1.0 is not in (0, 1)");
        assertThatThrownBy(() -> new OnlineDiscovery(Method.LORD, 0.05, 0, List.of()))
                .hasMessage("no age of the start");
        assertThatThrownBy(() -> new OnlineDiscovery(Method.LORD, 0.05, 0, List.of(0L)))
                .hasMessage("age 0 < 1");
    }
}
