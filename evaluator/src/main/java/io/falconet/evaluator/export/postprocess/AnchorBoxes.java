package io.falconet.evaluator.export.postprocess;

import io.falconet.evaluator.detect.yolo.Anchor;
import io.falconet.evaluator.detect.yolo.AnchorGrid;
import io.falconet.evaluator.detect.yolo.AnchorLevel;
import io.falconet.evaluator.export.Attributes;
import io.falconet.evaluator.export.OnnxGraph;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what {@link io.falconet.evaluator.detect.yolo.YoloDecoder} reads: boxes that correct the anchors of each cell, a
 * level's anchor by anchor. The anchors are those of the format, so those that training fitted to the data.
 *
 * @param grid of the outputs
 */
record AnchorBoxes(AnchorGrid grid) implements BoxGraph {
    private static final int SIDES = 2;
    private static final int OBJECTNESS = 4;
    private static final int FIRST_CLASS = 5;

    @Override
    public Predicted append(OnnxGraph graph, List<String> outputs) {
        String logits = levels(graph, outputs);
        String shares = graph.node("Sigmoid", SCOPE + "shares", List.of(logits));
        String centre = centre(graph, BoxGraph.channels(graph, "place", shares, 0, SIDES));
        String half = graph.node(
                "Mul",
                SCOPE + "half",
                List.of(growth(graph, logits, shares), anchors(graph, "anchors/half", AnchorBoxes::half)));
        String start = graph.node("Sub", SCOPE + "start", List.of(centre, half));
        String end = graph.node("Add", SCOPE + "end", List.of(centre, half));
        String objectness = BoxGraph.channels(graph, "objectness", shares, OBJECTNESS, FIRST_CLASS);
        String classes = BoxGraph.channels(graph, "classes", shares, FIRST_CLASS, grid.channels());
        return new Predicted(
                graph.node("Concat", SCOPE + "predicted", List.of(start, end), Attributes.number("axis", 1)),
                graph.node("Mul", SCOPE + "scores", List.of(classes, objectness)));
    }

    /** From anchors×(5 + classes) channels of each cell to 5 + classes of each anchor of each cell. */
    private String levels(OnnxGraph graph, List<String> outputs) {
        List<String> flat = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            AnchorLevel level = grid.levels().get(i);
            String name = SCOPE + "level" + i;
            int anchors = level.anchors().size();
            String apart = graph.integers(name + "/apart", anchors, grid.channels(), level.cells());
            String together = graph.integers(name + "/together", 1, grid.channels(), (long) anchors * level.cells());
            String split = graph.node("Reshape", name + "/split", List.of(outputs.get(i), apart));
            String turned =
                    graph.node("Transpose", name + "/turned", List.of(split), Attributes.numbers("perm", 1, 0, 2));
            flat.add(graph.node("Reshape", name, List.of(turned, together)));
        }
        return BoxGraph.joined(graph, flat);
    }

    private String centre(OnnxGraph graph, String shares) {
        String moved = graph.node(
                "Mul",
                SCOPE + "moved",
                List.of(
                        shares,
                        anchors(graph, "reach", (level, anchor, cell, axis) -> level.reach() * level.stride())));
        return graph.node("Add", SCOPE + "centre", List.of(moved, anchors(graph, "corners", AnchorBoxes::corner)));
    }

    /** How many times as large as its anchor a box is, along both axes. */
    private String growth(OnnxGraph graph, String logits, String shares) {
        return switch (grid.sides()) {
            case EXPONENTIAL ->
                graph.node(
                        "Exp", SCOPE + "growth", List.of(BoxGraph.channels(graph, "size", logits, SIDES, OBJECTNESS)));
            case SQUARED -> {
                String size = BoxGraph.channels(graph, "size", shares, SIDES, OBJECTNESS);
                String twice = graph.node("Add", SCOPE + "size/twice", List.of(size, size));
                yield graph.node("Mul", SCOPE + "growth", List.of(twice, twice));
            }
        };
    }

    /** A number of a cell's anchor along an axis: 0 is x. */
    private interface AnchorValue {
        double of(AnchorLevel level, Anchor anchor, int cell, int axis);
    }

    /** Where a centre lies whose share is nothing. */
    private static double corner(AnchorLevel level, Anchor anchor, int cell, int axis) {
        int place = axis == 0 ? cell % level.width() : cell / level.width();
        return (place - (level.reach() - 1) / 2) * level.stride();
    }

    private static double half(AnchorLevel level, Anchor anchor, int cell, int axis) {
        return (axis == 0 ? anchor.width() : anchor.height()) / 2;
    }

    /** A constant of 1×2×boxes. */
    private String anchors(OnnxGraph graph, String name, AnchorValue value) {
        int boxes = grid.levels().stream()
                .mapToInt(level -> level.anchors().size() * level.cells())
                .sum();
        float[] values = new float[SIDES * boxes];
        int next = 0;
        for (int axis = 0; axis < SIDES; axis++) {
            for (AnchorLevel level : grid.levels()) {
                for (Anchor anchor : level.anchors()) {
                    for (int cell = 0; cell < level.cells(); cell++) {
                        values[next++] = (float) value.of(level, anchor, cell, axis);
                    }
                }
            }
        }
        return graph.floats(SCOPE + name, values, List.of(1, SIDES, boxes));
    }
}
