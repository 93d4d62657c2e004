package io.falconet.cluster.spark;

import io.falconet.evaluator.Evaluation;
import io.falconet.evaluator.EvaluationTask;
import io.falconet.space.outcome.Fidelity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.spark.SparkException;

/**
 * What one study has of a cluster: so many evaluations at a time, and of slots that others want too its fair share. Its
 * evaluations are given up when it is closed; those of others go on.
 */
public final class StudyExecutors implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(StudyExecutors.class.getName());
    /** What breaks an evaluation again and again from outside, such as a disk that is full, may be mended meanwhile. */
    private static final int ATTEMPTS = 6;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

    private final Supplier<SparkCluster> cluster;
    private final String study;
    private final List<Fidelity> fidelities;
    private final Runnable end;
    private final ExecutorService submitters;

    /**
     * @param cluster asked when the first evaluation is wanted, and for each
     * @param slots how many evaluations are given to the cluster at the same time
     * @param fidelities of its evaluations, the cheapest first; one of another fidelity counts as the dearest
     * @param end gives up what the study has given to the cluster
     */
    public StudyExecutors(
            Supplier<SparkCluster> cluster, String study, int slots, List<Fidelity> fidelities, Runnable end) {
        this.cluster = cluster;
        this.study = study;
        this.fidelities = List.copyOf(fidelities);
        this.end = end;
        this.submitters = Executors.newFixedThreadPool(slots, work -> {
            Thread thread = new Thread(work, "submits-to-spark");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Evaluates when a slot is free; returns at once. The future completes exceptionally only where the cluster is
     * broken, or {@linkplain #close closed}, or with a {@link io.falconet.evaluator.DeviceException}.
     *
     * @param label by which people know it
     */
    public CompletableFuture<Evaluation> evaluate(String label, EvaluationTask task) {
        return evaluate(label, () -> task);
    }

    /** The same of a task that is large, and made when there is a slot for it. */
    public CompletableFuture<Evaluation> evaluate(String label, Supplier<EvaluationTask> task) {
        return CompletableFuture.supplyAsync(
                () -> {
                    EvaluationTask made = task.get();
                    return patiently(label, now -> now.run(study, label, number(made.fidelity()), made));
                },
                submitters);
    }

    /**
     * All that an evaluation takes but the evaluation itself: in its place the executor waits.
     *
     * @param duration for so long
     */
    public CompletableFuture<Evaluation> rehearse(String label, EvaluationTask task, Duration duration) {
        return CompletableFuture.supplyAsync(
                () -> patiently(label, now -> now.rehearse(study, label, task, duration)), submitters);
    }

    private int number(Fidelity fidelity) {
        int found = fidelities.indexOf(fidelity);
        return found < 0 ? Math.max(0, fidelities.size() - 1) : found;
    }

    private Evaluation patiently(String label, Function<SparkCluster, Evaluation> work) {
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            SparkCluster now = cluster.get();
            try {
                return work.apply(now);
            } catch (Exception e) {
                // Spark's is a checked exception that Scala does not declare.
                boolean lost = e instanceof SparkException || now.broken();
                if (!lost || attempt == ATTEMPTS || submitters.isShutdown() || now.broken() && cluster.get() == now) {
                    throw e;
                }
                LOG.log(
                        System.Logger.Level.WARNING,
                        "{0} is tried again in {1} s: {2}",
                        label,
                        pause.toSeconds(),
                        reason(e));
                rest(pause);
                pause = pause.multipliedBy(2);
            }
        }
    }

    private static String reason(Exception failure) {
        String message = failure.getMessage() == null ? "" : failure.getMessage();
        return message.lines().findFirst().orElse("Spark does not say why.");
    }

    private static void rest(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The evaluation was given up.");
        }
    }

    /** Why none of the study's evaluations is under way, though some were given to the cluster; nothing where one is. */
    public Optional<String> waiting() {
        return cluster.get().waiting(study);
    }

    /** Gives up what is running and queued. */
    @Override
    public void close() {
        submitters.shutdownNow();
        end.run();
    }
}
