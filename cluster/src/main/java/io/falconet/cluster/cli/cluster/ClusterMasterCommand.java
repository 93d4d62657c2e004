package io.falconet.cluster.cli.cluster;

import io.falconet.cluster.cli.terminal.ClusterOptions;
import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.cli.terminal.HostPort;
import io.falconet.cluster.spark.SparkDaemon;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the master of a cluster. */
@Command(
        name = "master",
        description = {
            "Start the master of a cluster, which workers join and to which searches come. Runs until Ctrl-C.",
            "It is Spark's own standalone master; any machine of the cluster can run it."
        })
public final class ClusterMasterCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:7077",
            description =
                    "Where, by an address that workers and searches reach (default: ${DEFAULT-VALUE}, this machine alone).")
    private String listen;

    @Option(
            names = "--page",
            paramLabel = "PORT",
            defaultValue = "8090",
            description = "Of its web page, which shows workers and what they do (default: ${DEFAULT-VALUE}).")
    private int page;

    @Option(
            names = "--secret",
            paramLabel = "FILE",
            description = "With a secret that workers and searches must know; what they say is encrypted then.")
    private Path secret;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            defaultValue = "falconet-master",
            description = "For its files (default: ${DEFAULT-VALUE}).")
    private Path folder;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Console console = Console.of(command);
        ClusterOptions.checkSecret(secret);
        HostPort place = HostPort.parse(listen);
        String guarded = secret == null ? "" : " --secret " + secret;
        if (secret == null && !place.loopback()) {
            console.say(
                    "Whoever reaches %s can run code on this cluster. Maybe add --secret FILE, the same on all machines.",
                    place);
        }
        console.say(
                """
                Workers join by:    %s cluster worker spark://%s%s
                Searches run on it: %s search STUDY.yaml --master spark://%s%s
                Its page:           http://%s:%d""",
                Console.command(), place, guarded, Console.command(), place, guarded, place.host(), page);
        SparkDaemon master = SparkDaemon.master(place.host(), place.port(), page, folder);
        return Daemon.run(master.guarded(Optional.ofNullable(secret)));
    }
}
