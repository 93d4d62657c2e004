package io.falconet.cluster.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.SparkConf;

/** How Spark is told what is asked of it. */
final class SparkSettings {
    /** Executors of this JVM are not lost when the machine slept for longer than the two minutes that are usual. */
    private static final String LONGEST_SLEEP = "7d";
    /** An evaluation with its weights comes with the message that says that it is done: nothing is fetched afterwards. */
    private static final String LARGEST_ANSWER = "100m";
    /** A training that was given up ends after the step under way; an executor in which one never does is ended. */
    private static final String LONGEST_END = "2min";

    private SparkSettings() {}

    /**
     * The settings.
     *
     * @param folder for what is sent to executors
     */
    static SparkConf of(ClusterRequest request, Path folder) {
        SparkConf conf = new SparkConf(true)
                .setAppName("falconet")
                .setMaster(request.master())
                .set("spark.ui.enabled", "false")
                .set("spark.ui.showConsoleProgress", "false")
                .set("spark.scheduler.mode", "FAIR")
                .set("spark.speculation", "false")
                .set("spark.task.maxDirectResultSize", LARGEST_ANSWER)
                .set("spark.executor.extraJavaOptions", "-Dai.djl.offline=true")
                .set("spark.executorEnv.OMP_NUM_THREADS", "1")
                .set("spark.executorEnv.OMP_WAIT_POLICY", "PASSIVE");
        if (request.here()) {
            conf.set("spark.network.timeout", LONGEST_SLEEP)
                    .set("spark.driver.host", "127.0.0.1")
                    .set("spark.driver.bindAddress", "127.0.0.1");
        } else {
            conf.set("spark.executor.memory", request.memory())
                    .set("spark.jars", code(request.libraries(), folder))
                    .set("spark.task.reaper.enabled", "true")
                    .set("spark.task.reaper.killTimeout", LONGEST_END)
                    // What broke on one executor is tried again on another, not where it broke at once.
                    .set("spark.excludeOnFailure.taskAndStage.enabled", "true")
                    .set("spark.excludeOnFailure.task.maxTaskAttemptsPerNode", "3")
                    .set("spark.scheduler.excludeOnFailure.unschedulableTaskSetTimeout", "1s");
            driverHost(request.master(), conf);
        }
        if (!request.here()) {
            share(request, conf);
        }
        request.secret().ifPresent(file -> {
            guarded().forEach(conf::set);
            conf.set("spark.authenticate.secret", secret(file)); // which executors are not told by their command line
        });
        request.settings().forEach(conf::set);
        return conf;
    }

    /** Lets nobody in who does not know the secret, and encrypts what is said. */
    static Map<String, String> guarded() {
        return Map.of("spark.authenticate", "true", "spark.network.crypto.enabled", "true");
    }

    /** What is in a file with a secret; whoever knows it is let in. */
    static String secret(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("A file with the cluster's secret was expected at %s.".formatted(file), e);
        }
    }

    /** Executors in which as many evaluations have room as can share their GPUs, or the largest of them alone. */
    private static void share(ClusterRequest request, SparkConf conf) {
        Share usual = request.share(0);
        conf.set("spark.task.cpus", "" + usual.cores());
        int gpus = request.executorGpus();
        if (gpus > 0) {
            int cores = request.shares().stream()
                    .mapToInt(share -> share.cores() * share.fitting(gpus))
                    .max()
                    .orElseThrow();
            conf.set("spark.task.resource.gpu.amount", amount(usual.gpus()))
                    .set("spark.executor.resource.gpu.amount", "" + gpus)
                    .set("spark.executor.cores", "" + cores);
        }
    }

    /** As Spark reads it: shares with a point, more than one without. */
    private static String amount(double gpus) {
        return gpus < 1 ? "" + gpus : "" + (int) gpus;
    }

    private static String code(boolean libraries, Path folder) {
        return OwnCode.jars(libraries, folder).stream()
                .map(jar -> jar.toUri().toString())
                .collect(Collectors.joining(","));
    }

    /** Executors answer to the address by which this machine goes to their master: names are not known everywhere. */
    private static void driverHost(String master, SparkConf conf) {
        if (!master.startsWith("spark://")) {
            return;
        }
        URI first = URI.create(master.split(",", 2)[0]);
        try {
            conf.set("spark.driver.host", OwnJvm.addressTowards(first.getHost(), first.getPort()));
        } catch (IOException e) {
            System.getLogger(SparkSettings.class.getName()).log(System.Logger.Level.DEBUG, "No way to " + master, e);
        }
    }
}
