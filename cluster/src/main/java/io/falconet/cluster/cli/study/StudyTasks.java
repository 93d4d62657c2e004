package io.falconet.cluster.cli.study;

import io.falconet.cluster.driver.Ancestry;
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

    /** A task whose training starts anew. */
    static EvaluationTask task(TrialRequest request, StudySpec spec, Optional<RemoteDevice> device) {
        return task(request.architecture().text(), request.fidelity(), request.seed(), spec, device);
    }

    /**
     * The task whose training goes on from what the store has of it, which is large: ask for it when it is to run.
     *
     * @param studyId the study that asks
     */
    static EvaluationTask task(
            TrialRequest request, long studyId, StudySpec spec, Optional<RemoteDevice> device, Ancestry ancestry) {
        return task(request, spec, device).from(ancestry.origin(studyId, request, trial -> anew(trial, spec, device)));
    }

    /** The task that gave a stored trial's outcome, and before it those that gave the weights that it started from. */
    static EvaluationTask again(TrialRecord trial, StudySpec spec, Optional<RemoteDevice> device, Ancestry ancestry) {
        return ancestry.task(trial, each -> anew(each, spec, device));
    }

    private static EvaluationTask anew(TrialRecord trial, StudySpec spec, Optional<RemoteDevice> device) {
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
