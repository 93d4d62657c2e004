package io.falconet.results;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Lets the processes that share an H2 file open and close it one at a time. H2 bears both at once, but badly: who opens
 * while another closes waits for seconds and then may fail, and who is served by one that closes loses its connection.
 *
 * <p>A courtesy, no guard, since H2 has its own: where a file cannot be locked, or another keeps it locked for too long,
 * the work is done all the same.
 *
 * @param folder of the H2 file; nothing for any other database, which needs none of this
 */
record Turnstile(Optional<Path> folder) {
    private static final String FILE = "falconet.turn";
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(2);
    /** After each turn, long enough for who waits to take the next: who opens and closes all the time lets others in. */
    private static final Duration COURTESY = Duration.ofMillis(10);

    /** Does the work when nobody else opens or closes. */
    <T> T through(Supplier<T> work) {
        Optional<FileChannel> turn = folder.flatMap(Turnstile::take);
        try {
            return work.get();
        } finally {
            turn.ifPresent(Turnstile::leave);
        }
    }

    /** As the other, for work without a result. */
    void through(Runnable work) {
        through(() -> {
            work.run();
            return null;
        });
    }

    private static Optional<FileChannel> take(Path folder) {
        try {
            FileChannel file =
                    FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock(file);
            return Optional.of(file);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void lock(FileChannel file) {
        long start = System.nanoTime();
        while (!locked(file) && System.nanoTime() - start < LONGEST_WAIT.toNanos()) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** Whether it need not be waited for: it is locked, or cannot be. */
    private static boolean locked(FileChannel file) {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // by another store of this process
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** Unlocks as well. */
    private static void leave(FileChannel file) {
        try {
            file.close();
        } catch (IOException e) {
            // then the lock ends with the process, and the others wait no longer than they must
        }
        LockSupport.parkNanos(COURTESY.toNanos());
    }
}
