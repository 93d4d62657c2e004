package io.falconet.results;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Runs work against the database, each piece in one transaction. Where the connection is lost the work is done again on
 * another: of the processes that share an H2 file one serves the others, and when it ends the next one takes over.
 *
 * <p>Whether a lost connection had committed cannot be known, so work must bear being done twice.
 *
 * <p>The work is done by threads that nobody interrupts, and whoever waits for it is interrupted after it: an interrupted
 * thread that touches H2's file closes it for all.
 */
final class Transactions implements AutoCloseable {
    /** With the pauses before each, about five seconds: for as long does H2 close, or change its server. */
    private static final int ATTEMPTS = 10;

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(10);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    /**
     * H2: closing, closed, connection broken, file closed under it, file still with its former server; and any error
     * inside of it while it closes.
     */
    private static final Set<String> LOST =
            Set.of("90135", "90098", "90121", "90067", "90007", "90028", "90031", "90020", "50000");

    private final HikariDataSource source;
    private final Address address;
    private final Jdbi jdbi;
    private final ExecutorService threads;

    Transactions(HikariDataSource source, Address address) {
        this.source = source;
        this.address = address;
        this.jdbi = Jdbi.create(source);
        this.threads = Executors.newFixedThreadPool(source.getMaximumPoolSize(), Transactions::thread);
    }

    /**
     * Does the work and commits, or does nothing.
     *
     * @throws ResultsException if the database cannot do it
     */
    <T> T in(HandleCallback<T, RuntimeException> work) {
        try {
            return CompletableFuture.supplyAsync(() -> attempt(work), threads).join();
        } catch (RejectedExecutionException e) {
            throw new ResultsException("The database at " + address + " is closed.", e);
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** As {@link #in}, for work without a result. */
    void use(HandleConsumer<RuntimeException> work) {
        in((Handle handle) -> {
            work.useHandle(handle);
            return null;
        });
    }

    @Override
    public void close() {
        threads.shutdown();
        source.close();
    }

    private <T> T attempt(HandleCallback<T, RuntimeException> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return jdbi.inTransaction(work);
            } catch (JdbiException e) {
                ResultsException failure = failure(e);
                if (attempt == ATTEMPTS || !lost(failure)) {
                    throw failure;
                }
                // where one connection is lost so are the others
                source.getHikariPoolMXBean().softEvictConnections();
                LockSupport.parkNanos(
                        Math.min(SHORTEST_PAUSE.multipliedBy(1L << attempt).toNanos(), LONGEST_PAUSE.toNanos()));
            }
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "results");
        thread.setDaemon(true);
        return thread;
    }

    private ResultsException failure(JdbiException cause) {
        String remedy = cause instanceof ConnectionException
                ? "Maybe the database was closed, or its server is down; start again to go on where it stopped."
                : "Maybe the database was changed by another program.";
        return new ResultsException(
                "The database at %s failed: %s%n%s".formatted(address, ResultsException.reason(cause), remedy), cause);
    }

    private static boolean lost(ResultsException failure) {
        String state = failure.sqlState().orElse("");
        return failure.getCause() instanceof ConnectionException
                || state.startsWith("08")
                || state.startsWith("57P")
                || LOST.contains(state);
    }
}
