package org.vigie.drift.performance.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentationTest {

    // ---- oracle

    // MONAI (Apache-2.0), commit d388d1c6, tests/metrics/test_hausdorff_distance.py: spheres in a grid of 99³,
    // Euclidean:
    // radius and centre of prediction and reference, percentile, from the prediction only, symmetric
    @ParameterizedTest
    @CsvSource({
        "20, 20, 20, 20, 20, 19, 19, 19, 100, 1.7320508075688772, 1.7320508075688772",
        "33, 19, 33, 22, 33, 20, 33, 22, 100, 1, 1",
        "20, 20, 33, 22, 40, 20, 33, 22, 100, 20.09975124224178, 20.223748416156685",
        "20, 20, 33, 22, 40, 20, 33, 22, 95, 19.924858845171276, 20.09975124224178"
    })
    void hausdorffOfMonaisSpheres(
            int r1, int x1, int y1, int z1, int r2, int x2, int y2, int z2, double percent, double one, double both) {
        SurfaceDistances distances = SurfaceDistances.of(sphere(r1, x1, y1, z1), sphere(r2, x2, y2, z2));

        assertThat(distances.percentile(percent)).hasValueCloseTo(both, within(1e-9));
        if (percent == 100) {
            assertThat(distances.hausdorffFromPredicted()).hasValueCloseTo(one, within(1e-9));
        }
    }

    // MONAI, tests/metrics/test_compute_meandice.py
    @ParameterizedTest
    @CsvSource({
        "1001, 1011, 0.8",
        "0011, 1010, 0.5",
        "1000, 0100, 0",
        "1000, 1100, 0.6667",
        "0110, 0010, 0.6667",
        "111111111, 000000000, 0"
    })
    void diceOfMonaisSquares(String predicted, String reference, double dice) {
        Overlap overlap = Overlap.of(square(predicted), square(reference));

        assertThat(overlap.dice()).isCloseTo(dice, within(5e-5));
        assertThat(overlap.jaccard()).isCloseTo(overlap.dice() / (2 - overlap.dice()), within(1e-12));
    }

    @Test
    void differsFromDeepMindAsDocumented() {
        // google-deepmind/surface-distance (Apache-2.0), commit 1f805cea, surface_distance_test.py: two voxels two
        // apart at
        // 3 × 2 × 1 mm: their average 1.5, Hausdorff 2.0, HD95 2.0; a slab one plane (2 mm) thicker: 0.322 and 0.339,
        // 2.0, 2.0, Dice 0.990
        SurfaceDistances voxels = SurfaceDistances.of(voxel(50, 60, 70), voxel(50, 60, 72));
        assertThat(voxels.hausdorff()).hasValue(2.0);
        assertThat(voxels.hausdorff95()).hasValue(2.0);
        assertThat(voxels.average()).hasValue(2.0);

        Mask thin = slab(50);
        Mask thick = slab(51);
        SurfaceDistances slabs = SurfaceDistances.of(thin, thick);
        assertThat(slabs.hausdorff()).hasValue(2.0);
        assertThat(slabs.hausdorff95()).hasValue(2.0);
        // weighted by voxels and not by area: 2 mm over the 100² voxels that moved, of about 30,000 on each side
        assertThat(slabs.average().orElseThrow()).isBetween(0.3, 0.7);
        assertThat(Overlap.of(thin, thick).dice()).isCloseTo(0.990, within(5e-4));
    }

    @Test
    void twoCubesByHand() {
        // cubes of 3³ voxels of 1 × 1 × 3 mm, three apart along z: 9 mm
        SurfaceDistances distances = SurfaceDistances.of(cube(2, 2, 1), cube(2, 2, 4));

        assertThat(distances.hausdorff()).hasValue(9);
        assertThat(distances.hausdorffFromReference()).hasValue(9);
    }

    // ---- laws

    @Property(tries = 60)
    void theDistanceTransformIsThatOfAllPairs(
            @ForAll @IntRange(min = 1, max = 7) int w,
            @ForAll @IntRange(min = 1, max = 6) int h,
            @ForAll @IntRange(min = 1, max = 5) int d,
            @ForAll @DoubleRange(min = 0.1, max = 5) double sx,
            @ForAll @DoubleRange(min = 0.1, max = 5) double sz,
            @ForAll long seed) {
        Mask mask = random(w, h, d, seed, sx, 1, sz);
        double[] squared = DistanceTransform.squared(mask.voxels, mask);

        for (int i = 0; i < squared.length; i++) {
            double nearest = Double.POSITIVE_INFINITY;
            for (int j = 0; j < squared.length; j++) {
                if (mask.voxels[j]) {
                    double x = (i % w - j % w) * sx;
                    double y = i / w % h - j / w % h;
                    double z = (i / (w * h) - j / (w * h)) * sz;
                    nearest = Math.min(nearest, x * x + y * y + z * z);
                }
            }
            if (nearest == Double.POSITIVE_INFINITY) {
                assertThat(squared[i]).isInfinite();
            } else {
                assertThat(squared[i]).isCloseTo(nearest, within(1e-9 * (1 + nearest)));
            }
        }
    }

    @Property(tries = 100)
    void overlapAndDistancesAreSymmetricAndInRange(
            @ForAll long seed, @ForAll @DoubleRange(min = 0.2, max = 4) double s) {
        Mask one = random(5, 4, 3, seed, 1, 1, 2);
        Mask two = random(5, 4, 3, seed + 1, 1, 1, 2);
        Overlap overlap = Overlap.of(one, two);
        SurfaceDistances distances = SurfaceDistances.of(one, two);

        assertThat(overlap.dice())
                .isBetween(0.0, 1.0)
                .isEqualTo(Overlap.of(two, one).dice());
        assertThat(distances.hausdorff())
                .isEqualTo(SurfaceDistances.of(two, one).hausdorff());
        distances.average().ifPresent(average -> {
            assertThat(average).isLessThanOrEqualTo(distances.hausdorff().orElseThrow() + 1e-12);
            assertThat(distances.hausdorff95().orElseThrow())
                    .isLessThanOrEqualTo(distances.hausdorff().orElseThrow());
            SurfaceDistances scaled =
                    SurfaceDistances.of(random(5, 4, 3, seed, s, s, 2 * s), random(5, 4, 3, seed + 1, s, s, 2 * s));
            assertThat(scaled.average().orElseThrow()).isCloseTo(s * average, within(1e-9 * s * (1 + average)));
        });
    }

    @Test
    void identicalMasksAgreeWholly() {
        Mask sphere = sphere(10, 20, 20, 20);
        SurfaceDistances distances = SurfaceDistances.of(sphere, sphere);

        assertThat(distances.hausdorff()).hasValue(0);
        assertThat(distances.surfaceDice(0)).isEqualTo(1);
        assertThat(Overlap.of(sphere, sphere).dice()).isEqualTo(1);
    }

    // ---- edge cases

    @Test
    void emptyMasksAreDefined() {
        Mask none = square("0000");
        Mask some = square("0010");

        assertThat(Overlap.of(none, none).dice()).isEqualTo(1);
        assertThat(Overlap.of(none, none).jaccard()).isEqualTo(1);
        assertThat(Overlap.of(none, some).dice()).isZero();
        assertThat(SurfaceDistances.of(none, none).hausdorff()).hasValue(0);
        assertThat(SurfaceDistances.of(none, none).surfaceDice(1)).isEqualTo(1);
        assertThat(SurfaceDistances.of(none, some).hausdorff()).isEmpty();
        assertThat(SurfaceDistances.of(some, none).average()).isEmpty();
        assertThat(SurfaceDistances.of(some, none).surfaceDice(1)).isZero();
    }

    @Test
    void eachLabelIsAMaskOfItsOwn() {
        int[] labels = {0, 1, 2, 2};
        assertThat(Mask.ofLabel(labels, 2, 2, 2, 1, 1, 1, 1).size()).isEqualTo(2);
        assertThat(Mask.ofLabel(labels, 2, 2, 2, 1, 2, 3, 4).volume()).isEqualTo(48);
    }

    @Test
    void namesWhatIsWrong() {
        assertThatThrownBy(() -> new Mask(new boolean[5], 2, 2, 1, 1, 1, 1))
                .hasMessage("5 voxels for a grid of 2 × 2 × 1");
        assertThatThrownBy(() -> new Mask(new boolean[4], 2, 2, 1, 1, 1)).hasMessage("2 spacings, 3 are required");
        assertThatThrownBy(() -> new Mask(new boolean[4], 2, 2, 1, 1, 0, 1)).hasMessage("spacing [1.0, 0.0, 1.0]");
        assertThatThrownBy(() -> Overlap.of(square("0000"), square("000000000")))
                .hasMessage("grids differ: 2 × 2 × 1 at [1.0, 1.0, 1.0] and 3 × 3 × 1 at [1.0, 1.0, 1.0]");
    }

    // ---- fixtures

    private static Mask sphere(int radius, int x0, int y0, int z0) {
        boolean[] voxels = new boolean[99 * 99 * 99];
        for (int i = 0; i < voxels.length; i++) {
            int x = i % 99 - x0;
            int y = i / 99 % 99 - y0;
            int z = i / (99 * 99) - z0;
            voxels[i] = x * x + y * y + z * z <= radius * radius;
        }
        return new Mask(voxels, 99, 99, 99, 1, 1, 1);
    }

    private static Mask voxel(int z, int y, int x) {
        boolean[] voxels = new boolean[128 * 128 * 128];
        voxels[(z * 128 + y) * 128 + x] = true;
        return new Mask(voxels, 128, 128, 128, 1, 2, 3);
    }

    private static Mask slab(int thickness) {
        boolean[] voxels = new boolean[100 * 100 * 100];
        java.util.Arrays.fill(voxels, 0, thickness * 100 * 100, true);
        return new Mask(voxels, 100, 100, 100, 1, 1, 2);
    }

    private static Mask cube(int x0, int y0, int z0) {
        boolean[] voxels = new boolean[10 * 10 * 10];
        for (int i = 0; i < 27; i++) {
            voxels[((z0 + i / 9) * 10 + y0 + i / 3 % 3) * 10 + x0 + i % 3] = true;
        }
        return new Mask(voxels, 10, 10, 10, 1, 1, 3);
    }

    private static Mask square(String cells) {
        int side = (int) Math.sqrt(cells.length());
        boolean[] voxels = new boolean[cells.length()];
        for (int i = 0; i < voxels.length; i++) {
            voxels[i] = cells.charAt(i) == '1';
        }
        return new Mask(voxels, side, side, 1, 1, 1, 1);
    }

    private static Mask random(int w, int h, int d, long seed, double sx, double sy, double sz) {
        var random = new SplittableRandom(seed);
        boolean[] voxels = new boolean[w * h * d];
        for (int i = 0; i < voxels.length; i++) {
            voxels[i] = random.nextInt(4) == 0;
        }
        return new Mask(voxels, w, h, d, sx, sy, sz);
    }
}
