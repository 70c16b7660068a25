package org.vigie.demo.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ReadingRoomTest {
    private static final Instant ACQUIRED = Instant.parse("2026-01-05T09:00:00Z");
    private final ReadingRoom room = new ReadingRoom(9);

    @Test
    void knowsTheTruthTwoToFiveWeeksLate() {
        for (ReferenceReading reading : readings(1000, 2)) {
            Duration delay = Duration.between(ACQUIRED, reading.availableAt());
            assertThat(delay).isBetween(Duration.ofDays(14), Duration.ofDays(35));
        }
    }

    @Test
    void errsMoreOftenOnSubtleNodules() {
        // Readers of 0.86, 0.80 and 0.92 agree on 0.95; four standard errors of 4000 are 0.014.
        assertThat(positives(readings(4000, 1))).isBetween(0.93, 0.97);
        assertThat(positives(readings(4000, 4))).isGreaterThan(0.99);
        assertThat(positives(readings(4000, 0))).isLessThan(0.01);
    }

    @Test
    void sometimesNeedsAThirdReader() {
        double adjudicated =
                readings(4000, 1).stream().filter(ReferenceReading::adjudicated).count() / 4000.0;

        assertThat(adjudicated).isBetween(0.2, 0.4);
    }

    @Test
    void readsTheSameStudyTheSameWay() {
        assertThat(room.read("1.2", 5, 1, ACQUIRED)).isEqualTo(new ReadingRoom(9).read("1.2", 5, 1, ACQUIRED));
    }

    private List<ReferenceReading> readings(int count, int grade) {
        return LongStream.range(0, count)
                .mapToObj(i -> room.read("1.2." + i, i, grade, ACQUIRED))
                .toList();
    }

    private static double positives(List<ReferenceReading> readings) {
        return readings.stream().filter(ReferenceReading::positive).count() / (double) readings.size();
    }
}
