package io.falconet.cluster.spark;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.resource.ResourceProfile;
import org.apache.spark.resource.ResourceProfileBuilder;
import org.apache.spark.resource.TaskResourceRequests;

/**
 * Tells Spark what each job's task gets, where that is not what all get. Spark counts what an executor has left of cores and
 * of each GPU, whichever shares its tasks have. Thread-safe.
 */
final class Shares {
    private final ClusterRequest request;
    /** Made once each: Spark numbers them, and keeps them for ever. */
    private final Map<Share, ResourceProfile> profiles = new HashMap<>();

    Shares(ClusterRequest request) {
        this.request = request;
    }

    /** Computed with the share of the fidelity of that number. */
    <T> JavaRDD<T> of(int fidelity, JavaRDD<T> work) {
        Share share = request.share(fidelity);
        return request.here() || share.equals(request.share(0)) ? work : work.withResources(profile(share));
    }

    private synchronized ResourceProfile profile(Share share) {
        return profiles.computeIfAbsent(share, Shares::made);
    }

    private static ResourceProfile made(Share share) {
        TaskResourceRequests requests = new TaskResourceRequests().cpus(share.cores());
        return new ResourceProfileBuilder()
                .require(share.gpus() > 0 ? requests.resource("gpu", share.gpus()) : requests)
                .build();
    }
}
