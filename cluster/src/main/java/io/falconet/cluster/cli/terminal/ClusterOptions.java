package io.falconet.cluster.cli.terminal;

import io.falconet.cluster.driver.RequestException;
import io.falconet.cluster.spark.ClusterRequest;
import io.falconet.cluster.spark.Share;
import io.falconet.cluster.spark.SparkCluster;
import io.falconet.cluster.spark.StudyExecutors;
import io.falconet.space.study.StudySpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
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
            split = ",",
            description = {
                "GPUs of the cluster for each evaluation; 0.5 lets two share one (default: none).",
                "Of a study with rungs one number for each, such as 0.25,0.5,1; the last is for all further ones."
            })
    private List<Double> gpus = List.of();

    @Option(
            names = "--cores",
            paramLabel = "N",
            split = ",",
            description = {
                "Cores of the cluster for each evaluation, which trains with as many threads (default: 1).",
                "Of a study with rungs one number for each, as of --gpus."
            })
    private List<Integer> cores = List.of();

    @Option(
            names = "--executor-memory",
            paramLabel = "SIZE",
            defaultValue = ClusterRequest.USUAL_MEMORY,
            description = "Java heap of each of the cluster's executors (default: ${DEFAULT-VALUE}).")
    private String memory = ClusterRequest.USUAL_MEMORY;

    @Option(
            names = "--send-libraries",
            description =
                    "Send Falconet's libraries to the cluster's executors too, 500 MB each: where its machines have Spark alone.")
    private boolean libraries;

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
        return SparkCluster.start(request(master == null ? "local[" + slots + "]" : master));
    }

    private ClusterRequest request(String address) {
        return new ClusterRequest(
                address,
                shares(),
                memory,
                libraries,
                minutes == null ? Optional.empty() : Optional.of(Duration.ofMillis((long) (minutes * 60_000))),
                Optional.ofNullable(secret),
                settings);
    }

    /** Whether evaluations run on other machines. */
    public boolean elsewhere() {
        return master != null && !master.startsWith("local");
    }

    private List<Share> shares() {
        return IntStream.range(0, Math.max(1, Math.max(cores.size(), gpus.size())))
                .mapToObj(i -> new Share(at(cores, i, 1), at(gpus, i, 0.0)))
                .toList();
    }

    private static <T> T at(List<T> values, int place, T usual) {
        return values.isEmpty() ? usual : values.get(Math.min(place, values.size() - 1));
    }

    /** The same for one study, with which the cluster is left. */
    public StudyExecutors executors(StudySpec spec) {
        return start(spec.slots()).executorsAlone(spec.name(), spec.slots(), spec.fidelities());
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
        checkShares();
        Optional<String> profile =
                master == null ? Optional.empty() : request(master).lackingProfile();
        if (profile.isPresent()) {
            throw new RequestException(
                    "Spark's module for %s was expected, found a build without it.".formatted(master),
                    "FALCONET_BUILD=-P%s before the command builds it in.".formatted(profile.get()));
        }
        if (minutes != null && minutes <= 0) {
            throw new RequestException(
                    "Minutes were expected, found --trial-limit %s.".formatted(minutes),
                    "60, or 0.5 for half a minute.");
        }
        checkSecret(secret);
    }

    private void checkShares() {
        for (double gpu : gpus) {
            if (!Share.dividing(gpu)) {
                throw new RequestException(
                        "GPUs for each evaluation were expected, a whole number or a share of at most 0.5, found %s."
                                .formatted(gpu),
                        "1, or 0.5 so that two share one.");
            }
        }
        for (int some : cores) {
            if (some < 1) {
                throw new RequestException(
                        "Cores for each evaluation were expected, found %d.".formatted(some),
                        "1, or 2 for two threads.");
            }
        }
        boolean shared = gpus.stream().anyMatch(gpu -> gpu > 0) || !cores.isEmpty();
        if (shared && !elsewhere()) {
            throw new RequestException(
                    "%s are given out by a cluster's master, found none named."
                            .formatted(gpus.isEmpty() ? "Cores" : "GPUs"),
                    "falconet cluster master starts one; --master spark://HOST:7077 names it.");
        }
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
