package io.falconet.evaluator.proxy;

import io.falconet.space.block.DetectionFormat;
import io.falconet.space.block.Detector;
import io.falconet.space.graph.Complexity;
import io.falconet.space.outcome.Objective;
import java.util.OptionalDouble;

/**
 * What the network costs: the baseline that every other score must beat, since larger networks are mostly better (Abdelfattah
 * et al., 2021; Ning et al., 2021). A second stage counts too.
 *
 * @param cost a cheap one
 */
public record NetworkCost(Objective cost) implements UntrainedScore {
    public NetworkCost {
        if (cost.expensive()) {
            throw new IllegalArgumentException(
                    "A cost that follows from the network was expected, found %s. Maybe parameters or macs."
                            .formatted(cost.key()));
        }
    }

    @Override
    public String key() {
        return cost.key();
    }

    @Override
    public String label() {
        return cost.label();
    }

    @Override
    public OptionalDouble of(UntrainedDetector untrained) {
        Detector detector = untrained.detector();
        Complexity first = Complexity.of(detector.network());
        Complexity all = secondStage(detector.format(), first);
        return OptionalDouble.of(cost.value(all));
    }

    private static Complexity secondStage(DetectionFormat format, Complexity first) {
        return format.secondStage().map(Complexity::of).map(first::plus).orElse(first);
    }
}
