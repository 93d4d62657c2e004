package io.falconet.space.zoo;

import static io.falconet.space.yolo.YoloRow.concat;
import static io.falconet.space.yolo.YoloRow.detect;
import static io.falconet.space.yolo.YoloRow.enlarge;

import io.falconet.space.yolo.YoloAnchors;
import io.falconet.space.yolo.YoloDialect;
import io.falconet.space.yolo.YoloRow;
import io.falconet.space.yolo.YoloSpec;
import java.util.List;

/**
 * YOLOv4-P5 (Wang et al., 2021), and the same with GSConv in its neck (Li et al., 2022).
 *
 * @param conv the neck's module that changes widths and strides
 * @param csp the neck's module that mixes
 * @param lateral what brings the backbone's map of stride 16 to the neck's width
 * @param dialect whose code
 */
record ScaledYoloV4(String conv, String csp, YoloRow lateral, YoloDialect dialect) {
    private static final YoloAnchors ANCHORS = YoloAnchors.of(List.of(
            List.of(13, 17, 31, 25, 24, 51, 61, 45),
            List.of(48, 102, 119, 96, 97, 189, 217, 184),
            List.of(171, 384, 324, 451, 616, 618, 800, 800)));

    static List<ZooModel> models() {
        YoloRow odd = from(8, "BottleneckCSP2", 256, 1, 1);
        return List.of(
                new ScaledYoloV4("Conv", "BottleneckCSP2", from(8, "Conv", 256, 1, 1), YoloDialect.SCALED_YOLOV4)
                        .model("yolov4-p5", "WongKinYiu/ScaledYOLOv4")
                        .alias("scaled:yolov4-p5"),
                fork("GSConv", "BottleneckCSP2", odd)
                        .model("gsconv-yolov4-p5", "AlanLi1997/slim-neck-by-gsconv")
                        .alias("gsfork:GSConv-yolov4-p5"),
                fork("GSConv", "VoVGSCSP", from(8, "GSConv", 256, 1, 1))
                        .model("sn-yolov4-p5", "AlanLi1997/slim-neck-by-gsconv")
                        .alias("gsfork:SN-yolov4-p5", "sm-yolov4-p5"),
                fork("GSConv", "VoVGSCSPC", from(8, "GSConv", 256, 1, 1))
                        .model("snc-yolov4-p5", "AlanLi1997/slim-neck-by-gsconv")
                        .alias("gsfork:SNc-yolov4-p5"));
    }

    private static ScaledYoloV4 fork(String conv, String csp, YoloRow lateral) {
        return new ScaledYoloV4(conv, csp, lateral, YoloDialect.GSCONV_SCALED_YOLOV4);
    }

    private ZooModel model(String name, String source) {
        YoloSpec spec = new YoloSpec(dialect, 80, 1, 1, ANCHORS, dialect.activation(), backbone(), neckAndHead());
        return ZooModel.detector(name, source, 896, new YoloRecipe(spec));
    }

    /** Rows 0 to 10: maps of strides 8, 16 and 32 in rows 6, 8 and 10. */
    private static List<YoloRow> backbone() {
        return List.of(
                YoloRow.of(1, "Conv", 32, 3, 1),
                YoloRow.of(1, "Conv", 64, 3, 2),
                YoloRow.of(1, "BottleneckCSP", 64),
                YoloRow.of(1, "Conv", 128, 3, 2),
                YoloRow.of(3, "BottleneckCSP", 128),
                YoloRow.of(1, "Conv", 256, 3, 2),
                YoloRow.of(15, "BottleneckCSP", 256),
                YoloRow.of(1, "Conv", 512, 3, 2),
                YoloRow.of(15, "BottleneckCSP", 512),
                YoloRow.of(1, "Conv", 1024, 3, 2),
                YoloRow.of(7, "BottleneckCSP", 1024));
    }

    /** Rows 11 to 31. */
    private List<YoloRow> neckAndHead() {
        return List.of(
                YoloRow.of(1, "SPPCSP", 512),
                YoloRow.of(1, conv, 256, 1, 1),
                enlarge(),
                lateral,
                concat(-2),
                YoloRow.of(3, csp, 256),
                YoloRow.of(1, conv, 128, 1, 1),
                enlarge(),
                from(6, conv, 128, 1, 1),
                concat(-2),
                YoloRow.of(3, csp, 128),
                YoloRow.of(1, conv, 256, 3, 1),
                from(-2, conv, 256, 3, 2),
                concat(16),
                YoloRow.of(3, csp, 256),
                YoloRow.of(1, conv, 512, 3, 1),
                from(-2, conv, 512, 3, 2),
                concat(11),
                YoloRow.of(3, csp, 512),
                YoloRow.of(1, conv, 1024, 3, 1),
                detect(22, 26, 30));
    }

    private static YoloRow from(int row, String module, Object... args) {
        return new YoloRow(List.of(row), 1, module, List.of(args));
    }
}
