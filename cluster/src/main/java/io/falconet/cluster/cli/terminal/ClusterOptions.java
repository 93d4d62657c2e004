package io.falconet.cluster.cli.terminal;

import io.falconet.cluster.driver.RequestException;
import io.falconet.cluster.spark.ClusterRequest;
import io.falconet.cluster.spark.SparkCluster;
import io.falconet.cluster.spark.StudyExecutors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** On what evaluations run. */
public final class ClusterOptions {
    @Option(
            names = "--master",
            paramLabel = "URL",
            description = "Spark master (default: this machine, a task for each of the study's slots).")
    private String master;

    @Option(
            names = "--gpus",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "GPUs of the cluster for each evaluation; 0.5 lets two share one (default: ${DEFAULT-VALUE}).")
    private double gpus;

    @Option(
            names = "--executor-memory",
            paramLabel = "SIZE",
            defaultValue = ClusterRequest.USUAL_MEMORY,
            description = "Java heap of each of the cluster's executors (default: ${DEFAULT-VALUE}).")
    private String memory = ClusterRequest.USUAL_MEMORY;

    @Option(
            names = "--trial-limit",
            paramLabel = "MINUTES",
            description = "After so long a trial has failed (default: it may take as long as it likes).")
    private Double minutes;

    @Option(
            names = "--secret",
            paramLabel = "FILE",
            description = "With the secret that the cluster's master asks for.")
    private Path secret;

    @Option(names = "--conf", paramLabel = "KEY=VALUE", description = "Further Spark settings.")
    private Map<String, String> settings = new LinkedHashMap<>();

    /**
     * Starts what evaluates, or connects to it.
     *
     * @param slots evaluations at a time, where it is this machine
     * @throws RequestException if what was typed cannot be
     */
    public SparkCluster start(int slots) {
        check();
        return SparkCluster.start(new ClusterRequest(
                master == null ? "local[" + slots + "]" : master,
                gpus,
                memory,
                minutes == null ? Optional.empty() : Optional.of(Duration.ofMillis((long) (minutes * 60_000))),
                Optional.ofNullable(secret),
                settings));
    }

    /**
     * The same for one study, with which the cluster is left.
     *
     * @param slots evaluations that it gives to the cluster at a time
     */
    public StudyExecutors executors(String study, int slots) {
        return start(slots).executorsAlone(study, slots);
    }

    /**
     * Looks at what was typed.
     *
     * @throws RequestException if it cannot be
     */
    public void check() {
        if (master != null && !master.matches("local(\\[.*)?|spark://.+|k8s://.+|yarn")) {
            throw new RequestException(
                    "The address of a Spark master was expected, found \"" + master + "\".",
                    "spark://HOST:7077, k8s://HOST, yarn or local[2] is meant.");
        }
        if (gpus < 0 || gpus > 1 && gpus != Math.rint(gpus) || gpus > 0.5 && gpus < 1) {
            throw new RequestException(
                    "GPUs for each evaluation were expected, a whole number or a share of at most 0.5, found %s."
                            .formatted(gpus),
                    "1, or 0.5 so that two share one.");
        }
        if (gpus > 0 && (master == null || master.startsWith("local"))) {
            throw new RequestException(
                    "GPUs are given out by a cluster's master, found none named.",
                    "falconet cluster master starts one; --master spark://HOST:7077 names it.");
        }
        if (minutes != null && minutes <= 0) {
            throw new RequestException(
                    "Minutes were expected, found --trial-limit %s.".formatted(minutes),
                    "60, or 0.5 for half a minute.");
        }
        checkSecret(secret);
    }

    /**
     * Looks at a file with a secret, where there is one.
     *
     * @throws RequestException if it cannot be read
     */
    public static void checkSecret(Path secret) {
        if (secret != null && !Files.isReadable(secret)) {
            throw new RequestException(
                    "A file with the cluster's secret was expected at %s, found none that can be read."
                            .formatted(secret),
                    "copy it from the master's machine.");
        }
    }
}
