package io.falconet.results;

import io.falconet.space.outcome.Fidelity;
import java.time.Instant;
import java.util.List;

/**
 * A study that another program searched, to be stored as a whole.
 *
 * @param specYaml a study file's canonical text: its name, objectives and count of trials are the study's
 * @param source where it was read from, for people
 * @param trials numbered from 0 as they stand here
 * @param started when it began
 * @param ended when it ended
 */
public record ImportedStudy(
        String name, String specYaml, String source, List<ImportedTrial> trials, Instant started, Instant ended) {
    /** Stands where a fidelity must: how long another program trained nobody knows. */
    public static final Fidelity FIDELITY = new Fidelity(1, 0, 1);

    public ImportedStudy {
        trials = List.copyOf(trials);
    }
}
