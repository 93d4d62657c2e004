package io.falconet.evaluator.export.postprocess;

import io.falconet.evaluator.detect.DecodingRule;
import io.falconet.evaluator.detect.family.DetectorFamilies;
import io.falconet.evaluator.detect.gfl.CellGrid;
import io.falconet.evaluator.detect.yolo.AnchorGrid;
import io.falconet.evaluator.export.OnnxContinuation;
import io.falconet.evaluator.export.OnnxGraph;
import io.falconet.space.block.AnchorFormat;
import io.falconet.space.block.Detector;
import io.falconet.space.block.GflFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets a model tell objects instead of raw outputs: decoding and suppression follow in the same file, in operators that every
 * runtime of the standard has.
 *
 * <p>The model gives {@value #OUTPUT}, a row an object, best first: x1, y1, x2 and y2 in pixels of the network's input, the
 * score, the class's index. How many there are differs from image to image, and may be none.
 *
 * <pre>{@code
 * DetectionGraph told = DetectionGraph.of(detector, DetectorFamilies.of(detector).standard());
 * byte[] model = OnnxWriter.singleImage().with(told.properties()).write(detector, weights, told);
 * }</pre>
 */
public final class DetectionGraph implements OnnxContinuation {
    /** The name of the model's output. */
    public static final String OUTPUT = "detections";

    /** What is in each row. */
    static final List<String> COLUMNS = List.of("x1", "y1", "x2", "y2", "score", "class");

    private final BoxGraph boxes;
    private final SuppressionGraph suppression;

    private DetectionGraph(BoxGraph boxes, SuppressionGraph suppression) {
        this.boxes = boxes;
        this.suppression = suppression;
    }

    /**
     * That of a detector.
     *
     * @param detector with the format that training left, such as anchors that were fitted to the data
     * @param rule which boxes are told
     * @throws IllegalArgumentException if nobody knows how such a detector's outputs are read
     */
    public static DetectionGraph of(Detector detector, DecodingRule rule) {
        return new DetectionGraph(
                boxes(detector), new SuppressionGraph(rule, detector.network().input()));
    }

    private static BoxGraph boxes(Detector detector) {
        if (detector.format() instanceof GflFormat format) {
            return new GflBoxes(format, CellGrid.of(detector, format));
        }
        if (detector.format() instanceof AnchorFormat format) {
            return new AnchorBoxes(AnchorGrid.of(detector, format));
        }
        throw new IllegalArgumentException(DetectorFamilies.unknown(detector));
    }

    @Override
    public void append(OnnxGraph graph, List<String> outputs) {
        suppression.append(graph, boxes.append(graph, outputs), OUTPUT);
        graph.output(OUTPUT, "objects", COLUMNS.size());
    }

    /** What the model's metadata say of it. */
    public Map<String, String> properties() {
        DecodingRule rule = suppression.rule();
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put(ToldObjects.LAYOUT, String.join(",", COLUMNS));
        properties.put(ToldObjects.SCORE, Float.toString(rule.threshold()));
        properties.put("detections.iou", Double.toString(rule.suppression().iou()));
        properties.put("detections.most", Integer.toString(rule.suppression().most()));
        properties.put(
                ToldObjects.ACROSS_CLASSES, Boolean.toString(rule.suppression().acrossClasses()));
        return properties;
    }
}
