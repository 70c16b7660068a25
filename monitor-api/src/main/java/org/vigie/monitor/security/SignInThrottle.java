package org.vigie.monitor.security;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// Slows guessing down: after five failures in a row a name is refused for a while, longer each time.
///
/// Kept in memory, so each node counts for itself.
@Singleton
final class SignInThrottle {

    private static final int FREE_FAILURES = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final int LONGEST_DOUBLING = 6;

    /// Names are the caller's: more than these and the oldest is forgotten.
    private static final int NAMES = 10_000;

    private record Failures(int count, Instant last) {

        Instant pausedUntil() {
            int doublings = Math.min(count - FREE_FAILURES, LONGEST_DOUBLING);
            return count < FREE_FAILURES ? Instant.MIN : last.plus(FIRST_PAUSE.multipliedBy(1L << doublings));
        }
    }

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > NAMES;
        }
    };

    SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    synchronized void refuseIfTooMany(String username) {
        Failures past = failures.get(username);
        Instant now = clock.instant();
        if (past != null && past.pausedUntil().isAfter(now)) {
            throw new TooManySignIns(Duration.between(now, past.pausedUntil()));
        }
    }

    synchronized void failed(String username) {
        Instant now = clock.instant();
        failures.merge(username, new Failures(1, now), (past, _) -> new Failures(past.count() + 1, now));
    }

    synchronized void succeeded(String username) {
        failures.remove(username);
    }
}
