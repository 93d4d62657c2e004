package io.falconet.space.yolo.yaml;

import io.falconet.space.graph.Shape;
import io.falconet.space.graph.ShapeException;
import io.falconet.space.problem.Problem;
import io.falconet.space.yolo.YoloSpec;
import io.falconet.space.yolo.YoloSpecException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Builds a list each of whose rows is right by itself, to see whether they fit together. */
record WholeCheck(RowList backbone, RowList head, List<Problem> problems) {
    /** A multiple of all strides that are in use. */
    private static final int SIDE = 256;

    private static final Pattern ROW = Pattern.compile("\\bmodel\\.(\\d+)\\b");

    /** The list, if it can be built. */
    Optional<YoloSpec> spec(YoloSpec scale) {
        try {
            YoloSpec spec = new YoloSpec(
                    scale.dialect(),
                    scale.classes(),
                    scale.depthMultiple(),
                    scale.widthMultiple(),
                    scale.anchors(),
                    scale.activation(),
                    backbone.whole(),
                    head.whole());
            spec.detector(Shape.image(SIDE, SIDE));
            return Optional.of(spec);
        } catch (YoloSpecException wrong) {
            problems.add(Problems.of(line(wrong.row()), wrong.getMessage()));
        } catch (ShapeException wrong) {
            Matcher row = ROW.matcher(wrong.getMessage());
            problems.add(Problems.of(row.find() ? line(Integer.parseInt(row.group(1))) : 0, wrong.getMessage()));
        }
        return Optional.empty();
    }

    private int line(int row) {
        return backbone.has(row) ? backbone.line(row) : head.has(row) ? head.line(row) : 0;
    }
}
