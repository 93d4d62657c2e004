package io.falconet.cluster.spark;

import io.falconet.evaluator.Evaluation;
import io.falconet.evaluator.EvaluationTask;
import io.falconet.space.search.Foresight;
import io.falconet.space.study.RecipeSpec;
import io.falconet.space.study.StudySpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * Executors that evaluate architectures, one Spark job of one task each. A lost executor's task is tried again by Spark
 * itself. One instance a JVM, as Spark wants it.
 */
public final class SparkCluster implements AutoCloseable {
    private static final String GROUP = "falconet";
    private static final Duration LONGEST_STEP = Duration.ofSeconds(60);

    /** Executors of this JVM are not lost when the machine slept for longer than the two minutes that are usual. */
    private static final String LONGEST_SLEEP = "7d";
    /** An evaluation with its weights comes with the message that says that it is done: nothing is fetched afterwards. */
    private static final String LARGEST_ANSWER = "100m";
    /** A task with weights or a checkpoint may be larger than the messages of which a job is made: executors fetch it. */
    private static final int LARGEST_TASK = 1 << 16;

    private final EvaluationCodec codec = new EvaluationCodec();
    private final AtomicLong jobs = new AtomicLong();
    private final JavaSparkContext spark;
    private final ExecutorService submitters;

    private SparkCluster(JavaSparkContext spark, ExecutorService submitters) {
        this.spark = spark;
        this.submitters = submitters;
    }

    /**
     * Starts, or connects to, a cluster. Takes about two seconds on this machine.
     *
     * @param master a Spark master's address; {@code local[n]} runs n tasks at a time inside this JVM
     * @param slots how many evaluations are given to the cluster at the same time
     * @param settings further Spark settings, by name
     */
    public static SparkCluster start(String master, int slots, Map<String, String> settings) {
        SparkConf conf = new SparkConf(true)
                .setAppName("falconet")
                .setMaster(master)
                .set("spark.ui.enabled", "false")
                .set("spark.ui.showConsoleProgress", "false")
                .set("spark.task.maxDirectResultSize", LARGEST_ANSWER)
                .set("spark.executor.extraClassPath", System.getProperty("java.class.path"))
                .set("spark.executor.extraJavaOptions", "-Dai.djl.offline=true")
                .set("spark.executorEnv.OMP_NUM_THREADS", "1")
                .set("spark.executorEnv.OMP_WAIT_POLICY", "PASSIVE");
        if (master.startsWith("local")) {
            conf.set("spark.driver.host", "127.0.0.1").set("spark.driver.bindAddress", "127.0.0.1");
        }
        if (master.matches("local(\\[.*)?")) {
            conf.set("spark.network.timeout", LONGEST_SLEEP);
        }
        settings.forEach(conf::set);
        ExecutorService submitters = Executors.newFixedThreadPool(slots, work -> {
            Thread thread = new Thread(work, "submits-to-spark");
            thread.setDaemon(true);
            return thread;
        });
        return new SparkCluster(new JavaSparkContext(conf), submitters);
    }

    /** The master that runs n evaluations at a time inside this JVM. */
    public static String local(int slots) {
        return "local[" + slots + "]";
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
     * Evaluates when a slot is free; returns at once. The future completes exceptionally only where the cluster is
     * broken, or {@linkplain #close closed}, or with a {@link io.falconet.evaluator.DeviceException}.
     *
     * @param label by which Spark's own pages call the job
     */
    public CompletableFuture<Evaluation> evaluate(String label, EvaluationTask task) {
        return evaluate(label, () -> task);
    }

    /** The same of a task that is large, and made when there is a slot for it. */
    public CompletableFuture<Evaluation> evaluate(String label, Supplier<EvaluationTask> task) {
        return CompletableFuture.supplyAsync(() -> run(label, codec.bytes(task.get())), submitters);
    }

    private Evaluation run(String label, byte[] task) {
        spark.setJobGroup(GROUP + jobs.getAndIncrement(), label, true);
        return codec.evaluation(task.length > LARGEST_TASK ? fetched(task) : sent(task));
    }

    private byte[] sent(byte[] task) {
        return spark.parallelize(List.of(task), 1)
                .map(new EvaluateOnExecutor())
                .collect()
                .get(0);
    }

    private byte[] fetched(byte[] task) {
        Broadcast<byte[]> broadcast = spark.broadcast(task);
        try {
            return spark.parallelize(List.of(broadcast), 1)
                    .map(Broadcast::value)
                    .map(new EvaluateOnExecutor())
                    .collect()
                    .get(0);
        } finally {
            broadcast.destroy();
        }
    }

    /** Gives up what is running and queued, waits for what computes in this JVM to notice, and lets the executors go. */
    @Override
    public void close() {
        submitters.shutdownNow();
        if (!spark.sc().isStopped()) {
            spark.sc().cancelAllJobs();
            try {
                EvaluateOnExecutor.awaitQuiet(LONGEST_STEP);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            spark.stop();
        }
    }
}
