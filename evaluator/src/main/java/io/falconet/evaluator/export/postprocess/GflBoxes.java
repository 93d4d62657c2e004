package io.falconet.evaluator.export.postprocess;

import io.falconet.evaluator.detect.gfl.CellGrid;
import io.falconet.evaluator.export.Attributes;
import io.falconet.evaluator.export.OnnxGraph;
import io.falconet.space.block.GflFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Reads what {@link io.falconet.evaluator.detect.gfl.GflDecoder} reads: the sigmoid of a class's logit is its score, and each
 * side lies the mean of its distribution away from the cell's point.
 *
 * @param format of the outputs
 * @param grid of the outputs
 */
record GflBoxes(GflFormat format, CellGrid grid) implements BoxGraph {
    private static final int SIDES = 4;

    @Override
    public Predicted append(OnnxGraph graph, List<String> outputs) {
        int classes = format.classes();
        String levels = levels(graph, outputs);
        String logits = BoxGraph.channels(graph, "logits", levels, 0, classes);
        String sides = BoxGraph.channels(graph, "sides", levels, classes, format.channels());
        String offsets = graph.node(
                "Mul", SCOPE + "offsets", List.of(distances(graph, sides), cells(graph, "steps", GflBoxes::step)));
        String points = cells(graph, "points", GflBoxes::point);
        return new Predicted(
                graph.node("Add", SCOPE + "predicted", List.of(points, offsets)),
                graph.node("Sigmoid", SCOPE + "scores", List.of(logits)));
    }

    private String levels(OnnxGraph graph, List<String> outputs) {
        List<String> flat = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            String shape = graph.integers(
                    SCOPE + "shape" + i,
                    1,
                    format.channels(),
                    grid.levels().get(i).cells());
            flat.add(graph.node("Reshape", SCOPE + "level" + i, List.of(outputs.get(i), shape)));
        }
        return BoxGraph.joined(graph, flat);
    }

    /** The means of the distributions, in strides: 1×4×boxes. */
    private String distances(OnnxGraph graph, String sides) {
        int bins = format.regMax() + 1;
        float[] places = new float[bins];
        IntStream.range(0, bins).forEach(bin -> places[bin] = bin);
        String shape = graph.integers(SCOPE + "bins/shape", 1, SIDES, bins, grid.cells());
        String split = graph.node("Reshape", SCOPE + "bins", List.of(sides, shape));
        String shares = graph.node("Softmax", SCOPE + "shares", List.of(split), Attributes.number("axis", 2));
        String weighted = graph.node(
                "Mul", SCOPE + "weighted", List.of(shares, graph.floats(SCOPE + "places", places, List.of(bins, 1))));
        return graph.node(
                "ReduceSum",
                SCOPE + "distances",
                List.of(weighted, graph.integers(SCOPE + "distances/axes", 2)),
                Attributes.number("keepdims", 0));
    }

    /** What a side's distance is multiplied with, or counted from, at a cell. */
    private interface CellValue {
        float of(CellGrid.Level level, int cell, int side);
    }

    private static float step(CellGrid.Level level, int cell, int side) {
        return side < 2 ? -level.stride() : level.stride();
    }

    private static float point(CellGrid.Level level, int cell, int side) {
        return side % 2 == 0 ? level.pointX(cell) : level.pointY(cell);
    }

    /** A constant of 1×4×boxes. */
    private String cells(OnnxGraph graph, String name, CellValue value) {
        float[] values = new float[SIDES * grid.cells()];
        int next = 0;
        for (int side = 0; side < SIDES; side++) {
            for (CellGrid.Level level : grid.levels()) {
                for (int cell = 0; cell < level.cells(); cell++) {
                    values[next++] = value.of(level, cell, side);
                }
            }
        }
        return graph.floats(SCOPE + name, values, List.of(1, SIDES, grid.cells()));
    }
}
