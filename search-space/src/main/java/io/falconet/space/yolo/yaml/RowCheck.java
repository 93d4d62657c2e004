package io.falconet.space.yolo.yaml;

import io.falconet.space.graph.BatchNorm;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Shape;
import io.falconet.space.graph.ShapeException;
import io.falconet.space.problem.Problem;
import io.falconet.space.problem.Spelling;
import io.falconet.space.yolo.ModuleArguments;
import io.falconet.space.yolo.YoloRow;
import io.falconet.space.yolo.YoloSpec;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Asks each row by itself whether its module is known and takes its arguments, so that all wrong rows are told at once.
 *
 * @param spec what the rows are multiplied by, whose own rows do not matter
 */
record RowCheck(YoloSpec spec, List<Problem> problems) {
    /** Maps wide and large enough for any module. */
    private static final Shape MAP = new Shape(64, 64, 64);

    void check(YoloRow row, int index, int line) {
        if (row.head()) {
            return;
        }
        Set<String> known = spec.dialect().modules().names();
        if (!known.contains(row.module())) {
            problems.add(new Problem(
                    line,
                    "Row %d is expected to have a module of %s, found \"%s\"; it has %s."
                            .formatted(index, spec.dialect().label(), row.module(), String.join(", ", known)),
                    Spelling.maybe(row.module(), known)));
            return;
        }
        try {
            NetworkBuilder network =
                    NetworkBuilder.of(Collections.nCopies(row.from().size(), MAP), BatchNorm.STANDARD);
            spec.dialect()
                    .modules()
                    .module(row.module())
                    .append(network, network.inputs(), new ModuleArguments(spec, row.alone()));
        } catch (ShapeException fitsOtherMaps) {
            // whether the maps fit is asked of the whole list
        } catch (IllegalArgumentException wrong) {
            problems.add(Problems.of(line, "Row %d: ".formatted(index) + wrong.getMessage()));
        }
    }
}
