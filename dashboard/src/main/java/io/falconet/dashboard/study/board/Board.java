package io.falconet.dashboard.study.board;

import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.results.TrialState;
import io.falconet.results.columns.TrialColumns;
import io.falconet.space.outcome.Bounds;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Objective.Direction;
import io.falconet.space.outcome.Objective.Origin;
import io.falconet.space.study.StudyException;
import io.falconet.space.study.StudyReader;
import io.falconet.space.study.StudySpec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A study with its trials, as known at one moment. Trials go by their numbers.
 *
 * @param study the study
 * @param spec what was asked for; empty where another version of Falconet wrote it
 * @param trials the figures of all of its trials
 * @param growth its front, and how it came about
 * @param published trials that are detectors of the zoo, by number: those with which the search was told to start
 */
public record Board(
        StudyRecord study,
        Optional<StudySpec> spec,
        TrialColumns trials,
        Growth growth,
        Map<Integer, String> published) {

    /** Reads a study with all of its trials, for whoever looks once. */
    public static Board read(ResultsDb db, StudyRecord study) {
        return new BoardReader(db, study).read(study, count -> {});
    }

    /** What was asked for; empty where another version of Falconet wrote it. */
    public static Optional<StudySpec> spec(StudyRecord study) {
        try {
            return Optional.of(new StudyReader().readStored(study.specYaml()));
        } catch (StudyException unreadable) {
            return Optional.empty();
        }
    }

    /** What the study optimises. */
    public List<Objective> objectives() {
        return objectives(spec);
    }

    static List<Objective> objectives(Optional<StudySpec> spec) {
        return spec.map(StudySpec::objectives)
                .orElse(List.of(Objective.MAP50_95, Objective.LATENCY, Objective.PARAMETERS));
    }

    /** What the trials of such a study tell: all that training and measuring tell, and the scores that it optimises. */
    public List<Objective> told() {
        return told(spec);
    }

    /** What the trials of such a study tell. */
    public static List<Objective> told(Optional<StudySpec> spec) {
        return Stream.concat(
                        Arrays.stream(Objective.values()).filter(it -> it.origin() != Origin.UNTRAINED),
                        objectives(spec).stream().filter(it -> it.origin() == Origin.UNTRAINED))
                .toList();
    }

    /** What the study allows. */
    public Bounds bounds() {
        return spec.map(StudySpec::bounds).orElse(Bounds.NONE);
    }

    /** Whether a trial has figures. */
    public boolean evaluated(int number) {
        return trials.is(TrialState.EVALUATED, number);
    }

    /** Whether a trial with figures was trained as long as the study's best are. */
    public boolean inFull(int number) {
        return inFull(spec, trials.fidelity(number));
    }

    static boolean inFull(Optional<StudySpec> spec, Fidelity fidelity) {
        return spec.map(study -> study.rungs().none() || study.fidelity().equals(fidelity))
                .orElse(true);
    }

    /** Whether no figure of a trial breaks a limit of the study's. */
    public boolean within(int number) {
        return within(bounds(), trials, number);
    }

    static boolean within(Bounds bounds, TrialColumns trials, int number) {
        for (Objective bound : bounds.values().keySet()) {
            if (bounds.breaks(bound, trials.value(bound, number))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a trial is held against others: it has figures, was trained in full, and keeps within the limits. */
    public boolean ranked(int number) {
        return evaluated(number) && inFull(number) && within(number);
    }

    /** Whether a trial knows all of the objectives. */
    public boolean knows(List<Objective> objectives, int number) {
        for (Objective objective : objectives) {
            if (Double.isNaN(trials.value(objective, number))) {
                return false;
            }
        }
        return true;
    }

    /** The numbers of all trials, rising. */
    public IntStream numbers() {
        return IntStream.range(0, trials.size()).filter(trials::has);
    }

    /** The numbers of the trials on the study's front, rising. */
    public List<Integer> front() {
        return Arrays.stream(growth.front()).boxed().toList();
    }

    /** Whether a trial is on the study's front. */
    public boolean onFront(int number) {
        return Arrays.binarySearch(growth.front(), number) >= 0;
    }

    /** The trial of the best value of those that are ranked, among equals the earliest. */
    public OptionalInt best(Objective objective) {
        int best = -1;
        double found = Double.NaN;
        for (int number = 0; number < trials.size(); number++) {
            double value = trials.value(objective, number);
            boolean better = objective.direction() == Direction.MINIMIZE ? value < found : value > found;
            if ((better || best < 0 && !Double.isNaN(value)) && ranked(number)) {
                best = number;
                found = value;
            }
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    /** Whether some trial was timed on a device. */
    public boolean timed() {
        return numbers().anyMatch(number -> !Double.isNaN(trials.value(Objective.LATENCY, number)));
    }
}
