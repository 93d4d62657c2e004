package io.falconet.results;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
public record Owner(String host, long process, String started) {
    private static final Pattern TEXT = Pattern.compile("process (\\d+) on (\\S+), started at (.+)");
    /** Of what Linux tells of a process behind its name: when it started, in ticks since the machine did. */
    private static final int START = 19;

    /** This process. */
    public static Owner thisProcess() {
        return of(ProcessHandle.current());
    }

    static Owner of(ProcessHandle process) {
        return new Owner(hostName(), process.pid(), started(process));
    }

    /** For people, and for a claim to store. */
    public String text() {
        return "process " + process + " on " + host + ", started at " + started;
    }

    /** Reads {@link #text()}; nothing where it names no process. */
    static Optional<Owner> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new Owner(matcher.group(2), Long.parseLong(matcher.group(1)), matcher.group(3)))
                : Optional.empty();
    }

    /** Whether the process ran on this machine and runs no more. False where that cannot be known. */
    boolean gone() {
        return host.equals(hostName()) && !runs();
    }

    /** Whether it is another process of this machine, and runs. False where that cannot be known. */
    boolean neighbour() {
        return host.equals(hostName()) && process != ProcessHandle.current().pid() && runs();
    }

    private boolean runs() {
        return ProcessHandle.of(process)
                .filter(ProcessHandle::isAlive)
                .map(Owner::started)
                .filter(started::equals)
                .isPresent();
    }

    /** On Linux no time of day: what Java makes of it is another one for each process after the clock was set. */
    private static String started(ProcessHandle process) {
        Path told = Path.of("/proc", Long.toString(process.pid()), "stat");
        try {
            String text = Files.readString(told, StandardCharsets.ISO_8859_1);
            return "tick " + text.substring(text.lastIndexOf(") ") + 2).split(" ")[START];
        } catch (IOException e) {
            return process.info().startInstant().orElse(Instant.EPOCH).toString();
        }
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
