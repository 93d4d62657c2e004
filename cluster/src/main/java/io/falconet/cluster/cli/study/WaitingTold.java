package io.falconet.cluster.cli.study;

import io.falconet.cluster.cli.terminal.Console;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Tells people why their search waits, where it does for a while; once a reason. */
final class WaitingTold implements AutoCloseable {
    private static final Duration PERIOD = Duration.ofSeconds(20);

    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "tells-what-waits");
        thread.setDaemon(true);
        return thread;
    });
    private final Console console;
    private final Supplier<Optional<String>> reason;
    private Optional<String> last = Optional.empty();
    private Optional<String> told = Optional.empty();

    /** @param reason why the search waits; nothing where it does not */
    WaitingTold(Console console, Supplier<Optional<String>> reason) {
        this.console = console;
        this.reason = reason;
    }

    /** Begins to look. */
    void begin() {
        looks.scheduleWithFixedDelay(this::look, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        Optional<String> now = reason.get();
        if (now.isPresent() && now.equals(last) && !now.equals(told)) {
            console.pass(now.get());
            told = now;
        }
        last = now;
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
