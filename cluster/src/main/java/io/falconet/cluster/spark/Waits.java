package io.falconet.cluster.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.SparkJobInfo;
import org.apache.spark.SparkStageInfo;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.JavaSparkStatusTracker;

/** Knows which evaluations were given to Spark, and why one of them is not under way yet. Thread-safe. */
final class Waits {
    private static final int MOST_NAMED = 8;

    private final JavaSparkContext spark;
    private final ClusterRequest request;
    private final Set<String> given = ConcurrentHashMap.newKeySet();

    Waits(JavaSparkContext spark, ClusterRequest request) {
        this.spark = spark;
        this.request = request;
    }

    /** From now on it counts; Spark knows its job by that group. */
    void given(String label) {
        given.add(label);
    }

    /** It counts no more. */
    void done(String label) {
        given.remove(label);
    }

    /** Why none of a study's evaluations is under way, though there are some; nothing where one is. */
    Optional<String> why(String study) {
        List<String> busy = given.stream().filter(this::runs).sorted().toList();
        List<String> its = given.stream()
                .filter(label -> label.startsWith(study + ":"))
                .sorted()
                .toList();
        if (its.isEmpty() || its.stream().anyMatch(busy::contains)) {
            return Optional.empty();
        }
        return Optional.of(named(its) + " wait: " + reason(busy));
    }

    private String reason(List<String> busy) {
        if (busy.isEmpty()) {
            return "no worker of %s gives them a place. Maybe none has joined it, or none has %s of memory and %s free."
                    .formatted(
                            request.master(), request.memory(), request.share(0).text());
        }
        return "no %s free: in use by %s.".formatted(request.executorGpus() > 0 ? "GPU" : "slot", named(busy));
    }

    /** Whether an evaluation is under way. */
    boolean runs(String label) {
        JavaSparkStatusTracker tracker = spark.statusTracker();
        return Arrays.stream(tracker.getJobIdsForGroup(label))
                .mapToObj(tracker::getJobInfo)
                .filter(job -> job != null)
                .map(SparkJobInfo::stageIds)
                .flatMapToInt(Arrays::stream)
                .mapToObj(tracker::getStageInfo)
                .filter(stage -> stage != null)
                .mapToInt(SparkStageInfo::numActiveTasks)
                .anyMatch(active -> active > 0);
    }

    private static String named(List<String> labels) {
        List<String> named = new ArrayList<>(labels.subList(0, Math.min(MOST_NAMED, labels.size())));
        if (labels.size() > MOST_NAMED) {
            named.add("%d more".formatted(labels.size() - MOST_NAMED));
        }
        return String.join(", ", named);
    }
}
