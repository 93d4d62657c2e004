package io.falconet.cluster.spark;

import io.falconet.evaluator.Evaluation;
import io.falconet.evaluator.EvaluationTask;
import io.falconet.evaluator.data.Folders;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.search.Foresight;
import io.falconet.space.study.RecipeSpec;
import io.falconet.space.study.StudySpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;

/**
 * Executors that evaluate architectures, one Spark job of one task each. A lost executor's task is tried again by Spark
 * itself. One instance a JVM, as Spark wants it.
 *
 * <pre>{@code
 * try (SparkCluster cluster = SparkCluster.start(ClusterRequest.local(2));
 *         StudyExecutors executors = cluster.executors("boards", 2, spec.fidelities())) {
 *     Evaluation evaluation = executors.evaluate("boards:0", task).join();
 * }
 * }</pre>
 */
public final class SparkCluster implements AutoCloseable {
    private static final Duration LONGEST_STEP = Duration.ofSeconds(60);
    /** A training that is beyond its limit ends itself after the step under way. */
    private static final Duration GRACE = LONGEST_STEP.plusSeconds(30);
    /** A task with weights or a checkpoint may be larger than the messages of which a job is made: executors fetch it. */
    private static final int LARGEST_TASK = 1 << 16;

    private final EvaluationCodec codec = new EvaluationCodec();
    private final JavaSparkContext spark;
    private final Path folder;
    private final DataShipping data;
    private final Waits waits;
    private final Shares shares;
    private final Overdue overdue;
    private final Optional<Duration> limit;
    private final boolean here;

    private SparkCluster(JavaSparkContext spark, Path folder, ClusterRequest request, Duration grace) {
        this.spark = spark;
        this.folder = folder;
        this.here = request.here();
        this.limit = request.limit();
        this.shares = new Shares(request);
        this.data = here ? DataShipping.none() : DataShipping.by(spark);
        this.waits = new Waits(spark, request);
        this.overdue = new Overdue(limit.map(grace::plus), waits::runs, spark::cancelJobGroup);
    }

    /** Starts, or connects to, a cluster. Takes about two seconds on this machine. */
    public static SparkCluster start(ClusterRequest request) {
        return start(request, GRACE);
    }

    /** The same, which ends from outside what does not end itself so long after its limit. */
    static SparkCluster start(ClusterRequest request, Duration grace) {
        Path folder = temporary();
        JavaSparkContext spark = new JavaSparkContext(SparkSettings.of(request, folder));
        return new SparkCluster(spark, folder, request, grace);
    }

    /**
     * Scores without training, computed in this JVM.
     *
     * @throws io.falconet.evaluator.data.DatasetException if the data cannot be used
     */
    public static Foresight scores(StudySpec.DataSpec data, RecipeSpec recipe) {
        return EvaluateOnExecutor.here().scores(data, recipe);
    }

    /**
     * A study's part of the cluster.
     *
     * @param slots how many evaluations it gives to the cluster at the same time
     * @param fidelities of its evaluations, the cheapest first
     */
    public StudyExecutors executors(String study, int slots, List<Fidelity> fidelities) {
        return new StudyExecutors(() -> this, study, given(slots), fidelities, () -> cancel(study));
    }

    /** The same for the only study that uses this cluster: the cluster is closed with it. */
    public StudyExecutors executorsAlone(String study, int slots, List<Fidelity> fidelities) {
        return new StudyExecutors(() -> this, study, given(slots), fidelities, this::close);
    }

    /**
     * How many are given to Spark at the same time, so that so many are evaluated. In this JVM, which has no more slots, the
     * next are there before a slot is free; elsewhere they might find a place that is not for them.
     */
    private int given(int slots) {
        return here ? 2 * slots : slots;
    }

    /**
     * Evaluates; waits for it. Throws what Spark throws, where all executors that tried it were lost.
     *
     * @param fidelity number of the task's among the study's, 0 for the cheapest: it says which share it gets
     */
    Evaluation run(String study, String label, int fidelity, EvaluationTask task) {
        return run(study, label, fidelity, task, new EvaluateOnExecutor(data.of(task.data()), limit));
    }

    /** Does everything but the evaluation, which lasts as long as is said. */
    Evaluation rehearse(String study, String label, EvaluationTask task, Duration duration) {
        return run(study, label, 0, task, new RehearseOnExecutor(duration));
    }

    private Evaluation run(
            String study, String label, int fidelity, EvaluationTask task, Function<byte[], byte[]> work) {
        spark.setLocalProperty("spark.scheduler.pool", study);
        spark.addJobTag(tag(study));
        spark.setJobGroup(label, label, true);
        byte[] bytes = codec.bytes(task);
        waits.given(label);
        try (Overdue.Watch watch = overdue.watch(label)) {
            try {
                return codec.evaluation(
                        bytes.length > LARGEST_TASK ? fetched(bytes, fidelity, work) : sent(bytes, fidelity, work));
            } catch (Exception e) {
                // Spark's is a checked exception that Scala does not declare.
                Optional<Instant> began = watch.ended();
                if (began.isEmpty()) {
                    throw e;
                }
                return EvaluateOnExecutor.here().ended(task, limit.orElseThrow(), began.get());
            }
        } finally {
            waits.done(label);
        }
    }

    /** Why none of a study's evaluations is under way, though some were given; nothing where one is. */
    Optional<String> waiting(String study) {
        return waits.why(study);
    }

    /** Whether it can evaluate nothing any more. */
    public boolean broken() {
        return spark.sc().isStopped();
    }

    private byte[] sent(byte[] task, int fidelity, Function<byte[], byte[]> work) {
        return OneTask.run(spark.sc(), shares.of(fidelity, spark.parallelize(List.of(task), 1)), work);
    }

    private byte[] fetched(byte[] task, int fidelity, Function<byte[], byte[]> work) {
        Broadcast<byte[]> broadcast = spark.broadcast(task);
        try {
            return OneTask.run(
                    spark.sc(),
                    shares.of(fidelity, spark.parallelize(List.of(broadcast), 1)),
                    given -> work.call(given.value()));
        } finally {
            broadcast.destroy();
        }
    }

    /** Gives up a study's evaluations; those of others go on. */
    public void cancel(String study) {
        if (!spark.sc().isStopped()) {
            spark.cancelJobsWithTag(tag(study));
        }
    }

    /** Spark's tags are without commas. */
    private static String tag(String study) {
        return "study " + study.replace(',', ' ');
    }

    /** Gives up what is running and queued, waits for what computes in this JVM to notice, and lets the executors go. */
    @Override
    public void close() {
        overdue.close();
        if (!spark.sc().isStopped()) {
            spark.sc().cancelAllJobs();
            try {
                EvaluateOnExecutor.awaitQuiet(LONGEST_STEP);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            spark.stop();
        }
        try {
            Folders.remove(folder);
        } catch (IOException e) {
            System.getLogger(SparkCluster.class.getName()).log(System.Logger.Level.DEBUG, "Left " + folder, e);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("falconet-cluster");
        } catch (IOException e) {
            throw new UncheckedIOException("Expected room for temporary files.", e);
        }
    }
}
