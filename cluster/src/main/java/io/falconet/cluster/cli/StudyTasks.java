package io.falconet.cluster.cli;

import io.falconet.evaluator.EvaluationTask;
import io.falconet.results.TrialRecord;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.Provenance;
import io.falconet.space.search.TrialRequest;
import io.falconet.space.study.StudySpec;

/** Turns what a study asks for into what an evaluator does. */
final class StudyTasks {
    private StudyTasks() {}

    static EvaluationTask task(TrialRequest request, StudySpec spec) {
        return task(request.architecture().text(), request.fidelity(), request.seed(), spec);
    }

    /** The task that gave a stored trial's outcome. */
    static EvaluationTask again(TrialRecord trial, StudySpec spec) {
        Provenance provenance = trial.outcome().orElseThrow().provenance();
        return task(trial.architecture(), provenance.fidelity(), provenance.seed(), spec);
    }

    private static EvaluationTask task(String architecture, Fidelity fidelity, long seed, StudySpec spec) {
        return new EvaluationTask(
                architecture,
                spec.data(),
                spec.recipe(),
                fidelity,
                seed,
                true,
                spec.device().threads(),
                spec.limits());
    }
}
