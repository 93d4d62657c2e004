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
    private static final Duration PERIOD = Duration.ofSeconds(10);

    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "tells-what-waits");
        thread.setDaemon(true);
        return thread;
    });
    private final Console console;
    private Optional<String> last = Optional.empty();
    private Optional<String> told = Optional.empty();
    private volatile Optional<String> lasting = Optional.empty();

    WaitingTold(Console console) {
        this.console = console;
    }

    /**
     * Begins to look.
     *
     * @param reason why the search waits; nothing where it does not
     */
    void begin(Supplier<Optional<String>> reason) {
        looks.scheduleWithFixedDelay(
                () -> look(reason.get()), PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look(Optional<String> now) {
        lasting = now.filter(reason -> last.equals(Optional.of(reason)));
        if (lasting.isPresent() && !lasting.equals(told)) {
            console.pass(lasting.get());
            told = lasting;
        }
        last = now;
    }

    /** Why the search has been waiting for a while; nothing where it has not. */
    Optional<String> lasting() {
        return lasting;
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
