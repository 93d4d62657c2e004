package io.falconet.space.yolo;

import io.falconet.space.block.Detector;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * A detector as a list of layers, as configuration files of YOLOv5's style have it.
 *
 * <pre>{@code
 * Detector detector = spec.withClasses(3).detector(Shape.image(640, 640));
 * }</pre>
 *
 * <p>Nodes are named {@code model.ROW.…} as the authors' code names the same tensors: {@code model.0.conv}, {@code
 * model.2.m.0.cv1.bn}.
 *
 * @param dialect whose modules and constants are meant
 * @param classes kinds of object, {@code nc}
 * @param depthMultiple by which numbers of repeats above 1 are multiplied
 * @param widthMultiple by which output channels are multiplied
 * @param anchors of the levels
 * @param activation in all modules that do not say otherwise
 * @param backbone the first rows
 * @param head the other rows, of which the last is Detect
 */
public record YoloSpec(
        YoloDialect dialect,
        int classes,
        double depthMultiple,
        double widthMultiple,
        YoloAnchors anchors,
        Activation activation,
        List<YoloRow> backbone,
        List<YoloRow> head) {
    private static final int DIVISOR = 8;

    public YoloSpec {
        backbone = List.copyOf(backbone);
        head = List.copyOf(head);
        checkRows(backbone, head);
    }

    /** The rows of backbone and head. */
    public List<YoloRow> rows() {
        List<YoloRow> rows = new ArrayList<>(backbone);
        rows.addAll(head);
        return rows;
    }

    /** The same list for another number of classes. */
    public YoloSpec withClasses(int others) {
        return new YoloSpec(dialect, others, depthMultiple, widthMultiple, anchors, activation, backbone, head);
    }

    /**
     * The channels that a module gives when a row asks for so many: their multiple, rounded up to a multiple of 8. The
     * channels of the head's outputs stay as they are.
     */
    public int channels(int asked) {
        boolean output = asked == anchors.perLevel() * (classes + 5);
        return output ? asked : (int) Math.ceil(asked * widthMultiple / DIVISOR) * DIVISOR;
    }

    /** How often a module is repeated when a row asks for so many: their multiple, halves rounded to even, at least 1. */
    public int repeats(int asked) {
        return asked > 1 ? Math.max((int) Math.rint(asked * depthMultiple), 1) : asked;
    }

    /**
     * The detector for images of that shape.
     *
     * @throws YoloSpecException if a row cannot be built
     */
    public Detector detector(Shape image) {
        return new YoloAssembly(this, image).detector();
    }

    private static void checkRows(List<YoloRow> backbone, List<YoloRow> head) {
        List<YoloRow> rows = new ArrayList<>(backbone);
        rows.addAll(head);
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).head() != (i == rows.size() - 1)) {
                throw new YoloSpecException(
                        i,
                        "The last row, and no other, is Detect, found %s in row %d of %d."
                                .formatted(rows.get(i).module(), i, rows.size()));
            }
            checkFrom(rows.get(i), i);
        }
        if (rows.isEmpty()) {
            throw new YoloSpecException(0, "A list needs rows, the last of which is Detect, found none.");
        }
    }

    private static void checkFrom(YoloRow row, int index) {
        for (int from : row.from()) {
            int read = YoloRow.absolute(from, index);
            if (read >= index || read < (index == 0 ? -1 : 0)) {
                throw new YoloSpecException(
                        index,
                        "Row %d is expected to read rows before it, found %d. Maybe a row was added or removed above and the numbers were not moved."
                                .formatted(index, from));
            }
        }
        if (row.from().isEmpty()) {
            throw new YoloSpecException(
                    index, "Row %d is expected to read a row before it, found none.".formatted(index));
        }
    }
}
