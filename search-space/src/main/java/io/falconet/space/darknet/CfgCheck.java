package io.falconet.space.darknet;

import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Shape;
import io.falconet.space.graph.ShapeException;
import io.falconet.space.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * Finds what is wrong between the layers of a cfg file: references to nowhere, maps that do not fit, predictions that are
 * not what {@code [yolo]} reads. What cannot be known because of an earlier problem is not reported.
 */
final class CfgCheck {
    private final List<CfgLayer> layers;
    private final List<Problem> problems;
    private final LayerChain chain;
    private final boolean imageKnown;

    CfgCheck(List<CfgLayer> layers, Optional<Shape> image, List<Problem> problems) {
        this.layers = layers;
        this.problems = problems;
        this.chain = new LayerChain(NetworkBuilder.of(image.orElse(Shape.image(1, 1))));
        this.imageKnown = image.isPresent();
    }

    /** Reports all problems. */
    void check() {
        for (int number = 0; number < layers.size(); number++) {
            CfgLayer at = layers.get(number);
            boolean referring =
                    at.layer().isPresent() && referencesHold(number, at.layer().get());
            if (referring && imageKnown) {
                append(at.section(), at.layer().get());
            } else {
                chain.gap();
            }
        }
        new CfgYoloCheck(layers, problems).check();
    }

    private boolean referencesHold(int number, DarknetLayer layer) {
        CfgSection section = layers.get(number).section();
        boolean hold = true;
        for (int reference : layer.references()) {
            int absolute = reference < 0 ? number + reference : reference;
            if (absolute < 0 || absolute >= number) {
                hold = false;
                String key = layer instanceof Route ? "layers" : "from";
                section.problem(key, range(key, number, reference), "Maybe count again: this is layer " + number + ".");
            }
        }
        return hold && layer.reads(number).stream().allMatch(read -> readable(section, read));
    }

    private static String range(String key, int number, int found) {
        return number == 0
                ? "%s needs layers before this one, of which there are none, found %d.".formatted(key, found)
                : "%s needs layers before this one, 0 to %d or -%d to -1, found %d."
                        .formatted(key, number - 1, number, found);
    }

    private boolean readable(CfgSection section, int read) {
        boolean boxes = read >= 0 && layers.get(read).layer().orElse(null) instanceof YoloOutput;
        if (boxes) {
            section.problem(
                    "A layer reads maps, found layer %d, which is [yolo] on line %d and gives boxes."
                            .formatted(read, layers.get(read).section().line()),
                    "Maybe a [route] to a layer before it is missing.");
        }
        return !boxes;
    }

    private void append(CfgSection section, DarknetLayer layer) {
        try {
            if (layer instanceof YoloOutput) {
                chain.gap();
            } else {
                chain.append(layer);
            }
        } catch (ShapeException | IllegalArgumentException wrong) {
            chain.gap();
            int remedy = wrong.getMessage().indexOf(" Maybe ");
            section.problem(
                    remedy < 0 ? wrong.getMessage() : wrong.getMessage().substring(0, remedy),
                    remedy < 0
                            ? "Maybe a layer before it, or the image's size, is another one."
                            : wrong.getMessage().substring(remedy + 1));
        }
    }
}
