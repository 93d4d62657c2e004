package io.falconet.evaluator.export.postprocess;

import io.falconet.evaluator.export.Attributes;
import io.falconet.evaluator.export.OnnxGraph;
import java.util.List;

/** How a family's outputs become boxes and scores, as operators. */
interface BoxGraph {
    /** Under which names the values of post-processing appear in a graph. */
    String SCOPE = "postprocess/";

    /**
     * The values of all boxes that a detector predicts.
     *
     * @param boxes 1×4×boxes: x1, y1, x2, y2 in pixels of the network's input, not cut to it
     * @param scores 1×classes×boxes, from 0 to 1
     */
    record Predicted(String boxes, String scores) {}

    /** Appends the operators that read the outputs. */
    Predicted append(OnnxGraph graph, List<String> outputs);

    /** Some channels of a value of 1×channels×boxes. */
    static String channels(OnnxGraph graph, String name, String value, long from, long to) {
        return graph.node(
                "Slice",
                SCOPE + name,
                List.of(
                        value,
                        graph.integers(SCOPE + name + "/from", from),
                        graph.integers(SCOPE + name + "/to", to),
                        graph.integers(SCOPE + name + "/axes", 1)));
    }

    /** All levels one after the other, each 1×channels×boxes. */
    static String joined(OnnxGraph graph, List<String> levels) {
        return graph.node("Concat", SCOPE + "levels", levels, Attributes.number("axis", 2));
    }
}
