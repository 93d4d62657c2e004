package io.falconet.cluster.cli.terminal;

import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Where a command speaks.
 *
 * @param out results
 * @param err progress and logs
 */
public record Console(PrintWriter out, PrintWriter err) {
    /** Where that command was told to speak. */
    public static Console of(CommandSpec command) {
        return new Console(command.commandLine().getOut(), command.commandLine().getErr());
    }

    /** Tells how the work goes. */
    public void say(String format, Object... arguments) {
        err.println(format.formatted(arguments));
        err.flush();
    }

    /** Passes on what others say, word by word. */
    public void pass(String text) {
        err.println(text);
        err.flush();
    }

    /** What people typed to get here, to tell them what to type next. */
    public static String command() {
        return System.getProperty("falconet.command", "falconet");
    }

    /** Whether a person watches standard error; the launcher knows. */
    public static boolean watched() {
        return Boolean.getBoolean("falconet.terminal");
    }
}
