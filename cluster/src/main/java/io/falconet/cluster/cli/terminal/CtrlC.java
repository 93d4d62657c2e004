package io.falconet.cluster.cli.terminal;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jline.utils.Signals;

/**
 * Turns Ctrl-C, and a polite kill, into a request to stop. A second one ends the process at once. A shutdown
 * hook would come too late: database and cluster have hooks of their own and go down beside it.
 */
public final class CtrlC {
    private static final List<String> SIGNALS = List.of("INT", "TERM");

    private final List<Object> before;

    /**
     * From now on the first signal asks to stop.
     *
     * @param stop called from the thread that handles signals
     */
    public CtrlC(Console console, Runnable stop) {
        AtomicInteger times = new AtomicInteger();
        Runnable handler = () -> {
            if (times.incrementAndGet() > 1) {
                Runtime.getRuntime().halt(ExitCode.STOPPED);
            }
            console.say("%nStopping. Once more ends at once.");
            stop.run();
        };
        before = SIGNALS.stream()
                .map(signal -> Signals.register(signal, handler))
                .toList();
    }

    /** From now on the signals do what they did before. */
    public void forget() {
        for (int i = 0; i < before.size(); i++) {
            Signals.unregister(SIGNALS.get(i), before.get(i));
        }
    }
}
