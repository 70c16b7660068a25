package org.vigie.drift.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.vigie.drift.window.CategoricalWindow;

class CategoricalProfileTest {

    @Test
    void countsExactlyUpToItsCapacity() {
        CategoricalProfile profile = CategoricalProfile.of(Arrays.asList("b", "a", null, " ", "b"));

        assertThat(profile.counts()).isEqualTo(Map.of("a", 1L, "b", 2L));
        assertThat(profile.missing()).isEqualTo(2);
        assertThat(profile.isExact()).isTrue();
    }

    @Property(tries = 200)
    void mergeOfExactProfilesIsTheProfileOfTheWhole(
            @ForAll List<@IntRange(max = 30) Integer> first, @ForAll List<@IntRange(max = 30) Integer> second) {
        List<String> a = first.stream().map(i -> "c" + i).toList();
        List<String> b = second.stream().map(i -> "c" + i).toList();
        var whole = new ArrayList<>(a);
        whole.addAll(b);

        assertThat(CategoricalProfile.of(a).merge(CategoricalProfile.of(b))).isEqualTo(CategoricalProfile.of(whole));
        assertThat(CategoricalProfile.of(b).merge(CategoricalProfile.of(a))).isEqualTo(CategoricalProfile.of(whole));
    }

    @Property(tries = 100)
    void countsAreTooSmallByTheErrorAtMost(
            @ForAll @Size(max = 300) List<@IntRange(max = 400) Integer> values,
            @ForAll @IntRange(min = 1, max = 5) int parts,
            @ForAll long seed) {
        List<String> labels = values.stream().map(i -> "c" + i * i / 100).toList();
        var profiles = new ArrayList<CategoricalProfile>();
        for (int part = 0; part < parts; part++) {
            profiles.add(CategoricalProfile.of(
                    labels.subList(labels.size() * part / parts, labels.size() * (part + 1) / parts), 8));
        }
        Collections.shuffle(profiles, new Random(seed));

        assertCountsWithinError(CategoricalProfile.merge(profiles), labels);
    }

    @Test
    void findsTheFrequentAmongManyAndRepeatsItself() {
        var random = new SplittableRandom(1);
        List<String> labels = IntStream.range(0, 60_000)
                .mapToObj(i -> i % 3 == 0 ? "often" : "id" + random.nextInt(40_000))
                .toList();

        CategoricalProfile profile = CategoricalProfile.of(labels, 256);

        assertThat(profile.counts().get("often")).isGreaterThan(19_000);
        assertThat(profile.error()).isPositive().isLessThan(1_000);
        assertThat(profile.size()).isEqualTo(60_000);
        assertCountsWithinError(profile, labels);
        assertThat(CategoricalProfile.of(labels, 256)).isEqualTo(profile);
    }

    @Test
    void rareCategoriesCanBeLeftOut() {
        CategoricalProfile profile =
                CategoricalProfile.of(List.of("a", "a", "a", "b")).withoutRare(2);

        assertThat(profile.counts()).containsOnlyKeys("a");
        assertThat(profile.suppressed()).isEqualTo(1);
        assertThat(profile.size()).isEqualTo(4);
        assertThat(profile.isExact()).isFalse();
        assertThatThrownBy(() -> profile.withoutRare(0)).hasMessage("minimum 0 < 1");
    }

    @Test
    void refusesWhatContradictsItself() {
        var one = new TreeMap<>(Map.of("a", 1L));

        assertThatThrownBy(() -> new CategoricalProfile(7, one, 0, 1, 0, 0))
                .hasMessage("capacity 7 is not a power of two in [8, 1048576]");
        assertThatThrownBy(() -> new CategoricalProfile(8, one, 0, 2, 0, 0))
                .hasMessage("2 observations, 1 listed, 0 suppressed, 0 missing, error 0");
        assertThatThrownBy(() -> CategoricalProfile.of(List.of("x".repeat(1025))))
                .hasMessage("a category is blank, longer than 1024, or not counted");
        assertThatThrownBy(() -> CategoricalProfile.merge(List.of())).hasMessage("no profiles");
        assertThat(CategoricalProfile.of(List.of()).size()).isZero();
    }

    private static void assertCountsWithinError(CategoricalProfile profile, List<String> labels) {
        CategoricalWindow truth = CategoricalWindow.of(labels);
        assertThat(profile.size()).isEqualTo(truth.size());
        assertThat(truth.counts().entrySet()).allMatch(entry -> {
            Long listed = profile.counts().get(entry.getKey());
            long tooSmallBy = entry.getValue() - (listed == null ? 0 : listed);
            return tooSmallBy >= 0 && tooSmallBy <= profile.error();
        });
    }
}
