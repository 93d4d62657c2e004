package io.falconet.evaluator;

import io.falconet.evaluator.export.Configuration.ExportedFile;
import io.falconet.space.outcome.Provenance;
import io.falconet.space.study.StudySpec;
import java.util.Optional;

/**
 * What a training goes on from: what trials of the same network left to one that was promoted.
 *
 * @param start what another training learned, on fewer or smaller images, from whose weights this one starts: its numbers
 *     follow from them; random weights where there is nothing
 * @param first that other training itself, to be done first, where nobody has what it learned
 * @param beginning this training's own first epochs: they save time, and change no number
 */
public record TrainingOrigin(Optional<Learned> start, Optional<EvaluationTask> first, Optional<Beginning> beginning) {
    /** A training from random weights and from its first epoch. */
    public static final TrainingOrigin NONE = new TrainingOrigin(Optional.empty(), Optional.empty(), Optional.empty());

    public TrainingOrigin {
        if (start.isPresent() && first.isPresent()) {
            throw new IllegalArgumentException("A training starts from what is there or from what is done first.");
        }
    }

    /**
     * What another training learned. The arrays are not copied; whoever reads them leaves them as they are.
     *
     * @param weights content of its {@value ProducedArtifact#WEIGHTS}
     * @param configuration content of its {@value ProducedArtifact#CONFIGURATION}, which knows what was fitted to its data
     */
    public record Learned(byte[] weights, byte[] configuration) {
        /** What an evaluation learned; nothing where it was not trained to its end. */
        static Optional<Learned> of(Evaluation evaluation) {
            return evaluation.content(ProducedArtifact.WEIGHTS).flatMap(weights -> evaluation
                    .content(ProducedArtifact.CONFIGURATION)
                    .map(configuration -> new Learned(weights, configuration)));
        }

        /** By which {@link Provenance#START} names it. */
        public String sha256() {
            return ExportedFile.of(ProducedArtifact.WEIGHTS, weights).sha256();
        }
    }

    /**
     * A training as far as it came. The array is not copied; whoever reads it leaves it as it is.
     *
     * @param checkpoint content of the trial's {@value ProducedArtifact#CHECKPOINT}
     * @param provenance of that trial: what other versions of anything began is not gone on from, as what came out would be
     *     of neither
     */
    public record Beginning(byte[] checkpoint, Provenance provenance) {}

    /** A training that starts from what another one learned. */
    public static TrainingOrigin from(Learned learned) {
        return new TrainingOrigin(Optional.of(learned), Optional.empty(), Optional.empty());
    }

    /** A training that starts from what another one will have learned. */
    public static TrainingOrigin after(EvaluationTask first) {
        return new TrainingOrigin(Optional.empty(), Optional.of(first), Optional.empty());
    }

    /** The same where the data lie elsewhere. */
    TrainingOrigin on(StudySpec.DataSpec other) {
        return new TrainingOrigin(start, first.map(task -> task.on(other)), beginning);
    }

    /** The same when the first training is done. */
    TrainingOrigin done(Learned learned) {
        return new TrainingOrigin(Optional.of(learned), Optional.empty(), beginning);
    }

    /** The same, some epochs of which are done. */
    public TrainingOrigin after(Beginning begun) {
        return new TrainingOrigin(start, first, Optional.of(begun));
    }
}
