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
                        .claims(Claim.right(README, "", "5.6 BFLOPs").at(416)),
                listed("yolov3-spp", YoloV3.spp())
                        .claims(new Claim(README, "", "141.5 BFLOPs", beside("141.45")).at(608)),
                listed("yolov4-tiny", YoloV4Tiny.twoLevels())
                        .claims(
                                Claim.right(README, "", "6.9 BFLOPs").at(416),
                                new Claim(
                                                "RangiLyu/nanodet README",
                                                "6.06M",
                                                "6.96G",
                                                "the parameters are right, the operations are 6.91G")
                                        .at(416)),
                listed("yolov4-tiny-3l", YoloV4Tiny.threeLevels()),
                listed("yolov4", YoloV4.model())
                        .claims(
                                new Claim(README, "", "128.5 BFLOPs", beside("128.39")).at(608),
                                Claim.right(README, "", "60.1 BFLOPs").at(416)),
                listed("yolov4-csp", YoloV4Csp.model())
                        .claims(
                                Claim.right(README, "", "77 BFLOPs").at(512),
                                Claim.right(README, "", "120 BFLOPs").at(640)));
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
