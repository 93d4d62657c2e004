package io.falconet.cluster.cli.study;

import io.falconet.cluster.cli.terminal.ClusterOptions;
import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.cli.terminal.CtrlC;
import io.falconet.cluster.driver.Ancestry;
import io.falconet.cluster.driver.Reuse;
import io.falconet.cluster.driver.SearchEnd;
import io.falconet.cluster.driver.StudyDriver;
import io.falconet.cluster.driver.StudyRegister;
import io.falconet.cluster.spark.StudyExecutors;
import io.falconet.evaluator.TrialData;
import io.falconet.latency.measure.InferenceRuntime;
import io.falconet.latency.measure.LatencyMeter;
import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.results.StudyState;
import io.falconet.results.TrialRecord;
import io.falconet.space.outcome.DeviceProfile;
import io.falconet.space.search.Foresight;
import io.falconet.space.study.StudySpec;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Trains detectors that are given, as a study whose trials are all seeds: it can be stopped and goes on where it was, takes
 * what another study of the store trained likewise, and its trials can be looked at and exported as any others.
 */
public final class GivenTrainings {
    private final Console console;
    private final ResultsDb db;
    private final ClusterOptions cluster;
    private final Reuse reuse;
    private final Clock clock = Clock.systemUTC();

    /**
     * @param db that remembers the trainings; stays open
     * @param cluster on which they run
     * @param reuse which trainings of other studies answer for them
     */
    public GivenTrainings(Console console, ResultsDb db, ClusterOptions cluster, Reuse reuse) {
        this.console = console;
        this.db = db;
        this.cluster = cluster;
        this.reuse = reuse;
    }

    /**
     * Trains what is not trained yet.
     *
     * @param entrants in the order of the study's seeds
     * @return whether all is done; it was stopped otherwise
     */
    public boolean train(StudySpec spec, TrialData data, List<Entrant> entrants) {
        StudyRecord study = new StudyRegister(db, clock).enter(spec);
        if (study.state() == StudyState.FINISHED) {
            console.say("Study %s: all %d detectors are trained already.", study.name(), study.finished());
            return true;
        }
        console.say(
                "Study %s: training %d detectors, %s, recipe %s, %d at a time.",
                spec.name(),
                spec.trials(),
                spec.fidelity().words(),
                spec.recipe().text(),
                spec.slots());
        DeviceProfile device =
                LatencyMeter.device(InferenceRuntime.ONNX_RUNTIME, spec.device().threads());
        StudyDriver driver = new StudyDriver(db, clock, Foresight.NONE, reuse);
        Ancestry ancestry = new Ancestry(db);
        CtrlC ctrlC = new CtrlC(console, driver::stop);
        try (StudyExecutors executors = cluster.executors(spec)) {
            SearchEnd end = driver.search(
                    study,
                    spec,
                    data,
                    device,
                    request -> executors.evaluate(
                            spec.name() + ":" + request.number(),
                            () -> StudyTasks.task(request, study.id(), spec, Optional.empty(), ancestry)),
                    new GivenProgress(console, clock, entrants, study.finished()));
            console.say(
                    "%s after %d:%02d min: %d trained, %d taken from other studies, %d known before.",
                    end.finished() ? "Trained" : "Stopped",
                    end.elapsed().toMinutes(),
                    end.elapsed().toSecondsPart(),
                    end.evaluated(),
                    end.reused(),
                    end.stored());
            return end.finished();
        } finally {
            ctrlC.forget();
        }
    }

    /** The trials of a study by their networks. */
    public Map<String, TrialRecord> trials(StudySpec spec) {
        return db.trials().list(new StudyRegister(db, clock).named(spec.name()).id()).stream()
                .collect(Collectors.toMap(TrialRecord::networkId, Function.identity(), (first, second) -> first));
    }
}
