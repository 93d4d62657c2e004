package io.falconet.cluster.cli.terminal;

/** What a command ends with where it did not do all that was asked: 0 is done. */
public final class ExitCode {
    /** The work failed, or what was looked at did. */
    public static final int WORK_FAILED = 1;
    /** The request was wrong. */
    public static final int REQUEST_WRONG = 2;
    /** Stopped by Ctrl-C: what shells call a command that ended by it. */
    public static final int STOPPED = 130;

    private ExitCode() {}
}
