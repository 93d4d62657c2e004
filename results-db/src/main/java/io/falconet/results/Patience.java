package io.falconet.results;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jdbi.v3.core.ConnectionException;

/**
 * Does work again whose connection was lost: of the processes that share an H2 file one serves the others, and when it
 * ends the next one takes over. What a second attempt cannot mend is thrown at once.
 */
final class Patience {
    /** With the pauses before each, about five seconds: for as long does H2 close, or change its server. */
    private static final int ATTEMPTS = 10;

    /** Attempts that wait for a server each take longer: so long may PostgreSQL start again. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(10);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    /**
     * H2: closing, closed, connection broken, file closed under it, file still with its former server; and any error
     * inside of it while it closes.
     */
    private static final Set<String> LOST =
            Set.of("90135", "90098", "90121", "90067", "90007", "90028", "90031", "90020", "50000");

    /** PostgreSQL: nobody listens at that address, or he who does wants none of us. */
    private static final Set<String> REFUSED = Set.of("08001", "08004");

    private Patience() {}

    /**
     * Returns the result of the first attempt that has one.
     *
     * @param work may be done several times, and throws a ResultsException where the database failed
     * @param lost done before each further attempt
     * @throws ResultsException that of the last attempt
     */
    static <T> T with(Supplier<T> work, Runnable lost) {
        long start = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (ResultsException e) {
                if (attempt == ATTEMPTS || System.nanoTime() - start > LONGEST.toNanos() || !lost(e)) {
                    throw e;
                }
                lost.run();
                LockSupport.parkNanos(
                        Math.min(SHORTEST_PAUSE.multipliedBy(1L << attempt).toNanos(), LONGEST_PAUSE.toNanos()));
            }
        }
    }

    /** Whether the connection was lost, rather than the work refused. No second attempt finds room on a full disk. */
    static boolean lost(ResultsException failure) {
        if (failure.full()) {
            return false;
        }
        String state = failure.sqlState().orElse("");
        return failure.getCause() instanceof ConnectionException
                || state.startsWith("08") && !REFUSED.contains(state)
                || state.startsWith("57P")
                || LOST.contains(state);
    }
}
