package org.vigie.drift.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.vigie.drift.window.NumericWindow;

class NumericProfileTest {

    private static final int SMALL = 16;

    // ---- laws

    @Property(tries = 300)
    void mergeOfTheProfilesIsTheProfileOfTheWhole(
            @ForAll List<@DoubleRange(min = -1e3, max = 1e3) Double> values,
            @ForAll @IntRange(min = 1, max = 7) int parts) {
        double[] whole = values.stream().mapToDouble(Double::doubleValue).toArray();
        List<NumericProfile> profiles = split(whole, parts).stream()
                .map(part -> NumericProfile.builder(SMALL).addAll(part).build())
                .toList();

        NumericProfile merged = NumericProfile.merge(profiles);
        NumericProfile direct = NumericProfile.builder(SMALL).addAll(whole).build();

        assertThat(merged.size()).isEqualTo(direct.size());
        assertThat(merged.moments().mean()).isCloseTo(direct.moments().mean(), within(1e-10));
        assertThat(merged.moments().squares()).isCloseTo(direct.moments().squares(), within(1e-5));
        assertThat(merged.moments().least()).isEqualTo(direct.moments().least());
        assertThat(merged.moments().greatest()).isEqualTo(direct.moments().greatest());
        assertSharesWithinError(merged, whole);
        assertSharesWithinError(direct, whole);
    }

    @Property(tries = 200)
    void theOrderOfThePartsDoesNotMatter(
            @ForAll @Size(max = 400) List<@DoubleRange(min = -5, max = 5) Double> values, @ForAll long seed) {
        double[] whole = values.stream().mapToDouble(Double::doubleValue).toArray();
        var profiles = new ArrayList<>(split(whole, 5).stream()
                .map(part -> NumericProfile.builder(SMALL).addAll(part).build())
                .toList());
        NumericProfile merged = NumericProfile.merge(profiles);
        Collections.shuffle(profiles, new Random(seed));
        NumericProfile shuffled = NumericProfile.merge(profiles);

        assertThat(shuffled.rankError()).isEqualTo(merged.rankError());
        assertThat(IntStream.range(0, shuffled.points())
                        .mapToDouble(i -> shuffled.ranks().value(i))
                        .toArray())
                .isEqualTo(IntStream.range(0, merged.points())
                        .mapToDouble(i -> merged.ranks().value(i))
                        .toArray());
        assertThat(shuffled.moments().mean()).isCloseTo(merged.moments().mean(), within(1e-12));
    }

    @Test
    void theStatedErrorHoldsForManyValuesAndIsSmall() {
        double[] values = gaussians(1, 300_000);

        NumericProfile profile = NumericProfile.of(values);

        assertThat(profile.points()).isEqualTo(NumericProfile.DEFAULT_CAPACITY);
        assertThat(profile.rankError()).isPositive().isLessThanOrEqualTo(2.1 / (2 * 4096));
        assertSharesWithinError(profile, values);
    }

    @Test
    void twentyMergedProfilesHoldTheirErrorToo() {
        double[] values = gaussians(2, 200_000);

        NumericProfile merged = NumericProfile.merge(
                split(values, 20).stream().map(NumericProfile::of).toList());

        assertThat(merged.rankError()).isPositive().isLessThanOrEqualTo(2.1 / (2 * 4096));
        assertSharesWithinError(merged, values);
    }

    @Test
    void theSameValuesGiveTheSameBytes() {
        double[] values = gaussians(3, 100_000);

        assertThat(NumericProfile.of(values).toBytes())
                .isEqualTo(NumericProfile.of(values).toBytes());
    }

    @Test
    void coarseValuesStayExactWhateverTheirNumber() {
        double[] ages = Arrays.stream(gaussians(4, 200_000))
                .map(x -> Math.rint(60 + 15 * x))
                .toArray();

        NumericProfile profile = NumericProfile.builder(256).addAll(ages).build();

        assertThat(profile.rankError()).isZero();
        assertThat(profile.shareUpTo(60))
                .isEqualTo((double) NumericWindow.of(ages).countUpTo(60) / ages.length);
    }

    @Test
    void aRunningBuilderGivesProfilesAtAnyTime() {
        NumericProfileBuilder builder = NumericProfile.builder(64).addAll(gaussians(5, 70_000));
        NumericProfile first = builder.build();

        assertThat(builder.build().toBytes()).isEqualTo(first.toBytes());
        assertThat(builder.add(1).build().size()).isEqualTo(70_001);
        assertThat(first.size()).isEqualTo(70_000);
    }

    // ---- golden values

    @Test
    void momentsAgreeWithTheWindow() {
        double[] values = gaussians(6, 150_000);
        NumericWindow window = NumericWindow.of(values);
        Moments moments = NumericProfile.of(values).moments();

        assertThat(moments.mean()).isCloseTo(window.mean(), within(1e-12));
        assertThat(moments.standardDeviation()).isCloseTo(window.standardDeviation(), within(1e-12));
    }

    @Test
    void momentsOfAFarShiftKeepTheirDigits() {
        // sum of squared deviations of 4, 7, 13, 16 is 90 (Chan, Golub & LeVeque 1983)
        Moments moments = NumericProfile.of(1e9 + 4, 1e9 + 7)
                .merge(NumericProfile.of(1e9 + 13, 1e9 + 16))
                .moments();

        assertThat(moments.squares()).isEqualTo(90);
        assertThat(moments.mean()).isEqualTo(1e9 + 10);
    }

    @Test
    void quantilesAreObservations() {
        NumericProfile profile = NumericProfile.of(5, 1, 3, 2, 4);

        assertThat(profile.quantile(0)).isEqualTo(1);
        assertThat(profile.quantile(0.5)).isEqualTo(3);
        assertThat(profile.quantile(0.6)).isEqualTo(3);
        assertThat(profile.quantile(0.61)).isEqualTo(4);
        assertThat(profile.quantile(1)).isEqualTo(5);
        assertThat(profile.shareUpTo(2.5)).isEqualTo(0.4);
    }

    // ---- edges

    @Test
    void nothingOneConstantAndAllMissingHaveProfiles() {
        NumericProfile nothing = NumericProfile.of();
        NumericProfile missing = NumericProfile.of(Double.NaN, Double.NaN);
        NumericProfile one = NumericProfile.of(7);

        assertThat(nothing.size()).isZero();
        assertThat(nothing.rankError()).isZero();
        assertThat(missing.missing()).isEqualTo(2);
        assertThat(missing.merge(one).size()).isEqualTo(1);
        assertThat(one.quantile(0.3)).isEqualTo(7);
        assertThat(one.moments().standardDeviation()).isZero();
        assertThat(NumericProfile.of(4, 4, 4).moments().squares()).isZero();
        assertThat(NumericProfile.of(-0.0).merge(NumericProfile.of(0.0)).points())
                .isEqualTo(1);
        assertThatThrownBy(() -> nothing.quantile(0.5)).hasMessage("profile is empty");
        assertThatThrownBy(() -> one.quantile(2)).hasMessage("p 2.0 is not in [0, 1]");
        assertThatThrownBy(() -> one.shareUpTo(Double.NaN)).hasMessage("x is NaN");
        assertThatThrownBy(() -> NumericProfile.merge(List.of())).hasMessage("no profiles");
        assertThatThrownBy(() -> NumericProfile.builder(3)).hasMessage("capacity 3 is not in [16, 1048576]");
    }

    @Test
    void infinitiesAreCountedAndOutliersKept() {
        NumericProfile profile =
                NumericProfile.of(1, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e200, 1e6, Double.NaN);

        assertThat(profile.positiveInfinities()).isEqualTo(2);
        assertThat(profile.negativeInfinities()).isEqualTo(1);
        assertThat(profile.size()).isEqualTo(2);
        assertThat(profile.moments().greatest()).isEqualTo(1e6);
    }

    static void assertSharesWithinError(NumericProfile profile, double[] values) {
        NumericWindow window = NumericWindow.of(values);
        double worst = 0;
        for (int i = 0; i < window.size(); i++) {
            double share = (double) window.countUpTo(window.get(i)) / window.size();
            worst = Math.max(worst, Math.abs(profile.shareUpTo(window.get(i)) - share));
        }
        assertThat(worst).isLessThanOrEqualTo(profile.rankError() + 1e-12);
    }

    private static List<double[]> split(double[] values, int parts) {
        return IntStream.range(0, parts)
                .mapToObj(part -> Arrays.copyOfRange(values, (int) ((long) values.length * part / parts), (int)
                        ((long) values.length * (part + 1) / parts)))
                .toList();
    }

    static double[] gaussians(long seed, int size) {
        var random = new SplittableRandom(seed);
        return IntStream.range(0, size).mapToDouble(i -> random.nextGaussian()).toArray();
    }
}
