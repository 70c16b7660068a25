package org.vigie.demo.phantom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PhantomTest {
    private static final Scanner SCANNER = Hospital.scannersInWeek(1).getFirst();

    @Test
    void isTheSamePixelForPixelOnAnyThread() {
        List<Phantom> inOrder =
                IntStream.range(0, 12).mapToObj(i -> draw(i, i % 2 == 0)).toList();
        List<Phantom> inParallel = IntStream.range(0, 12)
                .parallel()
                .mapToObj(i -> draw(i, i % 2 == 0))
                .toList();

        for (int i = 0; i < 12; i++) {
            assertThat(inParallel.get(i).pixels()).isEqualTo(inOrder.get(i).pixels());
            assertThat(inParallel.get(i).nodules()).isEqualTo(inOrder.get(i).nodules());
        }
    }

    @Test
    void differsFromPatientToPatientAndFromVisitToVisit() {
        Phantom first = Phantom.draw(1, 1, false, SCANNER);

        assertThat(Phantom.draw(2, 1, false, SCANNER).pixels()).isNotEqualTo(first.pixels());
        assertThat(Phantom.draw(1, 2, false, SCANNER).pixels()).isNotEqualTo(first.pixels());
    }

    @Test
    void showsANoduleWhereTheTruthSaysAndNowhereElse() {
        for (int seed = 0; seed < 40; seed++) {
            Phantom clear = draw(seed, false);
            Phantom ill = draw(seed, true);
            assertThat(clear.nodules()).isEmpty();
            assertThat(ill.nodules()).isNotEmpty();
            for (Nodule nodule : ill.nodules()) {
                // Between half of it and all of it: the ball's mean over the inner disc is about 0.9 of its centre.
                double expected = nodule.contrast() * SCANNER.gain();
                assertThat(meanDifference(clear, ill, nodule)).isBetween(0.5 * expected, 1.3 * expected);
            }
            assertThat(differenceFarFrom(clear, ill)).isZero();
        }
    }

    @Test
    void keepsItsNodulesFromVisitToVisit() {
        Phantom first = Phantom.draw(5, 1, true, SCANNER);
        Phantom second = Phantom.draw(5, 2, true, SCANNER);

        assertThat(second.nodules()).hasSameSizeAs(first.nodules());
        assertThat(second.nodules().getFirst().grade())
                .isEqualTo(first.nodules().getFirst().grade());
    }

    @Test
    void isNoisierAndFlatterAfterTheUpgrade() {
        Scanner before = Hospital.UPGRADED_ROOM;
        Scanner after = Hospital.scannersInWeek(Hospital.UPGRADE_WEEK).get(1);
        assertThat(after.stationName()).isEqualTo(before.stationName());
        assertThat(after.softwareVersion()).isNotEqualTo(before.softwareVersion());

        for (int seed = 0; seed < 10; seed++) {
            Phantom old = Phantom.draw(seed, seed, false, before);
            Phantom upgraded = Phantom.draw(seed, seed, false, after);
            assertThat(roughness(upgraded)).isGreaterThan(1.5 * roughness(old));
            assertThat(mean(upgraded)).isLessThan(0.9 * mean(old));
        }
    }

    @Test
    void fillsTheRangeOfItsWindowWithoutClipping() {
        for (Scanner scanner : Hospital.scannersInWeek(1)) {
            Phantom phantom = Phantom.draw(3, 3, false, scanner);
            int largest = IntStream.range(0, phantom.pixels().length)
                    .map(i -> phantom.pixels()[i])
                    .max()
                    .orElseThrow();
            assertThat(largest).isBetween((int) scanner.windowCentre(), 16_382);
        }
    }

    private static Phantom draw(int seed, boolean withNodule) {
        return Phantom.draw(seed, 1000 + seed, withNodule, SCANNER);
    }

    private static double meanDifference(Phantom clear, Phantom ill, Nodule nodule) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < clear.pixels().length; i++) {
            double dx = i % clear.size() + 0.5 - nodule.column();
            double dy = i / clear.size() + 0.5 - nodule.row();
            if (Math.hypot(dx, dy) < nodule.radius() / 2) {
                sum += ill.pixels()[i] - clear.pixels()[i];
                count++;
            }
        }
        return sum / count;
    }

    private static int differenceFarFrom(Phantom clear, Phantom ill) {
        int different = 0;
        for (int i = 0; i < clear.pixels().length; i++) {
            double x = i % clear.size() + 0.5;
            double y = i / clear.size() + 0.5;
            boolean near = ill.nodules().stream()
                    .anyMatch(nodule -> Math.hypot(x - nodule.column(), y - nodule.row()) < nodule.radius() + 10);
            if (!near && ill.pixels()[i] != clear.pixels()[i]) {
                different++;
            }
        }
        return different;
    }

    private static double mean(Phantom phantom) {
        return IntStream.range(0, phantom.pixels().length)
                .map(i -> phantom.pixels()[i])
                .average()
                .orElseThrow();
    }

    /// Mean absolute difference of neighbours in the middle of the image.
    private static double roughness(Phantom phantom) {
        int size = phantom.size();
        return IntStream.range(size * size / 4, size * size * 3 / 4)
                .mapToDouble(i -> Math.abs(phantom.pixels()[i] - phantom.pixels()[i - 1]))
                .average()
                .orElseThrow();
    }
}
