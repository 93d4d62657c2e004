package io.falconet.cluster.cli;

import io.falconet.results.TrialReference;
import io.falconet.space.block.Detector;
import io.falconet.space.space.Architecture;
import io.falconet.space.space.SearchSpaces;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A detector as it was named on the command line.
 *
 * @param name what files made of it are called
 * @param trial where it was trained and stored
 */
record Model(String name, Architecture architecture, Optional<TrialReference> trial) {
    /** The detector for that many kinds of object. */
    Detector detector(int classes) {
        return SearchSpaces.named(architecture.space()).detector(architecture, classes);
    }

    /** The same model for images of another size. */
    Model withInput(int side) {
        Map<String, String> decisions = new LinkedHashMap<>(architecture.decisions());
        decisions.put("input", Integer.toString(side));
        return new Model(name, new Architecture(architecture.space(), decisions), Optional.empty());
    }
}
