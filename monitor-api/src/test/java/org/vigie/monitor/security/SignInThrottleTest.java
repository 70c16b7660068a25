package org.vigie.monitor.security;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {

    private final MovedClock clock = new MovedClock();
    private final SignInThrottle throttle = new SignInThrottle(clock);

    @Test
    void fourFailuresAreForgiven() {
        fail(4);
        assertThatCode(() -> throttle.refuseIfTooMany("ada")).doesNotThrowAnyException();
    }

    @Test
    void theFifthCostsHalfAMinuteAndEachFurtherOneTwiceAsMuch() {
        fail(5);
        assertThatThrownBy(() -> throttle.refuseIfTooMany("ada")).hasMessage("Try again in 31 seconds");
        clock.forward(Duration.ofSeconds(30));
        assertThatCode(() -> throttle.refuseIfTooMany("ada")).doesNotThrowAnyException();
        fail(1);
        assertThatThrownBy(() -> throttle.refuseIfTooMany("ada")).hasMessage("Try again in 61 seconds");
    }

    @Test
    void theLongestPauseIsHalfAnHour() {
        fail(500);
        clock.forward(Duration.ofMinutes(32));
        assertThatCode(() -> throttle.refuseIfTooMany("ada")).doesNotThrowAnyException();
    }

    @Test
    void successForgivesEverything() {
        fail(4);
        throttle.succeeded("ada");
        fail(4);
        assertThatCode(() -> throttle.refuseIfTooMany("ada")).doesNotThrowAnyException();
    }

    @Test
    void othersAreNotPunished() {
        fail(9);
        assertThatCode(() -> throttle.refuseIfTooMany("bob")).doesNotThrowAnyException();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed("ada");
        }
    }

    private static final class MovedClock extends Clock {

        private Instant now = Instant.parse("2026-01-05T08:00:00Z");

        void forward(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
