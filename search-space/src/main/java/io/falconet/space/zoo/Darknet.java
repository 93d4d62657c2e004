package io.falconet.space.zoo;

import io.falconet.space.block.Detector;
import io.falconet.space.darknet.DarknetModel;
import io.falconet.space.darknet.published.YoloV3;
import io.falconet.space.darknet.published.YoloV4;
import io.falconet.space.darknet.published.YoloV4Csp;
import io.falconet.space.darknet.published.YoloV4Tiny;
import io.falconet.space.graph.Shape;
import java.util.List;
import java.util.Optional;

/**
 * A detector of darknet. Its own code gives the map before each {@code [yolo]} layer, in the order of the layers.
 *
 * @param model as published
 */
public record Darknet(DarknetModel model) implements ZooModel.Recipe {
    private static final String README = "AlexeyAB/darknet README";

    static List<ZooModel> models() {
        return List.of(
                listed("yolov3-tiny", YoloV3.tiny())
                        .claims(Claim.right(README, "", "5.6 BFLOPs").at(416))
                        .reported(reached(416, Double.NaN, 33.1, "345 images/s on an RTX 2070")),
                listed("yolov3-spp", YoloV3.spp())
                        .claims(new Claim(README, "", "141.5 BFLOPs", beside("141.45")).at(608))
                        .reported(reached(608, Double.NaN, 60.6, "38 images/s on an RTX 2070")),
                listed("yolov4-tiny", YoloV4Tiny.twoLevels())
                        .claims(
                                Claim.right(README, "", "6.9 BFLOPs").at(416),
                                new Claim(
                                                "RangiLyu/nanodet README",
                                                "6.06M",
                                                "6.96G",
                                                "the parameters are right, the operations are 6.91G")
                                        .at(416))
                        .reported(
                                reached(416, Double.NaN, 40.2, "371 images/s on a GTX 1080 Ti, 330 on an RTX 2070"),
                                ReportedResult.coco(
                                        "NanoDet README, benchmarks", 416, 21.7, "32.81 ms on a Kirin 980 (ncnn)")),
                listed("yolov4-tiny-3l", YoloV4Tiny.threeLevels()),
                listed("yolov4", YoloV4.model())
                        .claims(
                                new Claim(README, "", "128.5 BFLOPs", beside("128.39")).at(608),
                                Claim.right(README, "", "60.1 BFLOPs").at(416))
                        .reported(
                                reached(608, 43.5, 65.7, "34 images/s on an RTX 2070, 62 on a V100"),
                                reached(416, 41.2, 62.8, "55 images/s on an RTX 2070, 96 on a V100")),
                listed("yolov4-csp", YoloV4Csp.model())
                        .claims(
                                Claim.right(README, "", "77 BFLOPs").at(512),
                                Claim.right(README, "", "120 BFLOPs").at(640)));
    }

    /** On COCO's images, of which the README does not say which. */
    private static ReportedResult reached(int side, double map50To95, double map50, String speed) {
        return new ReportedResult(README, "COCO", side, map50To95 / 100, map50 / 100, speed);
    }

    private static String beside(String convolutions) {
        return "the convolutions are " + convolutions
                + "; darknet adds one for each cell of a pooling window and each sum";
    }

    private static ZooModel listed(String name, DarknetModel model) {
        return ZooModel.detector(name, "AlexeyAB/darknet", model.image().height(), new Darknet(model))
                .alias("darknet:" + name);
    }

    @Override
    public ZooNetwork build(Shape image, int classes) {
        DarknetModel adapted = model.withClasses(classes);
        Detector detector = adapted.detector(image);
        return new ZooNetwork(
                detector.network(),
                Optional.of(detector.format()),
                OutputShapes.several(
                        adapted.outputs(image).stream().map(OutputShapes::map).toList()));
    }
}
