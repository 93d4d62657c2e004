package io.falconet.cluster.cli.cluster;

import io.falconet.cluster.cli.terminal.ExitCode;
import io.falconet.cluster.spark.SparkDaemon;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.concurrent.TimeUnit;

/** Runs a master or worker in a process beside this one, which ends with it. */
final class Daemon {
    private static final long SECONDS_TO_END = 10;

    private Daemon() {}

    /** Waits until it ends. Gives the exit code. */
    static int run(SparkDaemon daemon) throws IOException, InterruptedException {
        Process process = daemon.process()
                .redirectOutput(Redirect.INHERIT)
                .redirectError(Redirect.INHERIT)
                .start();
        Thread end = new Thread(() -> end(process), "ends-daemon");
        Runtime.getRuntime().addShutdownHook(end);
        return process.waitFor() == 0 ? 0 : ExitCode.WORK_FAILED;
    }

    private static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
    }
}
