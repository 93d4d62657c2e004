package io.falconet.space.space;

import io.falconet.space.block.Detector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Ordered named choices, and how the decisions taken become a detector. */
public interface SearchSpace {
    /** The name that architectures and study files give. */
    String name();

    /** The choices, in order. */
    List<Choice> choices();

    /**
     * Builds the detector that the decisions describe. Choices without effect (the kernel of a block that has none) are
     * ignored, so that different decisions may build the same network.
     *
     * @throws IllegalArgumentException if the decisions are not of this space
     * @throws io.falconet.space.graph.ShapeException if they cannot be built
     */
    Detector detector(Architecture architecture, int classes);

    /**
     * Builds the same detector for square images of another size than was decided. It has the same tensors.
     *
     * @param side of the images, in pixels
     * @throws UnsupportedOperationException if a space's networks are for images of one size
     * @throws io.falconet.space.graph.ShapeException if images of that size cannot be read
     */
    default Detector detector(Architecture architecture, int side, int classes) {
        throw new UnsupportedOperationException(
                "Networks of space %s are for images of one size. Maybe train them on whole images: pixels: 1."
                        .formatted(name()));
    }

    /** Published detectors that are points of this space, by the zoo's names: what a search may start from. */
    default Map<String, Architecture> seeds() {
        return Map.of();
    }

    /** The architecture that takes the given option, by index, for each choice in order. */
    default Architecture architecture(int[] options) {
        Map<String, String> decisions = new LinkedHashMap<>();
        for (int i = 0; i < choices().size(); i++) {
            Choice choice = choices().get(i);
            decisions.put(choice.name(), choice.options().get(options[i]));
        }
        return new Architecture(name(), decisions);
    }

    /** An architecture in which every option of every choice is as likely as any other. */
    default Architecture draw(RandomGenerator random) {
        return architecture(choices().stream()
                .mapToInt(choice -> random.nextInt(choice.options().size()))
                .toArray());
    }

    /**
     * The option taken, by index, for each choice in order: the inverse of {@link #architecture}.
     *
     * @throws IllegalArgumentException if the architecture is not of this space
     */
    default int[] options(Architecture architecture) {
        if (!architecture.space().equals(name())
                || architecture.decisions().size() != choices().size()) {
            throw new IllegalArgumentException("%s is no architecture of %s, which has the choices %s."
                    .formatted(
                            architecture,
                            name(),
                            choices().stream().map(Choice::name).toList()));
        }
        return choices().stream()
                .mapToInt(choice -> {
                    int option = choice.options().indexOf(architecture.decision(choice.name()));
                    if (option < 0) {
                        throw new IllegalArgumentException("%s takes one of %s, found %s."
                                .formatted(choice.name(), choice.options(), architecture.decision(choice.name())));
                    }
                    return option;
                })
                .toArray();
    }
}
