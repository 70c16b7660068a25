package org.vigie.demo.reading;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.vigie.demo.phantom.Seeds;

/// Two readers read each study blind; a third decides where they disagree.
public final class ReadingRoom {
    private static final Reader FIRST = new Reader(List.of(0.86, 0.95, 0.98, 0.99), 0.03);
    private static final Reader SECOND = new Reader(List.of(0.80, 0.93, 0.98, 0.99), 0.02);
    private static final Reader THIRD = new Reader(List.of(0.92, 0.97, 0.99, 1.00), 0.02);

    private final long seed;

    public ReadingRoom(long seed) {
        this.seed = seed;
    }

    /// @param visitSeed of the study, so that its reading does not depend on the order of readings
    /// @param grade of the clearest nodule, 0 if there is none
    public ReferenceReading read(String studyUid, long visitSeed, int grade, Instant acquired) {
        SplittableRandom random = new SplittableRandom(Seeds.derive(seed, 40, visitSeed));
        boolean first = FIRST.sees(grade, random);
        boolean second = SECOND.sees(grade, random);
        boolean third = THIRD.sees(grade, random);
        long span = ReferenceReading.LATEST.minus(ReferenceReading.EARLIEST).toSeconds();
        Instant known = acquired.plus(ReferenceReading.EARLIEST).plusSeconds(random.nextLong(span));
        return new ReferenceReading(studyUid, first == second ? first : third, first != second, known);
    }
}
