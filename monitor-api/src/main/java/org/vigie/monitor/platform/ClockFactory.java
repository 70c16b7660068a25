package org.vigie.monitor.platform;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

@Factory
final class ClockFactory {

    /// Ticks in microseconds, as the database keeps them: what is answered at once and what is read
    /// back later are the same instant.
    @Singleton
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }
}
