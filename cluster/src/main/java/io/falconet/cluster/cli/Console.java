package io.falconet.cluster.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Where a command speaks.
 *
 * @param out results
 * @param err progress and logs
 */
record Console(PrintWriter out, PrintWriter err) {
    static Console of(CommandSpec command) {
        return new Console(command.commandLine().getOut(), command.commandLine().getErr());
    }

    /** Tells how the work goes. */
    void say(String format, Object... arguments) {
        err.println(format.formatted(arguments));
        err.flush();
    }

    /** Passes on what others say, word by word. */
    void pass(String text) {
        err.println(text);
        err.flush();
    }

    /** What people typed to get here, to tell them what to type next. */
    static String command() {
        return System.getProperty("falconet.command", "falconet");
    }

    /** Whether a person watches standard error; the launcher knows. */
    static boolean watched() {
        return Boolean.getBoolean("falconet.terminal");
    }
}
