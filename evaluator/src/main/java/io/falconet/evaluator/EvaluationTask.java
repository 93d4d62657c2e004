package io.falconet.evaluator;

import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.Objective;
import io.falconet.space.study.RecipeSpec;
import io.falconet.space.study.StudySpec;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One architecture to train, score and time. Made of texts and numbers, so that it travels to any machine that sees the
 * same files.
 *
 * @param architecture canonical text
 * @param data on what it is trained and scored
 * @param recipe how it is trained
 * @param fidelity how much training it gets
 * @param seed from which all randomness of the evaluation flows
 * @param measureLatency whether it is timed on the machine that evaluates
 * @param threads that one inference may use
 * @param limits upper bounds on cheap objectives, checked before anything is trained
 */
public record EvaluationTask(
        String architecture,
        StudySpec.DataSpec data,
        RecipeSpec recipe,
        Fidelity fidelity,
        long seed,
        boolean measureLatency,
        int threads,
        Map<Objective, Double> limits) {
    public EvaluationTask {
        limits = Collections.unmodifiableMap(new LinkedHashMap<>(limits));
    }
}
