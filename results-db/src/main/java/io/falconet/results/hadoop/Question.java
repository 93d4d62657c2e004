package io.falconet.results.hadoop;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.time.Duration;
import org.apache.hadoop.hdfs.server.namenode.SafeModeException;

/** What is asked of a file system, and may be asked twice. */
interface Question<T> {
    /** For so long may a server be gone that is started again. */
    Duration PATIENCE = Duration.ofSeconds(10);

    /** For so long may a namenode that has just started look for its blocks; by itself it does for half a minute. */
    Duration PATIENCE_WITH_BLOCKS = Duration.ofSeconds(45);

    Duration PAUSE = Duration.ofMillis(500);

    /**
     * Asks.
     *
     * @throws IOException if there is no answer
     */
    T ask() throws IOException;

    /**
     * Asks again where the connection breaks or is refused, and while a namenode starts. HDFS's client does not: after its
     * server was started again it fails at once, by the connection that it had.
     */
    static <T> T answer(Question<T> question) throws IOException {
        long start = System.nanoTime();
        while (true) {
            try {
                return question.ask();
            } catch (EOFException | ConnectException | SafeModeException e) {
                Duration patience = e instanceof SafeModeException ? PATIENCE_WITH_BLOCKS : PATIENCE;
                if (System.nanoTime() - start > patience.toNanos()) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() throws InterruptedIOException {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while a server was waited for");
        }
    }
}
