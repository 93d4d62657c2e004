package io.falconet.cluster.cli.study;

import io.falconet.cluster.metrics.SearchMetrics;
import io.falconet.cluster.spark.SparkCluster;
import io.falconet.cluster.spark.StudyExecutors;
import io.falconet.space.study.StudySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/**
 * One cluster for several searches, started when the first of them needs it and left when the last is done: whoever waits
 * keeps no machines. All are stopped together. Thread-safe.
 */
final class SharedPlace implements SearchPlace, AutoCloseable {
    private final Supplier<SparkCluster> start;
    private final boolean elsewhere;
    private final SearchMetrics metrics;
    private final List<Runnable> hearing = new ArrayList<>();
    private SparkCluster cluster;
    private int searches;
    private boolean stopped;

    /**
     * @param start starts the cluster, or connects to it
     * @param elsewhere whether it trains on other machines
     */
    SharedPlace(Supplier<SparkCluster> start, boolean elsewhere, SearchMetrics metrics) {
        this.start = start;
        this.elsewhere = elsewhere;
        this.metrics = metrics;
    }

    @Override
    public synchronized StudyExecutors executors(StudySpec spec) {
        searches++;
        return new StudyExecutors(this::cluster, spec.name(), spec.slots(), spec.fidelities(), () -> left(spec.name()));
    }

    private synchronized SparkCluster cluster() {
        if (searches == 0) {
            throw new CancellationException("All searches have ended.");
        }
        if (cluster != null && cluster.broken()) {
            close();
        }
        if (cluster == null) {
            cluster = start.get();
        }
        return cluster;
    }

    private synchronized void left(String study) {
        searches--;
        if (searches == 0) {
            close();
        } else if (cluster != null) {
            cluster.cancel(study);
        }
    }

    @Override
    public synchronized Hearing hear(Runnable stop) {
        hearing.add(stop);
        if (stopped) {
            stop.run();
        }
        return () -> forget(stop);
    }

    private synchronized void forget(Runnable stop) {
        hearing.remove(stop);
    }

    @Override
    public boolean elsewhere() {
        return elsewhere;
    }

    @Override
    public boolean watched() {
        return false;
    }

    @Override
    public SearchMetrics metrics() {
        return metrics;
    }

    /** Stops all searches, and whatever begins later. */
    synchronized void stop() {
        stopped = true;
        hearing.forEach(Runnable::run);
    }

    /** Leaves the cluster. */
    @Override
    public synchronized void close() {
        if (cluster != null) {
            cluster.close();
            cluster = null;
        }
    }
}
