package io.falconet.space.zoo;

import io.falconet.space.yolo.YoloAnchors;
import io.falconet.space.yolo.YoloDialect;
import java.util.List;
import java.util.stream.Stream;

/**
 * YOLOv5 with GSConv in its neck (Li et al., 2022), from its authors' fork, in the sizes n and s.
 *
 * @param name without the size
 * @param file how its authors call it, without the size
 * @param dialect which state of the fork
 * @param csp the neck's modules between the GSConvs
 * @param ofN how it relates to what the authors print for GSyolov5n
 * @param ofS how it relates to what they print for GSyolov5s
 */
record GsConvYoloV5(String name, String file, YoloDialect dialect, String csp, String ofN, String ofS) {
    private static final String SOURCE = "AlanLi1997/slim-neck-by-gsconv";
    private static final String TABLE = "slim neck's table, GSyolov5";
    private static final String UNDECIDED = "fits, as does another configuration: which one is meant is not said";
    private static final String DEAD = "; the parameters count convolutions res, which are built and never run";

    private static final List<GsConvYoloV5> CONFIGURATIONS = List.of(
            new GsConvYoloV5(
                    "gsconv-yolov5",
                    "GSConv-yolov5",
                    YoloDialect.GSCONV_YOLOV5,
                    "C3",
                    "fits the parameters alone: 4.3G; the text calls this file sm-yolov5n",
                    "does not fit: 6.8M and 15.9G; the text calls this file sm-yolov5s"),
            new GsConvYoloV5(
                    "slimneck-yolov5",
                    "slimneck-yolov5",
                    YoloDialect.GSCONV_YOLOV5,
                    "VoVGSCSP",
                    "does not fit: 1.9M and 4.1G" + DEAD,
                    "does not fit: 7.3M and 15.1G" + DEAD),
            new GsConvYoloV5(
                    "snc-yolov5",
                    "SNc-yolov5",
                    YoloDialect.GSCONV_YOLOV5,
                    "VoVGSCSPC",
                    UNDECIDED + DEAD,
                    "fits the parameters alone: 14.3G" + DEAD),
            new GsConvYoloV5(
                    "slimneck-yolov5",
                    "slimneck-yolov5",
                    YoloDialect.GSCONV_YOLOV5_ADED277,
                    "VoVGSCSP",
                    UNDECIDED + DEAD,
                    "fits the operations alone: 7.1M" + DEAD),
            new GsConvYoloV5(
                    "snc-yolov5",
                    "SNc-yolov5",
                    YoloDialect.GSCONV_YOLOV5_ADED277,
                    "VoVGSCSPC",
                    UNDECIDED + DEAD,
                    "fits the parameters alone: 14.3G" + DEAD));

    static List<ZooModel> models() {
        return CONFIGURATIONS.stream()
                .flatMap(configuration -> Stream.of(
                        configuration
                                .model(YoloSize.N)
                                .claims(new Claim(TABLE + "n", "1.8M", "4.0G", configuration.ofN))
                                .reported(configuration.reached("n", 28.4, 47.0, "T4 147 images/s, 207 at batch 32")),
                        configuration
                                .model(YoloSize.S)
                                .claims(new Claim(TABLE + "s", "7.0M", "14.5G", configuration.ofS))
                                .reported(configuration.reached("s", 36.0, 54.2, "A40 95 images/s, 312 at batch 32"))))
                .toList();
    }

    /** The table does not say which configuration it is of: it goes to the one whose cost is nearest in both sizes. */
    private ReportedResult[] reached(String size, double map50To95, double map50, String speed) {
        return name.equals("slimneck-yolov5") && dialect == YoloDialect.GSCONV_YOLOV5_ADED277
                ? new ReportedResult[] {
                    ReportedResult.coco(TABLE + size + ", maybe another configuration", 640, map50To95, map50, speed)
                }
                : new ReportedResult[0];
    }

    private ZooModel model(YoloSize size) {
        YoloRecipe recipe = size.recipe(
                dialect, YoloAnchors.COCO, YoloV5Rows.backbone("Conv", "C3"), YoloV5Rows.pan("GSConv", csp));
        String alias = "gsfork" + revision() + ":" + file + size.letter();
        return ZooModel.detector(name + size.letter() + revision(), SOURCE, 640, recipe)
                .alias(alias, alias + "-width-" + size.letter());
    }

    /** The older state of the fork is part of the name. */
    private String revision() {
        return dialect == YoloDialect.GSCONV_YOLOV5_ADED277 ? "@aded277" : "";
    }
}
