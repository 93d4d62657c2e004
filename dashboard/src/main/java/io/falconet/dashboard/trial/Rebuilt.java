package io.falconet.dashboard.trial;

import io.falconet.space.block.Detector;
import io.falconet.space.space.Architecture;
import io.falconet.space.space.SearchSpace;
import io.falconet.space.space.SearchSpaces;
import java.util.Optional;

/**
 * A trial's network, built again from its architecture's text.
 *
 * @param detector the detector
 * @param classes how many kinds of object it tells apart
 */
public record Rebuilt(Detector detector, int classes) {
    /** Data sets of more classes are not drawn; COCO has 80. */
    private static final int MOST_CLASSES = 100;

    /**
     * Builds the network whose id the trial has. How many classes its data had follows from the id: one number of them
     * alone gives it. Empty where no number does: another version of the catalog built it.
     */
    public static Optional<Rebuilt> of(String architecture, String networkId) {
        try {
            Architecture decisions = Architecture.parse(architecture);
            SearchSpace space = SearchSpaces.named(decisions.space());
            for (int classes = 1; classes <= MOST_CLASSES; classes++) {
                Detector detector = space.detector(decisions, classes);
                if (detector.id().equals(networkId)) {
                    return Optional.of(new Rebuilt(detector, classes));
                }
            }
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
        return Optional.empty();
    }
}
