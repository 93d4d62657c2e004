package io.falconet.evaluator.verify;

import com.fasterxml.jackson.databind.JsonNode;
import io.falconet.evaluator.detect.Box;
import io.falconet.evaluator.detect.gfl.AtssAssigner;
import io.falconet.evaluator.detect.gfl.CellGrid;
import io.falconet.evaluator.detect.gfl.DslAssigner;
import io.falconet.evaluator.detect.gfl.GflLoss;
import io.falconet.evaluator.detect.gfl.GflLossValue;
import io.falconet.evaluator.detect.gfl.GflOutputs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** Checks the losses of NanoDet-m and NanoDet-Plus and the assignments on which they rest. */
final class NanoDetChecks {
    private static final String ANCHORS = "first_cells";

    private NanoDetChecks() {}

    static List<Verdict> nanoDet(Section section) {
        NanoDetCase given = NanoDetCase.read(section, CellGrid.CENTER);
        CellGrid grid = given.outputs().grid();
        AtssAssigner assigner =
                new AtssAssigner(section.integer("atss_topk"), section.integer("octave_base_scale"), false);
        List<Verdict> verdicts =
                losses(section, given, new GflLoss(given.outputs().format(), grid, assigner));
        List<Section> expected = section.list("atss_assign_cell_to_gt");
        for (int image = 0; image < expected.size(); image++) {
            int[] found = assigner.assign(grid, given.boxes(image));
            verdicts.add(assignment(expected.get(image).at("pos"), found, JsonNode::asInt));
        }
        List<Box> anchors = IntStream.range(0, section.at(ANCHORS).node().size())
                .mapToObj(cell -> assigner.anchor(grid.levels().get(0), cell))
                .toList();
        verdicts.add(section.compare(ANCHORS, Boxes.edges(anchors)));
        return verdicts;
    }

    static List<Verdict> nanoDetPlus(Section section) {
        NanoDetCase given = NanoDetCase.read(section, CellGrid.CORNER);
        GflOutputs outputs = given.outputs();
        DslAssigner assigner = DslAssigner.STANDARD;
        List<Verdict> verdicts = losses(section, given, new GflLoss(outputs.format(), outputs.grid(), assigner));
        List<Section> expected = section.list("dsl_assign_prior_to_gt_and_iou");
        for (int image = 0; image < expected.size(); image++) {
            List<Box> boxes = given.boxes(image);
            int[] found = assigner.assign(outputs, image, boxes, given.classes(image));
            verdicts.add(assignment(expected.get(image), found, objectAndOverlap -> objectAndOverlap
                    .path(0)
                    .asInt()));
            verdicts.add(overlaps(expected.get(image), outputs, image, boxes));
        }
        return verdicts;
    }

    private static List<Verdict> losses(Section section, NanoDetCase given, GflLoss loss) {
        GflLossValue value = loss.compute(given.outputs().values(), given.objects());
        List<Verdict> verdicts = new ArrayList<>();
        verdicts.add(section.compare("loss", value.total()));
        verdicts.add(section.compare("loss_qfl", value.quality()));
        verdicts.add(section.compare("loss_bbox", value.box()));
        verdicts.add(section.compare("loss_dfl", value.distance()));
        return verdicts;
    }

    /** Whether the cells that a section names, and no others, got the objects that it gives them. */
    private static Verdict assignment(Section section, int[] found, ToIntFunction<JsonNode> object) {
        int[] expected = new int[found.length];
        Arrays.fill(expected, AtssAssigner.NONE);
        for (Map.Entry<String, JsonNode> entry : section.node().properties()) {
            expected[cell(section, entry.getKey(), found.length)] = object.applyAsInt(entry.getValue());
        }
        return Comparison.exact(section.vector(), section.path(), expected, found);
    }

    private static int cell(Section section, String key, int cells) {
        int cell = Integer.parseInt(key);
        if (cell >= cells) {
            throw new VectorException(
                    "Expected a cell below %d in %s, found %d. Maybe the strides are not the vector's."
                            .formatted(cells, section.path(), cell));
        }
        return cell;
    }

    /** The overlaps of the boxes that the named cells predict with their objects. */
    private static Verdict overlaps(Section section, GflOutputs outputs, int image, List<Box> boxes) {
        List<Map.Entry<String, JsonNode>> entries =
                section.node().properties().stream().toList();
        double[] expected = entries.stream()
                .mapToDouble(entry -> entry.getValue().path(1).asDouble())
                .toArray();
        double[] found = entries.stream()
                .mapToDouble(entry -> outputs.box(image, Integer.parseInt(entry.getKey()))
                        .iou(boxes.get(entry.getValue().path(0).asInt())))
                .toArray();
        return Comparison.within(section.vector(), section.part("iou"), expected, found, section.ownDeviation());
    }
}
