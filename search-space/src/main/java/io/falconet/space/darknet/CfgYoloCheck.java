package io.falconet.space.darknet;

import io.falconet.space.block.AnchorFormat.Sides;
import io.falconet.space.graph.Activation;
import io.falconet.space.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what is wrong with the {@code [yolo]} layers of a cfg file and the convolutions before them. */
final class CfgYoloCheck {
    private final List<CfgLayer> layers;
    private final List<Problem> problems;

    CfgYoloCheck(List<CfgLayer> layers, List<Problem> problems) {
        this.layers = layers;
        this.problems = problems;
    }

    /** Reports all problems. */
    void check() {
        List<YoloOutput> seen = new ArrayList<>();
        for (int number = 0; number < layers.size(); number++) {
            if (layers.get(number).layer().orElse(null) instanceof YoloOutput yolo) {
                CfgSection section = layers.get(number).section();
                before(number, section, yolo);
                if (!seen.isEmpty()) {
                    agree(section, seen.get(0), yolo);
                }
                seen.add(yolo);
            }
        }
        if (layers.stream().allMatch(CfgYoloCheck::otherThanYolo)) {
            problems.add(new Problem(
                    0, "A detector needs at least 1 [yolo] section, found none.", "Maybe the file is cut off."));
        }
    }

    /** Whether the section is another one for certain: an unknown one may have been meant as {@code [yolo]}. */
    private static boolean otherThanYolo(CfgLayer layer) {
        return CfgLayers.known(layer.section()) && !layer.section().name().equals("yolo");
    }

    private void before(int number, CfgSection section, YoloOutput yolo) {
        Optional<CfgLayer> previous = number == 0 ? Optional.empty() : Optional.of(layers.get(number - 1));
        if (previous.isPresent() && previous.get().layer().isEmpty()) {
            return;
        }
        if (previous.flatMap(CfgLayer::layer).orElse(null) instanceof Convolutional predicting) {
            filters(previous.get().section(), predicting, section, yolo);
            activation(previous.get().section(), predicting, section, yolo);
        } else {
            section.problem(
                    "[yolo] needs a [convolutional] before it, found %s."
                            .formatted(
                                    previous.map(layer -> "[" + layer.section().name() + "]")
                                            .orElse("none")),
                    "Maybe the one of filters=%d is missing.".formatted(yolo.filters()));
        }
    }

    private static void filters(CfgSection where, Convolutional predicting, CfgSection section, YoloOutput yolo) {
        if (predicting.filters() != yolo.filters()) {
            where.problem(
                    "filters",
                    "filters needs %d before the [yolo] on line %d, (classes %d + 5) x %d masks, found %d."
                            .formatted(
                                    yolo.filters(),
                                    section.line(),
                                    yolo.classes(),
                                    yolo.anchors().size(),
                                    predicting.filters()),
                    "Maybe filters=%d, or other classes or masks there.".formatted(yolo.filters()));
        }
    }

    private static void activation(CfgSection where, Convolutional predicting, CfgSection section, YoloOutput yolo) {
        boolean squared = yolo.sides() == Sides.SQUARED;
        boolean fits = predicting
                .activation()
                .map(function -> squared && function == Activation.SIGMOID)
                .orElse(true);
        if (!fits) {
            where.problem(
                    "activation",
                    "activation needs %s before the [yolo] on line %d, found %s."
                            .formatted(
                                    squared ? "logistic" : "linear",
                                    section.line(),
                                    where.text("activation", "logistic")),
                    squared ? "Maybe activation=logistic." : "Maybe activation=linear, or new_coords=1 there.");
        }
    }

    private static void agree(CfgSection section, YoloOutput first, YoloOutput yolo) {
        if (yolo.classes() != first.classes()) {
            section.problem(
                    "classes",
                    "All [yolo] sections need one number of classes, %d as in the first, found %d."
                            .formatted(first.classes(), yolo.classes()),
                    "Maybe classes=%d.".formatted(first.classes()));
        }
        if (yolo.sides() != first.sides()) {
            section.problem(
                    "new_coords",
                    "All [yolo] sections need the same new_coords, found another than in the first.",
                    "Maybe new_coords=%d.".formatted(first.sides() == Sides.SQUARED ? 1 : 0));
        }
    }
}
