package io.falconet.dashboard.study;

import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.results.TrialRecord;
import io.falconet.space.outcome.Bounds;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Objective.Origin;
import io.falconet.space.search.pareto.ParetoFront;
import io.falconet.space.study.StudyException;
import io.falconet.space.study.StudyReader;
import io.falconet.space.study.StudySpec;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A study with its trials, as known at one moment.
 *
 * @param study the study
 * @param spec what was asked for; empty where another version of Falconet wrote it
 * @param trials all of its trials, by number
 * @param scored the trials that have figures, in the order in which they finished
 * @param front those trained in full and within the study's limits that no other such trial beats in all objectives at once
 */
record Board(
        StudyRecord study,
        Optional<StudySpec> spec,
        List<TrialRecord> trials,
        List<Scored> scored,
        List<Scored> front) {

    /** Reads a study with its trials. */
    static Board read(ResultsDb db, StudyRecord study) {
        Optional<StudySpec> spec = spec(study);
        List<TrialRecord> trials = db.trials().list(study.id());
        List<Scored> scored = trials.stream()
                .filter(trial -> trial.outcome().orElse(null) instanceof Evaluated)
                .map(trial -> new Scored(trial, (Evaluated) trial.outcome().orElseThrow()))
                .sorted(Comparator.comparing((Scored each) ->
                                each.trial().finished().orElse(each.trial().proposed()))
                        .thenComparing(each -> each.trial().number()))
                .toList();
        return new Board(study, spec, trials, scored, front(ranked(scored, spec), objectives(spec)));
    }

    private static Optional<StudySpec> spec(StudyRecord study) {
        try {
            return Optional.of(new StudyReader().readStored(study.specYaml()));
        } catch (StudyException unreadable) {
            return Optional.empty();
        }
    }

    private static List<Objective> objectives(Optional<StudySpec> spec) {
        return spec.map(StudySpec::objectives)
                .orElse(List.of(Objective.MAP50_95, Objective.LATENCY, Objective.PARAMETERS));
    }

    private static Bounds bounds(Optional<StudySpec> spec) {
        return spec.map(StudySpec::bounds).orElse(Bounds.NONE);
    }

    /** What a study allows. */
    static Bounds bounds(StudyRecord study) {
        return bounds(spec(study));
    }

    /** The scores without training that a study optimises. */
    static List<Objective> scores(StudyRecord study) {
        return spec(study).map(StudySpec::scoresOptimised).orElse(List.of());
    }

    /** What the study allows. */
    Bounds bounds() {
        return bounds(spec);
    }

    /** Whether a trial was trained as long as the study's best are. */
    boolean inFull(Scored each) {
        return inFull(each, spec);
    }

    private static boolean inFull(Scored each, Optional<StudySpec> spec) {
        return spec.map(study -> study.fullyTrained(each.outcome())).orElse(true);
    }

    /** The trials with figures that are held against each other: trained in full, and within the study's limits. */
    List<Scored> ranked() {
        return ranked(scored, spec);
    }

    private static List<Scored> ranked(List<Scored> scored, Optional<StudySpec> spec) {
        Bounds bounds = bounds(spec);
        return scored.stream()
                .filter(each -> inFull(each, spec) && each.within(bounds))
                .toList();
    }

    /** What the study optimises. */
    List<Objective> objectives() {
        return objectives(spec);
    }

    /** What the trials of such a study tell: all that training and measuring tell, and the scores that it optimises. */
    List<Objective> told() {
        return Stream.concat(
                        Arrays.stream(Objective.values()).filter(it -> it.origin() != Origin.UNTRAINED),
                        objectives().stream().filter(it -> it.origin() == Origin.UNTRAINED))
                .toList();
    }

    /** The trials that no other beats in the given objectives; those that lack one of them take no part. */
    static List<Scored> front(List<Scored> scored, List<Objective> objectives) {
        return ParetoFront.of(
                scored.stream().filter(each -> each.knows(objectives)).toList(), each -> each.minimised(objectives));
    }

    /** The numbers of the trials on the front. */
    Set<Integer> frontNumbers() {
        return front.stream().map(each -> each.trial().number()).collect(Collectors.toSet());
    }

    /** The trial of the best value of those trained in full and within the limits, among equals the earliest. */
    Optional<Scored> best(Objective objective) {
        return ranked().stream()
                .filter(each -> each.knows(List.of(objective)))
                .min(Comparator.comparingDouble(each -> each.minimised(List.of(objective))[0]));
    }

    /** Whether some trial was timed on a device. */
    boolean timed() {
        return scored.stream().anyMatch(each -> each.outcome().latency().isPresent());
    }
}
