package io.falconet.evaluator;

import io.falconet.latency.agent.RemoteDevice;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.Objective;
import io.falconet.space.study.RecipeSpec;
import io.falconet.space.study.StudySpec;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One architecture to train, score and time. Made of texts and numbers, so that it travels to any machine that sees the
 * same files.
 *
 * @param architecture canonical text
 * @param data on what it is trained and scored
 * @param recipe how it is trained
 * @param fidelity how much training it gets
 * @param seed from which all randomness of the evaluation flows
 * @param measureLatency whether it is timed
 * @param threads that one inference may use
 * @param limits upper bounds on cheap objectives, checked before anything is trained
 * @param device where it is timed; on the machine that evaluates where there is none
 * @param origin what its training goes on from
 */
public record EvaluationTask(
        String architecture,
        StudySpec.DataSpec data,
        RecipeSpec recipe,
        Fidelity fidelity,
        long seed,
        boolean measureLatency,
        int threads,
        Map<Objective, Double> limits,
        Optional<RemoteDevice> device,
        TrainingOrigin origin) {
    public EvaluationTask {
        limits = Collections.unmodifiableMap(new LinkedHashMap<>(limits));
    }

    /** A task whose training starts anew. */
    public EvaluationTask(
            String architecture,
            StudySpec.DataSpec data,
            RecipeSpec recipe,
            Fidelity fidelity,
            long seed,
            boolean measureLatency,
            int threads,
            Map<Objective, Double> limits,
            Optional<RemoteDevice> device) {
        this(architecture, data, recipe, fidelity, seed, measureLatency, threads, limits, device, TrainingOrigin.NONE);
    }

    /** A task that is timed on the machine that evaluates, if at all. */
    public EvaluationTask(
            String architecture,
            StudySpec.DataSpec data,
            RecipeSpec recipe,
            Fidelity fidelity,
            long seed,
            boolean measureLatency,
            int threads,
            Map<Objective, Double> limits) {
        this(architecture, data, recipe, fidelity, seed, measureLatency, threads, limits, Optional.empty());
    }

    /** The same without timing. */
    EvaluationTask untimed() {
        return new EvaluationTask(architecture, data, recipe, fidelity, seed, false, threads, limits, device, origin);
    }

    /** The same on equal data that lie elsewhere. */
    public EvaluationTask on(StudySpec.DataSpec other) {
        return new EvaluationTask(
                architecture, other, recipe, fidelity, seed, measureLatency, threads, limits, device, origin.on(other));
    }

    /** The same, whose training goes on from what others left. */
    public EvaluationTask from(TrainingOrigin other) {
        return new EvaluationTask(
                architecture, data, recipe, fidelity, seed, measureLatency, threads, limits, device, other);
    }
}
