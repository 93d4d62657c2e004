package io.falconet.cluster.spark;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which cluster is asked for, and what each evaluation gets of it.
 *
 * @param master address of a Spark master; {@code local[n]} runs n evaluations at a time inside this JVM
 * @param gpus that an evaluation gets: 0, a share such as 0.5, or a whole number
 * @param memory Java heap of each executor, as Spark writes it: {@code 2g}
 * @param limit after which an evaluation has failed; nothing where it may take for ever
 * @param secret a file with what the cluster's master and workers know; nothing where they let in everybody
 * @param settings further Spark settings, by name; they go before all others
 */
public record ClusterRequest(
        String master,
        double gpus,
        String memory,
        Optional<Duration> limit,
        Optional<Path> secret,
        Map<String, String> settings) {
    /** Java heap of an executor that nobody has said otherwise for. */
    public static final String USUAL_MEMORY = "2g";

    public ClusterRequest {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** This machine alone, with n evaluations at a time inside this JVM. */
    public static ClusterRequest local(int slots) {
        return new ClusterRequest(
                "local[" + slots + "]", 0, USUAL_MEMORY, Optional.empty(), Optional.empty(), Map.of());
    }

    /** Whether evaluations run inside this JVM. */
    boolean here() {
        return master.matches("local(\\[.*)?");
    }
}
