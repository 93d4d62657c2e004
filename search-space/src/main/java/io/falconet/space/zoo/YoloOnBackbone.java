package io.falconet.space.zoo;

import io.falconet.space.block.Backbone;
import io.falconet.space.block.CoarsestLevels;
import io.falconet.space.block.Detector;
import io.falconet.space.block.ghost.GhostNet;
import io.falconet.space.block.mobilenet.MobileNetV3;
import io.falconet.space.block.shufflenet.ShuffleNetV2;
import io.falconet.space.block.yolo.YoloPan;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.BatchNorm;
import io.falconet.space.graph.Shape;
import io.falconet.space.yolo.YoloAnchors;
import io.falconet.space.yolo.YoloDialect;
import java.util.List;

/**
 * The neck and head of YOLOv5s on the maps of strides 8, 16 and 32 that another backbone gives. Nobody has published these
 * detectors; they are Falconet's assemblies of published parts. What a backbone's published code runs for nothing is left
 * out. As in YOLOv5 all batch norms, the backbone's too, have YOLOv5's constants.
 *
 * @param backbone gives three maps or more
 */
record YoloOnBackbone(Backbone backbone) implements ZooModel.Recipe {
    private static final List<Integer> STRIDES = List.of(8, 16, 32);
    private static final YoloPan NECK = new YoloPan(List.of(128, 256, 512), 1, Activation.SILU);

    static List<ZooModel> models() {
        return List.of(
                model("shufflenetv2", "ShuffleNetV2 1.0x", new ShuffleNetV2(List.of(116, 232, 464))),
                model("mobilenetv3", "MobileNetV3-Large 1.0", new MobileNetV3(MobileNetV3.Size.LARGE, 1)),
                model("ghostnet", "GhostNet 1.0", new GhostNet(1)),
                model("dla34", "DLA-34", DlaFamily.named("34").levels()));
    }

    private static ZooModel model(String name, String title, Backbone backbone) {
        String source = "Falconet's assembly of %s and the neck and head of YOLOv5s".formatted(title);
        return ZooModel.detector("yolov5s-" + name, source, 640, new YoloOnBackbone(backbone));
    }

    @Override
    public ZooNetwork build(Shape image, int classes) {
        BatchNorm norm = YoloDialect.YOLOV5.norm();
        Backbone levels = new CoarsestLevels(backbone, STRIDES.size());
        Detector detector = Detector.assemble(levels, NECK, YoloAnchors.COCO.head(STRIDES), image, classes, norm);
        return YoloRecipe.network(new Detector(detector.network().live(), detector.format()));
    }
}
