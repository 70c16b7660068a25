package org.vigie.monitor.platform;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/// Makes ids that sort by the time they were made: UUIDs of version 7, RFC 9562 section 5.7, with the
/// twelve bits after the millisecond used as a counter so that ids of one millisecond sort too.
@Singleton
public final class Ids {

    private static final int COUNTER_LIMIT = 1 << 12;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private long lastMillis;
    private int counter;

    public Ids(Clock clock) {
        this.clock = clock;
    }

    public UUID next() {
        long randomBits = random.nextLong();
        long stamp = stamp();
        long high = (stamp >>> 12 << 16) | 0x7000L | (stamp & 0xFFF);
        long low = (randomBits & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /// Milliseconds in the upper 48 bits, counter in the lower 12 of 60; never the same twice, never smaller.
    private synchronized long stamp() {
        long millis = clock.millis();
        if (millis > lastMillis) {
            lastMillis = millis;
            counter = 0;
        } else if (++counter == COUNTER_LIMIT) {
            lastMillis++;
            counter = 0;
        }
        return lastMillis << 12 | counter;
    }
}
