package org.vigie.client;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/// How often, and after which pauses, a repeatable call is sent again.
///
/// @param attempts tries in all
/// @param first pause after the first failure; doubled each time, up to `longest`
public record Backoff(int attempts, Duration first, Duration longest) {

    /// Five tries, over about three seconds.
    public static final Backoff DEFAULT = new Backoff(5, Duration.ofMillis(200), Duration.ofSeconds(5));

    public static final Backoff NONE = new Backoff(1, Duration.ZERO, Duration.ZERO);

    public Backoff {
        if (attempts < 1 || first.isNegative() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("attempts %d, pauses from %s to %s".formatted(attempts, first, longest));
        }
    }

    /// @param failures so far, from 1
    /// @return a pause between half and all of the doubled one, so that many clients do not return at once
    public Duration pause(int failures) {
        long whole = Math.min(longest.toMillis(), first.toMillis() << Math.min(failures - 1, 20));
        return Duration.ofMillis(
                whole <= 1 ? whole : ThreadLocalRandom.current().nextLong(whole / 2, whole + 1));
    }
}
