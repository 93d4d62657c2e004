package io.falconet.cluster.spark;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which cluster is asked for, and what each evaluation gets of it.
 *
 * @param master address of a Spark master; {@code local[n]} runs n evaluations at a time inside this JVM
 * @param shares what an evaluation of each fidelity gets, that of the cheapest first; the last is for all further ones
 * @param memory Java heap of each executor, as Spark writes it: {@code 2g}
 * @param libraries whether Falconet's libraries are sent to the executors with its code: where a cluster has Spark alone
 * @param limit after which an evaluation has failed; nothing where it may take for ever
 * @param secret a file with what the cluster's master and workers know; nothing where they let in everybody
 * @param settings further Spark settings, by name; they go before all others
 */
public record ClusterRequest(
        String master,
        List<Share> shares,
        String memory,
        boolean libraries,
        Optional<Duration> limit,
        Optional<Path> secret,
        Map<String, String> settings) {
    /** Java heap of an executor that nobody has said otherwise for. */
    public static final String USUAL_MEMORY = "2g";

    public ClusterRequest {
        shares = List.copyOf(shares);
        if (shares.isEmpty()) {
            throw new IllegalArgumentException("What an evaluation gets was expected, found nothing. Maybe a core.");
        }
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** This machine alone, with n evaluations at a time inside this JVM. */
    public static ClusterRequest local(int slots) {
        return new ClusterRequest(
                "local[" + slots + "]",
                List.of(Share.CORE),
                USUAL_MEMORY,
                false,
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    /** The same, in which an evaluation has failed after so long. */
    public ClusterRequest within(Duration time) {
        return new ClusterRequest(master, shares, memory, libraries, Optional.of(time), secret, settings);
    }

    /**
     * What the build lacks for such a master: the profile that brings it; nothing where all is there. Spark's modules for
     * other resource managers are large and of use to few.
     */
    public Optional<String> lackingProfile() {
        Optional<String> manager = master.startsWith("k8s://")
                ? Optional.of("k8s.KubernetesClusterManager")
                : master.equals("yarn") ? Optional.of("YarnClusterManager") : Optional.empty();
        return manager.filter(name -> !there("org.apache.spark.scheduler.cluster." + name))
                .map(name -> name.startsWith("k8s") ? "kubernetes" : "yarn");
    }

    private static boolean there(String type) {
        try {
            Class.forName(type, false, ClusterRequest.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** What an evaluation of the fidelity of that number gets; 0 is the cheapest. */
    Share share(int fidelity) {
        return shares.get(Math.min(fidelity, shares.size() - 1));
    }

    /** How many GPUs an executor needs. */
    int executorGpus() {
        return (int) Math.ceil(shares.stream().mapToDouble(Share::gpus).max().orElseThrow());
    }

    /** Whether evaluations run inside this JVM. */
    boolean here() {
        return master.matches("local(\\[.*)?");
    }
}
