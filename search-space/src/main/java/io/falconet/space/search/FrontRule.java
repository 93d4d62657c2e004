package io.falconet.space.search;

import io.falconet.space.outcome.Bounds;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.study.StudySpec;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What may stand on a study's front, and where it lies: trials that were evaluated and trained in full, that keep within the
 * study's limits and have a value of each of its objectives.
 */
public final class FrontRule {
    private final StudySpec study;
    private final ObjectiveSpace space;
    private final Bounds bounds;

    /** The rule of a study. */
    public FrontRule(StudySpec study) {
        this.study = study;
        this.space = new ObjectiveSpace(study.objectives());
        this.bounds = study.bounds();
    }

    /** Where an outcome lies, one coordinate an objective, all to be minimised; nothing where it takes no part. */
    public Optional<double[]> point(Outcome outcome) {
        return outcome instanceof Evaluated evaluated
                        && study.fullyTrained(outcome)
                        && bounds.broken(evaluated).isEmpty()
                ? space.point(outcome)
                : Optional.empty();
    }

    /** The rule as text: of two studies with the same one, the same outcomes make the same front. */
    public String text() {
        String limits = bounds.values().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(limit -> "; %s %s".formatted(limit.getKey().key(), limit.getValue()))
                .collect(Collectors.joining());
        return study.objectives().stream().map(Objective::key).collect(Collectors.joining(", "))
                + limits
                + (study.rungs().none() ? "" : "; " + study.fidelity().text());
    }
}
