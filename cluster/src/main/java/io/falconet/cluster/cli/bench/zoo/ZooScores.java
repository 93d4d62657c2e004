package io.falconet.cluster.cli.bench.zoo;

import io.falconet.cluster.cli.study.Entrant;
import io.falconet.cluster.cli.study.GivenTrainings;
import io.falconet.cluster.cli.terminal.Console;
import io.falconet.evaluator.TrialData;
import io.falconet.results.ResultsDb;
import io.falconet.results.TrialRecord;
import io.falconet.space.study.StudySpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How accurate entrants are: with weights that they bring along, or trained here. */
final class ZooScores {
    private final Console console;
    private final TrialData data;
    private final GivenTrainings trainings;
    private final GivenStudies studies;
    private final ResultsDb db;
    private final Optional<GivenWeights> weights;

    ZooScores(
            Console console,
            ResultsDb db,
            GivenTrainings trainings,
            TrialData data,
            GivenStudies studies,
            Optional<GivenWeights> weights) {
        this.console = console;
        this.db = db;
        this.data = data;
        this.trainings = trainings;
        this.studies = studies;
        this.weights = weights;
    }

    /** All entrants, in their order; nothing where the trainings were stopped. */
    Optional<List<ScoredEntrant>> of(List<Entrant> entrants) throws IOException {
        Map<String, Path> given = new HashMap<>();
        weights.ifPresent(bring -> entrants.forEach(entrant -> bring.of(entrant)
                .ifPresent(folder -> given.put(entrant.contender().name(), folder))));
        List<Entrant> untaught = entrants.stream()
                .filter(entrant -> !given.containsKey(entrant.contender().name()))
                .toList();
        Map<String, TrialRecord> trials = new HashMap<>();
        for (Map.Entry<StudySpec, List<Entrant>> study : studies.of(untaught).entrySet()) {
            if (!trainings.train(study.getKey(), data, study.getValue())) {
                return Optional.empty();
            }
            trials.putAll(trainings.trials(study.getKey()));
        }
        List<ScoredEntrant> scored = new ArrayList<>();
        for (Entrant entrant : entrants) {
            scored.add(scored(
                    entrant, Optional.ofNullable(given.get(entrant.contender().name())), trials));
        }
        return Optional.of(scored);
    }

    private ScoredEntrant scored(Entrant entrant, Optional<Path> given, Map<String, TrialRecord> trials)
            throws IOException {
        if (given.isPresent()) {
            console.say(
                    "%s is scored with the weights of %s.", entrant.contender().name(), given.get());
            return weights.orElseThrow()
                    .score(entrant, given.get(), data.validation().dataset());
        }
        if (entrant.untrained().isPresent()) {
            return ScoredEntrant.untrained(entrant, entrant.untrained().get());
        }
        TrialRecord trial = trials.get(entrant.contender().networkId());
        return trial == null
                ? ScoredEntrant.untrained(entrant, "not trained: its study has no such trial")
                : ScoredEntrant.trained(entrant, trial, db);
    }
}
