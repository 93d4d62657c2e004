package io.falconet.space.zoo;

import static io.falconet.space.yolo.YoloRow.concat;
import static io.falconet.space.yolo.YoloRow.detect;
import static io.falconet.space.yolo.YoloRow.enlarge;

import io.falconet.space.yolo.YoloRow;
import java.util.ArrayList;
import java.util.List;

/**
 * The layer lists of YOLOv5's release 6 (Jocher et al., 2020), of which a family's members differ in their modules and
 * multiples alone.
 */
final class YoloV5Rows {
    private YoloV5Rows() {}

    /** Rows 0 to 9: maps of strides 4, 8, 16 and 32 in rows 2, 4, 6 and 9. */
    static List<YoloRow> backbone(String conv, String csp) {
        return List.of(
                YoloRow.of(1, "Conv", 64, 6, 2, 2),
                YoloRow.of(1, conv, 128, 3, 2),
                YoloRow.of(3, csp, 128),
                YoloRow.of(1, conv, 256, 3, 2),
                YoloRow.of(6, csp, 256),
                YoloRow.of(1, conv, 512, 3, 2),
                YoloRow.of(9, csp, 512),
                YoloRow.of(1, conv, 1024, 3, 2),
                YoloRow.of(3, csp, 1024),
                YoloRow.of(1, "SPPF", 1024, 5));
    }

    /** A path aggregation network over strides 8, 16 and 32. */
    static List<YoloRow> pan(String conv, String csp) {
        return List.of(
                YoloRow.of(1, conv, 512, 1, 1),
                enlarge(),
                concat(6),
                YoloRow.of(3, csp, 512, false),
                YoloRow.of(1, conv, 256, 1, 1),
                enlarge(),
                concat(4),
                YoloRow.of(3, csp, 256, false),
                YoloRow.of(1, conv, 256, 3, 2),
                concat(14),
                YoloRow.of(3, csp, 512, false),
                YoloRow.of(1, conv, 512, 3, 2),
                concat(10),
                YoloRow.of(3, csp, 1024, false),
                detect(17, 20, 23));
    }

    /** The same with one join more: the backbone's map of stride 16 is read on the way down too. */
    static List<YoloRow> biFpn() {
        return pan("Conv", "C3").stream()
                .map(row -> row.equals(concat(14)) ? concat(14, 6) : row)
                .toList();
    }

    /** The same without its coarsest level. */
    static List<YoloRow> panOfStrides8And16() {
        List<YoloRow> rows = new ArrayList<>(pan("Conv", "C3").subList(0, 11));
        rows.add(detect(17, 20));
        return rows;
    }

    /** A path aggregation network over strides 4, 8, 16 and 32. */
    static List<YoloRow> panOfStrides4To32() {
        List<YoloRow> rows = new ArrayList<>(pan("Conv", "C3").subList(0, 8));
        rows.addAll(List.of(
                YoloRow.of(1, "Conv", 128, 1, 1),
                enlarge(),
                concat(2),
                YoloRow.of(1, "C3", 128, false),
                YoloRow.of(1, "Conv", 128, 3, 2),
                concat(18),
                YoloRow.of(3, "C3", 256, false),
                YoloRow.of(1, "Conv", 256, 3, 2),
                concat(14),
                YoloRow.of(3, "C3", 512, false),
                YoloRow.of(1, "Conv", 512, 3, 2),
                concat(10),
                YoloRow.of(3, "C3", 1024, false),
                detect(21, 24, 27, 30)));
        return rows;
    }

    /** A feature pyramid network: top-down alone. */
    static List<YoloRow> fpn() {
        return List.of(
                YoloRow.of(3, "C3", 1024, false),
                enlarge(),
                concat(6),
                YoloRow.of(1, "Conv", 512, 1, 1),
                YoloRow.of(3, "C3", 512, false),
                enlarge(),
                concat(4),
                YoloRow.of(1, "Conv", 256, 1, 1),
                YoloRow.of(3, "C3", 256, false),
                detect(18, 14, 10));
    }
}
