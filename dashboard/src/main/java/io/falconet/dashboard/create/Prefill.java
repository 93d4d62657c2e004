package io.falconet.dashboard.create;

import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.results.TrialRecord;
import io.falconet.results.TrialReference;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Objective.Origin;
import io.falconet.space.study.Retraining;
import io.falconet.space.study.StudyDraft;
import io.falconet.space.study.StudyException;
import io.falconet.space.study.StudyReader;
import io.falconet.space.study.StudySpec;
import io.falconet.space.study.StudyWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** With what the page begins, so that nobody starts from nothing. */
final class Prefill {
    private static final String BLANK =
            """
            name: my-study
            space: small-objects
            data: {path: %s}
            objectives: [map50-95, latency, parameters]
            trials: 30
            fidelity: {epochs: 8, images: all, batch: 16}
            seed: 1
            device: local
            slots: 2
            """;
    /** How much longer a promoted trial trains, where its study has trained none in full. */
    private static final int LONGER = 10;

    private final ResultsDb db;

    Prefill(ResultsDb db) {
        this.db = db;
    }

    /** A small study; on the data of the latest one, where there is one. */
    StudyDraft blank() {
        StudyDraft blank = StudyDraft.of(BLANK.formatted("my-data")).with(free("my-study"), "name");
        return db.studies().list().stream()
                .filter(study -> study.imported().isEmpty())
                .findFirst()
                .flatMap(latest -> StudyDraft.of(latest.specYaml()).find("data"))
                .map(data -> blank.with(data, "data"))
                .orElse(blank);
    }

    /** The same study again, under another name; nothing where there is none of that name. */
    Optional<StudyDraft> clone(String name) {
        return searched(name).map(study -> StudyDraft.of(study.specYaml()).with(free(name), "name"));
    }

    /**
     * A study that trains one network of another in full: as its longest training if that has been to be earned, for ten
     * times as many epochs otherwise. Nothing where there is no such network.
     */
    Optional<StudyDraft> promoted(TrialReference reference) {
        return searched(reference.study())
                .flatMap(study ->
                        db.trials().find(study.id(), reference.number()).flatMap(trial -> promoted(study, trial)));
    }

    private Optional<StudyDraft> promoted(StudyRecord study, TrialRecord trial) {
        try {
            StudySpec spec = new StudyReader().readStored(study.specYaml());
            List<Objective> objectives = Stream.concat(Stream.of(Objective.MAP50_95), spec.objectives().stream())
                    .filter(objective -> objective.origin() != Origin.UNTRAINED)
                    .distinct()
                    .toList();
            Retraining retraining = new Retraining(objectives, full(spec), spec.seed(), spec.device(), 1);
            String name = free(study.name() + "-" + trial.number() + "-full");
            return Optional.of(
                    StudyDraft.of(new StudyWriter().write(retraining.of(spec, name, List.of(trial.architecture())))));
        } catch (StudyException writtenByAnotherVersion) {
            return Optional.empty();
        }
    }

    private static Fidelity full(StudySpec spec) {
        Fidelity longest = spec.fidelity();
        return spec.rungs().none() ? new Fidelity(LONGER * longest.epochs(), 0, longest.batch()) : longest;
    }

    private Optional<StudyRecord> searched(String name) {
        return db.studies().find(name).filter(study -> study.imported().isEmpty());
    }

    /** That name, or where it is taken, the first free one after it. */
    private String free(String name) {
        IntFunction<String> numbered = number -> number == 1 ? name : name + "-" + number;
        int number = 1;
        while (db.studies().find(numbered.apply(number)).isPresent()) {
            number++;
        }
        return numbered.apply(number);
    }
}
