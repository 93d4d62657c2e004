package io.falconet.cluster.driver;

import io.falconet.evaluator.EvaluationTask;
import io.falconet.evaluator.ProducedArtifact;
import io.falconet.evaluator.TrainingOrigin;
import io.falconet.evaluator.TrainingOrigin.Beginning;
import io.falconet.evaluator.TrainingOrigin.Learned;
import io.falconet.results.ResultsDb;
import io.falconet.results.ResultsException;
import io.falconet.results.StoredArtifact;
import io.falconet.results.StudyRecord;
import io.falconet.results.TrialRecord;
import io.falconet.results.TrialReference;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.outcome.Provenance;
import io.falconet.space.search.TrialRequest;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Function;

/**
 * What trials of a store go on from. A promoted trial is more of the same training where the fidelities differ in epochs
 * alone: what is kept of its beginning saves time. Otherwise it is a training of its own from the weights of the lower
 * one, which are then part of what it is.
 */
public final class Ancestry {
    private final ResultsDb db;

    public Ancestry(ResultsDb db) {
        this.db = db;
    }

    /**
     * What an evaluation goes on from, with all that is kept of it. Large: some ten megabytes for a million parameters.
     *
     * @param studyId the study that asks
     * @param again the task of a trial, to train it once more where its weights are lost
     */
    public TrainingOrigin origin(long studyId, TrialRequest request, Function<TrialRecord, EvaluationTask> again) {
        return request.promoted()
                .map(number -> origin(trial(studyId, number), request.fidelity(), again))
                .orElse(TrainingOrigin.NONE);
    }

    private TrainingOrigin origin(TrialRecord lower, Fidelity fidelity, Function<TrialRecord, EvaluationTask> again) {
        if (!lower.fidelity().begins(fidelity)) {
            return learned(lower).map(TrainingOrigin::from).orElseGet(() -> TrainingOrigin.after(task(lower, again)));
        }
        TrainingOrigin start = start(lower)
                .map(first -> origin(first, lower.fidelity(), again))
                .orElse(TrainingOrigin.NONE);
        return content(lower, ProducedArtifact.CHECKPOINT)
                .map(checkpoint -> start.after(new Beginning(checkpoint, provenance(lower))))
                .orElse(start);
    }

    /**
     * The task of a stored trial with nothing that is stored but the trial itself: where it started from the weights of
     * another, that one is trained first.
     *
     * @param again the task of a trial that starts anew
     */
    public EvaluationTask task(TrialRecord trial, Function<TrialRecord, EvaluationTask> again) {
        EvaluationTask task = again.apply(trial);
        return start(trial)
                .map(lower -> task.from(TrainingOrigin.after(task(lower, again))))
                .orElse(task);
    }

    /**
     * From which weights an evaluation would start, by their SHA-256; nothing for random ones.
     *
     * @param studyId the study that asks
     */
    Optional<String> startingWeights(long studyId, TrialRequest request) {
        Optional<TrialRecord> lower = request.promoted().map(number -> trial(studyId, number));
        return lower.filter(trial -> !trial.fidelity().begins(request.fidelity()))
                .map(trial -> artifact(trial, ProducedArtifact.WEIGHTS).map(StoredArtifact::sha256))
                .orElseGet(() -> lower.flatMap(Ancestry::startOf));
    }

    private static Optional<String> startOf(TrialRecord trial) {
        return Optional.ofNullable(provenance(trial).versions().get(Provenance.START));
    }

    /** The trial from whose weights a trial's training started, if it did. */
    private Optional<TrialRecord> start(TrialRecord trial) {
        if (startOf(trial).isEmpty()) {
            return Optional.empty();
        }
        TrialRecord original = original(trial);
        TrialRecord lower = original.promoted()
                .map(number -> trial(original.studyId(), number))
                .orElseThrow(() -> new IllegalStateException(
                        "Trial %d started from weights of SHA-256 %s, but no trial is known that left them."
                                .formatted(trial.number(), startOf(trial).orElseThrow())));
        return lower.fidelity().begins(trial.fidelity()) ? start(lower) : Optional.of(lower);
    }

    /** The trial that was evaluated, where another one took its outcome. */
    private TrialRecord original(TrialRecord trial) {
        return trial.reusedFrom()
                .map(source -> trial(study(source), source.number()))
                .orElse(trial);
    }

    private long study(TrialReference source) {
        return db.studies()
                .find(source.study())
                .map(StudyRecord::id)
                .orElseThrow(() -> new IllegalStateException("There is no study " + source.study() + "."));
    }

    private TrialRecord trial(long studyId, int number) {
        return db.trials()
                .find(studyId, number)
                .orElseThrow(() -> new IllegalStateException(
                        "A trial of number %d was expected in study %d, found none.".formatted(number, studyId)));
    }

    private static Provenance provenance(TrialRecord trial) {
        return trial.outcome()
                .map(Outcome::provenance)
                .orElseThrow(() -> new IllegalStateException(
                        "Trial %d has no outcome yet, so that nothing goes on from it.".formatted(trial.number())));
    }

    private Optional<Learned> learned(TrialRecord trial) {
        return content(trial, ProducedArtifact.WEIGHTS)
                .flatMap(weights -> content(trial, ProducedArtifact.CONFIGURATION)
                        .map(configuration -> new Learned(weights, configuration)));
    }

    /** A file that a trial left; nothing where it left none, or where it is lost. */
    private Optional<byte[]> content(TrialRecord trial, String name) {
        return artifact(trial, name).flatMap(artifact -> {
            try {
                return Optional.of(db.artifacts().read(artifact.sha256()));
            } catch (ResultsException | UncheckedIOException lost) {
                System.getLogger(Ancestry.class.getName())
                        .log(
                                System.Logger.Level.WARNING,
                                "Trained again, which takes its time: {0}",
                                lost.getMessage());
                return Optional.empty();
            }
        });
    }

    private Optional<StoredArtifact> artifact(TrialRecord trial, String name) {
        return db.trials().artifacts(trial.studyId(), trial.number()).stream()
                .filter(artifact -> artifact.name().equals(name))
                .findFirst();
    }
}
