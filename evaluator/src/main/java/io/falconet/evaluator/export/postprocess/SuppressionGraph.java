package io.falconet.evaluator.export.postprocess;

import static io.falconet.evaluator.export.postprocess.BoxGraph.SCOPE;

import ai.onnx.proto.OnnxMl.TensorProto;
import io.falconet.evaluator.detect.DecodingRule;
import io.falconet.evaluator.detect.NonMaximumSuppression;
import io.falconet.evaluator.export.Attributes;
import io.falconet.evaluator.export.OnnxGraph;
import io.falconet.space.graph.Shape;
import java.util.List;

/**
 * Keeps the best of boxes that overlap, as {@link NonMaximumSuppression} does, and lays out what stays.
 *
 * @param rule which boxes are told
 * @param image to which boxes are cut
 */
record SuppressionGraph(DecodingRule rule, Shape image) {
    /**
     * Appends the operators, and gives what stays: a row of x1, y1, x2, y2, score and class for each object, best first.
     *
     * @param output the name of that value
     */
    void append(OnnxGraph graph, BoxGraph.Predicted predicted, String output) {
        String boxes = cut(graph, predicted.boxes());
        Kept kept = rule.suppression().acrossClasses()
                ? acrossClasses(graph, boxes, predicted.scores())
                : classByClass(graph, boxes, predicted.scores());
        String score = graph.node("GatherND", SCOPE + "kept/score", List.of(kept.scores(), kept.indices()));
        String places = part(graph, "kept/places", kept.indices(), 0, 2);
        String box = graph.node("GatherND", SCOPE + "kept/box", List.of(boxes, places));
        String column = graph.integers(SCOPE + "column", 1);
        String kind = graph.node("Cast", SCOPE + "kept/number", List.of(kept.kinds()), Attributes.number("to", (long)
                TensorProto.DataType.FLOAT_VALUE));
        String scores = graph.node("Unsqueeze", SCOPE + "kept/scores", List.of(score, column));
        String rows = graph.node("Concat", SCOPE + "rows", List.of(box, scores, kind), Attributes.number("axis", 1));
        graph.node("Gather", output, List.of(rows, best(graph, score)), Attributes.number("axis", 0));
    }

    /**
     * What suppression leaves.
     *
     * @param scores 1×classes×boxes, or 1×1×boxes
     * @param indices kept×3: image, row of the scores, box
     * @param kinds kept×1: class
     */
    private record Kept(String scores, String indices, String kinds) {}

    /** Boxes within the image, 1×boxes×4. */
    private String cut(OnnxGraph graph, String boxes) {
        float width = image.width();
        float height = image.height();
        String limits = graph.floats(SCOPE + "limits", new float[] {width, height, width, height}, List.of(4));
        String origin = graph.scalar(SCOPE + "origin", 0);
        String rows = graph.node("Transpose", SCOPE + "by-box", List.of(boxes), Attributes.numbers("perm", 0, 2, 1));
        String started = graph.node("Max", SCOPE + "started", List.of(rows, origin));
        return graph.node("Min", SCOPE + "boxes", List.of(started, limits));
    }

    private Kept classByClass(OnnxGraph graph, String boxes, String scores) {
        String indices = suppressed(graph, boxes, scores);
        return new Kept(scores, indices, part(graph, "kept/kinds", indices, 1));
    }

    /** A box's best class alone: with any other it overlaps itself. */
    private Kept acrossClasses(OnnxGraph graph, String boxes, String scores) {
        String best = graph.node("ReduceMax", SCOPE + "best", List.of(scores), Attributes.numbers("axes", 1));
        String kinds = graph.node("ArgMax", SCOPE + "kinds", List.of(scores), Attributes.number("axis", 1));
        String indices = suppressed(graph, boxes, best);
        String kind = graph.node("GatherND", SCOPE + "kept/kind", List.of(kinds, indices));
        String column = graph.integers(SCOPE + "kept/kinds/column", 1);
        return new Kept(best, indices, graph.node("Unsqueeze", SCOPE + "kept/kinds", List.of(kind, column)));
    }

    private String suppressed(OnnxGraph graph, String boxes, String scores) {
        NonMaximumSuppression suppression = rule.suppression();
        return graph.node(
                "NonMaxSuppression",
                SCOPE + "kept",
                List.of(
                        boxes,
                        scores,
                        graph.integers(SCOPE + "most", suppression.most()),
                        graph.floats(SCOPE + "iou", new float[] {(float) suppression.iou()}, List.of(1)),
                        graph.floats(SCOPE + "threshold", new float[] {rule.threshold()}, List.of(1))));
    }

    /** The rows of the best of all classes, by falling score. */
    private String best(OnnxGraph graph, String score) {
        String found = graph.node("Shape", SCOPE + "found", List.of(score));
        String count = graph.node("Min", SCOPE + "count", List.of(found, SCOPE + "most"));
        graph.node("TopK", List.of(SCOPE + "sorted", SCOPE + "order"), List.of(score, count));
        return SCOPE + "order";
    }

    /** Some columns of a value of kept×3. */
    private static String part(OnnxGraph graph, String name, String indices, long... columns) {
        return graph.node(
                "Gather",
                SCOPE + name,
                List.of(indices, graph.integers(SCOPE + name + "/columns", columns)),
                Attributes.number("axis", 1));
    }
}
