package io.falconet.dashboard.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Lets nobody guess fast. Five wrong passwords for an account, or twenty from an address, cost nothing; after that each one
 * is followed by a wait that doubles, from five seconds to a quarter of an hour. An hour without an attempt is as if there
 * had been none. Whether there is an account of that name makes no difference.
 *
 * <p>Kept in memory, for some ten thousand accounts and addresses: the oldest are forgotten first.
 */
final class LoginThrottle {
    private static final int FREE_BY_ACCOUNT = 5;
    private static final int FREE_BY_ADDRESS = 20;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration MEMORY = Duration.ofHours(1);
    private static final int MOST = 10_000;

    private final Clock clock;
    private final Map<String, Attempts> known = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Attempts> eldest) {
            return size() > MOST;
        }
    };

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    /**
     * Begins an attempt. It counts as a wrong one until {@link #succeeded} says otherwise, so that many at once are no way
     * around this.
     *
     * @return how long to wait first; empty where it may be made now
     */
    synchronized Optional<Duration> attempt(String account, String address) {
        Instant now = clock.instant();
        Attempts byAccount = attempts("account " + account, now);
        Attempts byAddress = attempts("address " + address, now);
        Instant from = later(byAccount.until(FREE_BY_ACCOUNT), byAddress.until(FREE_BY_ADDRESS));
        if (from.isAfter(now)) {
            return Optional.of(Duration.between(now, from));
        }
        known.put("account " + account, byAccount.another(now));
        known.put("address " + address, byAddress.another(now));
        return Optional.empty();
    }

    /** Ends an attempt well. Others from that address count on. */
    synchronized void succeeded(String account, String address) {
        known.remove("account " + account);
        known.computeIfPresent("address " + address, (key, attempts) -> attempts.oneLess());
    }

    private Attempts attempts(String key, Instant now) {
        Attempts attempts = known.get(key);
        return attempts == null || attempts.last().plus(MEMORY).isBefore(now)
                ? new Attempts(0, Instant.EPOCH)
                : attempts;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** How many wrong ones there were, and when the last. */
    private record Attempts(int count, Instant last) {
        /** When the next may be made. */
        Instant until(int free) {
            if (count < free) {
                return last;
            }
            Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(count - free, 20));
            return last.plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
        }

        Attempts another(Instant now) {
            return new Attempts(count + 1, now);
        }

        Attempts oneLess() {
            return new Attempts(Math.max(0, count - 1), last);
        }
    }
}
