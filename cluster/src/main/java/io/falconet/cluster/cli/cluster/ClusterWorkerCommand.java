package io.falconet.cluster.cli.cluster;

import com.sun.management.OperatingSystemMXBean;
import io.falconet.cluster.cli.terminal.ClusterOptions;
import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.cli.terminal.HostPort;
import io.falconet.cluster.driver.RequestException;
import io.falconet.cluster.spark.SparkDaemon;
import io.falconet.latency.measure.NvidiaGpus;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets this machine work for a cluster. */
@Command(
        name = "worker",
        description = {
            "Let this machine train for the searches of a cluster. Runs until Ctrl-C.",
            "It is Spark's own standalone worker. What trainings print is in its folder, under work."
        })
public final class ClusterWorkerCommand implements Callable<Integer> {
    private static final String SCHEME = "spark://";

    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "MASTER", description = "Address of the cluster's master, spark://HOST:PORT.")
    private String master;

    @Option(
            names = "--cores",
            paramLabel = "N",
            description = "Evaluations at a time (default: as many as there are cores).")
    private int cores = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            description = "Java heap of all its executors, such as 6g (default: half of the machine's memory).")
    private String memory;

    @Option(
            names = "--gpus",
            paramLabel = "N",
            split = ",",
            description = "Its GPUs by their numbers, such as 0,1 (default: those of NVIDIA that the system tells of).")
    private List<String> gpus;

    @Option(
            names = "--host",
            description = "By which the others reach this machine (default: its address on the way to the master).")
    private String host;

    @Option(names = "--secret", paramLabel = "FILE", description = "With the secret that the master asks for.")
    private Path secret;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            defaultValue = "falconet-worker",
            description = "For data, and what trainings print (default: ${DEFAULT-VALUE}).")
    private Path folder;

    @Override
    public Integer call() throws IOException, InterruptedException {
        ClusterOptions.checkSecret(secret);
        if (!master.startsWith(SCHEME)) {
            throw new RequestException(
                    "The address of a cluster's master was expected, found \"" + master + "\".",
                    SCHEME + "HOST:7077 is meant, as the master says when it starts.");
        }
        HostPort place = HostPort.parse(master.substring(SCHEME.length()));
        List<String> given = gpus == null ? NvidiaGpus.here() : gpus;
        Console.of(command)
                .say(
                        "Worker of %s: %d cores%s. Its folder: %s",
                        master,
                        cores,
                        given.isEmpty() ? "" : ", GPUs " + String.join(", ", given),
                        folder.toAbsolutePath().normalize());
        SparkDaemon worker = SparkDaemon.worker(
                master,
                host == null ? towards(place) : host,
                cores,
                memory == null ? halfOfMemory() : memory,
                given,
                folder);
        return Daemon.run(worker.guarded(Optional.ofNullable(secret)));
    }

    private static String halfOfMemory() {
        OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return (machine.getTotalMemorySize() >> 21) + "m";
    }

    private static String towards(HostPort master) throws IOException {
        master.loopback();
        try (DatagramSocket way = new DatagramSocket()) {
            way.connect(new InetSocketAddress(master.host(), master.port()));
            return way.getLocalAddress().getHostAddress();
        }
    }
}
