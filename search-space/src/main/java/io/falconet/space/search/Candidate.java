package io.falconet.space.search;

import io.falconet.space.block.Detector;
import io.falconet.space.graph.Complexity;
import io.falconet.space.graph.ShapeException;
import io.falconet.space.outcome.Objective;
import io.falconet.space.space.Architecture;
import io.falconet.space.space.SearchSpace;
import io.falconet.space.study.StudySpec;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An architecture that may become a trial.
 *
 * @param networkId the id of the detector that it builds; empty if it builds none
 * @param objection why it cannot be tried: it builds no network or breaks a limit
 */
record Candidate(Architecture architecture, String networkId, Optional<String> objection) {
    /** Builds the architecture's network and holds it against the study's limits. */
    static Candidate of(Architecture architecture, SearchSpace space, int classes, StudySpec study) {
        Detector detector;
        try {
            detector = space.detector(architecture, classes);
        } catch (IllegalArgumentException | ShapeException unbuildable) {
            return new Candidate(architecture, "", Optional.of("it cannot be built: " + unbuildable.getMessage()));
        }
        Complexity complexity = Complexity.of(detector.network());
        return new Candidate(architecture, detector.id(), broken(study.limits(), complexity));
    }

    private static Optional<String> broken(Map<Objective, Double> limits, Complexity complexity) {
        return limits.entrySet().stream()
                .filter(limit -> limit.getKey().value(complexity) > limit.getValue())
                .map(limit -> String.format(
                        Locale.ROOT,
                        "it has %,.0f %s, the limit is %,.0f",
                        limit.getKey().value(complexity),
                        limit.getKey().label(),
                        limit.getValue()))
                .findFirst();
    }
}
