package io.falconet.dashboard.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {
    private final Hands hands = new Hands();
    private final LoginThrottle throttle = new LoginThrottle(hands);

    private Optional<Duration> attempt(String account, String address) {
        return throttle.attempt(account, address);
    }

    private void wrong(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(attempt("ann", "10.0.0." + i)).isEmpty();
        }
    }

    @Test
    void fiveWrongPasswordsCostNothingAndTheSixthWaits() {
        wrong(5);
        assertThat(attempt("ann", "10.0.0.9")).contains(Duration.ofSeconds(5));
        hands.now = hands.now.plusSeconds(3);
        assertThat(attempt("ann", "10.0.0.9")).contains(Duration.ofSeconds(2));
        hands.now = hands.now.plusSeconds(2);
        assertThat(attempt("ann", "10.0.0.9")).isEmpty();
        assertThat(attempt("ann", "10.0.0.9")).contains(Duration.ofSeconds(10));
    }

    @Test
    void theWaitDoublesUpToAQuarterOfAnHour() {
        wrong(5);
        Duration before = Duration.ZERO;
        for (int i = 0; i < 12; i++) {
            Duration wait = attempt("ann", "10.0.0.9").orElseThrow();
            assertThat(wait).isGreaterThanOrEqualTo(before).isLessThanOrEqualTo(Duration.ofMinutes(15));
            before = wait;
            hands.now = hands.now.plus(wait);
            assertThat(attempt("ann", "10.0.1." + i)).isEmpty();
        }
        assertThat(before).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void othersAreNotKeptWaiting() {
        wrong(5);
        assertThat(attempt("bob", "10.0.0.1")).isEmpty();
    }

    @Test
    void anAddressThatTriesManyNamesWaitsToo() {
        for (int i = 0; i < 20; i++) {
            assertThat(attempt("name" + i, "10.0.0.1")).isEmpty();
        }
        assertThat(attempt("another", "10.0.0.1")).contains(Duration.ofSeconds(5));
        assertThat(attempt("another", "10.0.0.2")).isEmpty();
    }

    @Test
    void whoSignsInIsForgiven() {
        wrong(4);
        assertThat(attempt("ann", "10.0.0.9")).isEmpty();
        throttle.succeeded("ann", "10.0.0.9");
        wrong(5);
    }

    @Test
    void manyAtOnceAreNoWayAround() {
        wrong(5);
        for (int i = 0; i < 100; i++) {
            assertThat(attempt("ann", "10.1.0." + i)).isPresent();
        }
    }

    @Test
    void anHourLaterItIsForgotten() {
        wrong(5);
        hands.now = hands.now.plus(Duration.ofMinutes(61));
        wrong(5);
    }

    @Test
    void whatIsRememberedIsBounded() {
        wrong(5);
        for (int i = 0; i < 20_000; i++) {
            attempt("name" + i, "10.2." + i / 250 + "." + i % 250);
        }
        assertThat(attempt("ann", "10.0.0.9")).as("the oldest is forgotten").isEmpty();
    }

    /** A clock that the test sets. */
    private static final class Hands extends Clock {
        private Instant now = Instant.parse("2026-01-31T12:00:00Z");

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
