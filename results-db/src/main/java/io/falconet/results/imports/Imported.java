package io.falconet.results.imports;

import io.falconet.results.StudyRecord;
import io.falconet.results.TrialState;
import io.falconet.space.outcome.Objective;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an import has made.
 *
 * @param study as it is stored
 * @param trials how many came to what
 * @param incomplete how many of the failed ones had ended well, but lack a value of an objective
 * @param best the best trial by objective, those of the study in their order
 * @param renumbered whether trials have other numbers here than in the file
 * @param networks whether its trials keep architectures of Falconet's
 */
public record Imported(
        StudyRecord study,
        Map<TrialState, Integer> trials,
        int incomplete,
        Map<Objective, Best> best,
        boolean renumbered,
        boolean networks) {
    public Imported {
        trials = Collections.unmodifiableMap(new EnumMap<>(trials));
        best = Collections.unmodifiableMap(new LinkedHashMap<>(best));
    }

    /** The trial with the best value of an objective. */
    public record Best(int trial, double value) {}
}
