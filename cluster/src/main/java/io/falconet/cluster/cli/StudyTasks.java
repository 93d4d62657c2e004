package io.falconet.cluster.cli;

import io.falconet.evaluator.EvaluationTask;
import io.falconet.latency.agent.RemoteDevice;
import io.falconet.results.TrialRecord;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.Provenance;
import io.falconet.space.search.TrialRequest;
import io.falconet.space.study.StudySpec;
import java.util.Optional;

/** Turns what a study asks for into what an evaluator does. */
final class StudyTasks {
    private StudyTasks() {}

    static EvaluationTask task(TrialRequest request, StudySpec spec, Optional<RemoteDevice> device) {
        return task(request.architecture().text(), request.fidelity(), request.seed(), spec, device);
    }

    /** The task that gave a stored trial's outcome. */
    static EvaluationTask again(TrialRecord trial, StudySpec spec, Optional<RemoteDevice> device) {
        Provenance provenance = trial.outcome().orElseThrow().provenance();
        return task(trial.architecture(), provenance.fidelity(), provenance.seed(), spec, device);
    }

    private static EvaluationTask task(
            String architecture, Fidelity fidelity, long seed, StudySpec spec, Optional<RemoteDevice> device) {
        return new EvaluationTask(
                architecture,
                spec.data(),
                spec.recipe(),
                fidelity,
                seed,
                true,
                spec.device().threads(),
                spec.limits(),
                device);
    }
}
