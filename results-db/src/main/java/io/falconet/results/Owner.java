package io.falconet.results;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names the process that drives a study, so that one which died on this machine is known to be dead at once: its claim
 * need not grow old before the study goes on.
 *
 * @param host the machine's name
 * @param process the process id there
 * @param started tells it from a later process of the same id
 */
public record Owner(String host, long process, Instant started) {
    private static final Pattern TEXT = Pattern.compile("process (\\d+) on (\\S+), started (\\S+)");
    /** What the operating system tells of a start may vary by its clock's tick. */
    private static final Duration TICK = Duration.ofSeconds(2);

    /** This process. */
    public static Owner thisProcess() {
        ProcessHandle process = ProcessHandle.current();
        return new Owner(hostName(), process.pid(), started(process));
    }

    /** For people, and for a claim to store. */
    public String text() {
        return "process " + process + " on " + host + ", started " + started;
    }

    /** Reads {@link #text()}; nothing where it names no process. */
    static Optional<Owner> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(
                        new Owner(matcher.group(2), Long.parseLong(matcher.group(1)), Instant.parse(matcher.group(3))))
                : Optional.empty();
    }

    /** Whether the process ran on this machine and runs no more. False where that cannot be known. */
    boolean gone() {
        return host.equals(hostName())
                && ProcessHandle.of(process)
                        .filter(ProcessHandle::isAlive)
                        .filter(found ->
                                Duration.between(started, started(found)).abs().compareTo(TICK) < 0)
                        .isEmpty();
    }

    private static Instant started(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
