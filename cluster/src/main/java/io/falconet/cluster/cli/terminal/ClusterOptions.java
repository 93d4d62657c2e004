package io.falconet.cluster.cli.terminal;

import io.falconet.cluster.driver.RequestException;
import io.falconet.cluster.spark.SparkCluster;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** On what evaluations run. */
public final class ClusterOptions {
    @Option(
            names = "--master",
            paramLabel = "URL",
            description = "Spark master (default: this machine, a task for each of the study's slots).")
    private String master;

    @Option(names = "--conf", paramLabel = "KEY=VALUE", description = "Further Spark settings.")
    private Map<String, String> settings = new LinkedHashMap<>();

    /**
     * Starts what evaluates, or connects to it.
     *
     * @param slots evaluations at a time
     * @throws RequestException if the address is none of a Spark master
     */
    public SparkCluster start(int slots) {
        check();
        return SparkCluster.start(master == null ? SparkCluster.local(slots) : master, slots, settings);
    }

    /**
     * Looks at what was typed.
     *
     * @throws RequestException if it is no address of a master
     */
    public void check() {
        if (master != null && !master.matches("local.*|spark://.+|k8s://.+|yarn")) {
            throw new RequestException(
                    "The address of a Spark master was expected, found \"" + master + "\".",
                    "spark://HOST:7077, k8s://HOST, yarn or local[2] is meant.");
        }
    }
}
