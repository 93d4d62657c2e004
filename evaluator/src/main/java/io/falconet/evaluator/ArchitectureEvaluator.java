package io.falconet.evaluator;

import io.falconet.evaluator.data.ImageCache;
import io.falconet.evaluator.engine.Processor;
import io.falconet.evaluator.proxy.ForeseenScores;
import io.falconet.evaluator.train.Checkpoints;
import io.falconet.evaluator.train.HopelessException;
import io.falconet.evaluator.train.Pretrained;
import io.falconet.evaluator.train.Recipes;
import io.falconet.evaluator.train.TrainingListener;
import io.falconet.latency.measure.ComputeGate;
import io.falconet.latency.measure.LatencyMeter;
import io.falconet.latency.measure.LatencyProtocol;
import io.falconet.space.outcome.Failed;
import io.falconet.space.outcome.Provenance;
import io.falconet.space.outcome.Pruned;
import io.falconet.space.search.Foresight;
import io.falconet.space.study.RecipeSpec;
import io.falconet.space.study.StudySpec;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Takes architectures to outcomes: checks limits, trains, scores, exports, measures. One instance serves all threads of a
 * JVM; it keeps the data that were read, and keeps trainings quiet while a latency is measured.
 *
 * <pre>{@code
 * ArchitectureEvaluator evaluator = new ArchitectureEvaluator();
 * Evaluation evaluation = evaluator.evaluate(task);
 * }</pre>
 *
 * <p>Accuracy follows from the task, the data and the threads a training alone, bit for bit on one kind of processor,
 * whatever else is evaluated at the same time.
 */
public final class ArchitectureEvaluator {
    private final TrialDataShelf shelf = new TrialDataShelf();
    private final ComputeGate gate = new ComputeGate();
    private final ImageCache images;
    private final Versions versions = new Versions();
    private final int trainingThreads;
    private final Funnel funnel;
    private final Clock clock;

    /** One thread a training where a workplace does not say otherwise, and images in up to a quarter of the heap. */
    public ArchitectureEvaluator() {
        this(1);
    }

    /** The same with some threads a training. */
    public ArchitectureEvaluator(int trainingThreads) {
        this(
                trainingThreads,
                LatencyProtocol.STANDARD,
                TrialMeter.USUAL_PATIENCE,
                Runtime.getRuntime().maxMemory() / 4,
                Clock.systemUTC());
    }

    /**
     * @param trainingThreads that compute each training
     * @param protocol by which candidates are timed
     * @param patience how long a candidate waits for the agent of its device, where that is lost
     * @param imageBytes how many bytes of decoded images to keep
     */
    public ArchitectureEvaluator(
            int trainingThreads, LatencyProtocol protocol, Duration patience, long imageBytes, Clock clock) {
        this.images = new ImageCache(imageBytes);
        this.trainingThreads = trainingThreads;
        this.clock = clock;
        this.funnel =
                new Funnel(images, gate, trainingThreads, new TrialMeter(new LatencyMeter(gate, protocol), patience));
    }

    /**
     * Evaluates an architecture. Takes as long as its training. A candidate that breaks on the way, whatever the reason,
     * gives {@link Failed} with the cause; one whose training shows no hope {@link Pruned}.
     *
     * @throws io.falconet.evaluator.data.DatasetException if the data cannot be used: not the candidate's fault, and no
     *     other candidate would fare better
     * @throws DeviceException if its device does not measure: not the candidate's fault either
     * @throws CancellationException if the thread is interrupted, which stays set; it stops after the step under way
     */
    public Evaluation evaluate(EvaluationTask task) {
        return evaluate(task, Workplace.HERE);
    }

    /**
     * The same.
     *
     * @param workplace that the log tells of, and that may set a limit; a candidate that takes longer gives {@link Failed}
     */
    public Evaluation evaluate(EvaluationTask task, Workplace workplace) {
        return evaluate(task, workplace, Optional.empty(), TrainingListener.SILENT, Checkpoints.NONE);
    }

    /**
     * The same, heard by a listener, and able to go on after a stop. Where another training is to be done first and comes
     * to nothing, so does this one.
     *
     * @param start what the training goes on from; what the task says where there is nothing
     * @param checkpoints where the training keeps how far it is, and goes on from
     */
    public Evaluation evaluate(
            EvaluationTask task,
            Workplace workplace,
            Optional<Pretrained> start,
            TrainingListener listener,
            Checkpoints checkpoints) {
        if (task.origin().first().isEmpty()) {
            return train(task, workplace, start, listener, checkpoints);
        }
        Evaluation first = evaluate(task.origin().first().get().untimed(), workplace);
        return TrainingOrigin.Learned.of(first)
                .map(learned -> train(task.from(task.origin().done(learned)), workplace, start, listener, checkpoints))
                .orElse(first);
    }

    private Evaluation train(
            EvaluationTask task,
            Workplace workplace,
            Optional<Pretrained> start,
            TrainingListener listener,
            Checkpoints checkpoints) {
        TrialData data = shelf.get(task.data());
        Processor processor = Processor.given(workplace.gpus());
        int threads = workplace.cores() == 0 ? trainingThreads : workplace.cores();
        Map<String, String> others = new HashMap<>(versions.others(task.recipe(), threads));
        processor.version().ifPresent(version -> others.put("processor", version));
        start.map(Pretrained::sha256)
                .or(() -> task.origin().start().map(TrainingOrigin.Learned::sha256))
                .ifPresent(sha256 -> others.put(Provenance.START, sha256));
        Stamp stamp = new Stamp(task, versions.falconet(), data.fingerprint(), others, clock);
        TrainingLog log = new TrainingLog();
        workplace.text().ifPresent(place -> log.line("%s", place));
        processor.remark().ifPresent(remark -> log.line("trained by the CPU: %s", remark));
        Attempt attempt = new Attempt(stamp, log, processor, threads);
        try (TimeLimit limit = new TimeLimit(workplace.limit())) {
            return run(task, start, data, attempt, listener, checkpoints, limit);
        }
    }

    private Evaluation run(
            EvaluationTask task,
            Optional<Pretrained> start,
            TrialData data,
            Attempt attempt,
            TrainingListener listener,
            Checkpoints checkpoints,
            TimeLimit limit) {
        try {
            return funnel.run(task, start, data, attempt, listener, checkpoints);
        } catch (InterruptedException e) {
            if (limit.reason().isPresent()) {
                return failed(limit.reason().get(), e, attempt);
            }
            Thread.currentThread().interrupt();
            throw new CancellationException("The evaluation of " + task.architecture() + " was stopped.");
        } catch (DeviceException e) {
            throw e;
        } catch (HopelessException e) {
            attempt.log().line("%s", e.getMessage());
            return new Evaluation(
                    new Pruned(e.getMessage(), e.curve(), attempt.stamp().provenance()), List.of(file(attempt.log())));
        } catch (OutOfMemoryError e) {
            return failed(
                    "The Java heap of %d MB is full. Maybe a smaller batch, fewer slots or more memory by -Xmx."
                            .formatted(Runtime.getRuntime().maxMemory() >> 20),
                    e,
                    attempt);
        } catch (Exception e) {
            String message = e.getMessage() == null || e.getMessage().isBlank()
                    ? e.getClass().getSimpleName()
                    : e.getMessage().lines().findFirst().orElseThrow();
            return failed(limit.reason().orElse(message), e, attempt);
        }
    }

    /**
     * Scores without training of whatever would be trained by that recipe on those data. They are computed beside trainings,
     * and never while a latency is measured here.
     *
     * @throws io.falconet.evaluator.data.DatasetException if the data cannot be used
     */
    public Foresight scores(StudySpec.DataSpec data, RecipeSpec recipe) {
        return new ForeseenScores(shelf.get(data).train().dataset(), Recipes.of(recipe), images, gate);
    }

    /**
     * What is told of an evaluation elsewhere that passed the limit of a trial, and had to be ended from outside, because a
     * step of it never came back.
     *
     * @param limit how long it was allowed to take
     * @param started when it began
     * @throws io.falconet.evaluator.data.DatasetException if its data cannot be read here
     */
    public Evaluation ended(EvaluationTask task, Duration limit, Instant started) {
        Provenance provenance = new Provenance(
                task.seed(),
                versions.falconet(),
                shelf.get(task.data()).fingerprint(),
                task.fidelity(),
                versions.others(task.recipe(), trainingThreads),
                started,
                Duration.between(started, clock.instant()));
        String cause = TimeLimit.passed(limit, ", and did not stop");
        TrainingLog log = new TrainingLog();
        log.line("%s", cause);
        return new Evaluation(new Failed(cause, log.text(), provenance), List.of(file(log)));
    }

    /** Falconet's version, as the provenance of what is evaluated here tells it. */
    public static String version() {
        return new Versions().falconet();
    }

    /**
     * The data on which such tasks are evaluated, read once and kept.
     *
     * @throws io.falconet.evaluator.data.DatasetException if they cannot be used
     */
    public TrialData data(StudySpec.DataSpec spec) {
        return shelf.get(spec);
    }

    private static Evaluation failed(String cause, Throwable failure, Attempt attempt) {
        TrainingLog log = attempt.log();
        log.stackTrace(failure);
        return new Evaluation(new Failed(cause, log.text(), attempt.stamp().provenance()), List.of(file(log)));
    }

    private static ProducedArtifact file(TrainingLog log) {
        return new ProducedArtifact(ProducedArtifact.LOG, "log", log.text().getBytes(StandardCharsets.UTF_8));
    }
}
