package io.falconet.results;

import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * Runs work against the database, each piece in one transaction. Where the connection is lost the work is done again on
 * another, with {@link Patience}.
 *
 * <p>Whether a lost connection had committed cannot be known, so work must bear being done twice.
 *
 * <p>The work is done by threads that nobody interrupts, and whoever waits for it is interrupted after it: an interrupted
 * thread that touches H2's file closes it for all.
 */
public final class Transactions implements AutoCloseable {
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
    public <T> T in(HandleCallback<T, RuntimeException> work) {
        return done(() -> jdbi.inTransaction(work));
    }

    /**
     * As {@link #in}, for one of the threads that {@link #later} lends.
     *
     * @throws ResultsException if the database cannot do it
     */
    <T> T here(HandleCallback<T, RuntimeException> work) {
        return patient(() -> jdbi.inTransaction(work));
    }

    /**
     * Has something done soon by a thread that nobody interrupts.
     *
     * @throws ResultsException if this is closed
     */
    void later(Runnable work) {
        try {
            threads.execute(work);
        } catch (RejectedExecutionException e) {
            throw closed(e);
        }
    }

    private <T> T patient(Supplier<T> work) {
        return Patience.with(() -> attempt(work), this::forgetConnections);
    }

    private ResultsException closed(RejectedExecutionException cause) {
        return new ResultsException("The database at " + address + " is closed.", cause);
    }

    private <T> T done(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(() -> patient(work), threads).join();
        } catch (RejectedExecutionException e) {
            throw closed(e);
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** As {@link #in}, for work without a result. */
    public void use(HandleConsumer<RuntimeException> work) {
        in((Handle handle) -> {
            work.useHandle(handle);
            return null;
        });
    }

    /**
     * As {@link #in}, for work that reads in many statements and is to see one moment of the whole database, whatever others
     * write meanwhile. It keeps nobody from writing. H2 promises that for all tables at once from its level SNAPSHOT on,
     * and REPEATABLE READ only table by table, so the level that both databases have is the highest; it costs no more.
     */
    public <T> T snapshot(HandleCallback<T, RuntimeException> work) {
        return done(() -> jdbi.inTransaction(TransactionIsolationLevel.SERIALIZABLE, work));
    }

    @Override
    public void close() {
        threads.shutdown();
        source.close();
    }

    private <T> T attempt(Supplier<T> work) {
        address.requireFile();
        try {
            return work.get();
        } catch (JdbiException e) {
            throw failure(e);
        }
    }

    /** Where one connection is lost so are the others. */
    private void forgetConnections() {
        source.getHikariPoolMXBean().softEvictConnections();
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
                "The database at %s failed: %s%n%s"
                        .formatted(
                                address,
                                ResultsException.reason(cause),
                                Remedy.of(new ResultsException("", cause), remedy)),
                cause);
    }
}
