package io.falconet.cluster.cli.terminal;

import java.io.PrintWriter;
import java.util.regex.Matcher;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Where a command speaks.
 *
 * @param out results
 * @param err progress and logs
 * @param prefix of each line of progress; empty where there is nothing to tell apart
 */
public record Console(PrintWriter out, PrintWriter err, String prefix) {
    /** Where that command was told to speak. */
    public static Console of(CommandSpec command) {
        return new Console(command.commandLine().getOut(), command.commandLine().getErr(), "");
    }

    /** The same for one of several works that go on at a time. */
    public Console of(String work) {
        return new Console(out, err, work + ": ");
    }

    /** Tells how the work goes. */
    public void say(String format, Object... arguments) {
        pass(format.formatted(arguments));
    }

    /** Passes on what others say, word by word. */
    public void pass(String text) {
        err.println(prefix.isEmpty() ? text : text.replaceAll("(?m)^(?=.)", Matcher.quoteReplacement(prefix)));
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
