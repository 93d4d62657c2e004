package io.falconet.space.zoo;

import io.falconet.space.yolo.YoloAnchors;
import io.falconet.space.yolo.YoloDialect;
import io.falconet.space.yolo.YoloRow;
import java.util.ArrayList;
import java.util.List;

/** YOLOv5 (Jocher et al., 2020): its five sizes, and its variations in the two small ones. */
final class YoloV5 {
    private static final String SOURCE = "ultralytics/yolov5";
    private static final String TABLE = "YOLOv5's table";

    private YoloV5() {}

    static List<ZooModel> models() {
        List<ZooModel> models = new ArrayList<>(List.of(
                sized(YoloSize.N)
                        .claims(Claim.right(TABLE, "1.9M", "4.5G"), Claim.right("slim neck's table", "1.9M", "4.5G"))
                        .reported(reached(28.0, 45.7, "45 ms", "6.3 ms", "0.6 ms")),
                sized(YoloSize.S)
                        .claims(withNorms("7.2M", "16.5G", "16.4G"), Claim.right("slim neck's table", "7.2M", "16.4G"))
                        .reported(reached(37.4, 56.8, "98 ms", "6.4 ms", "0.9 ms")),
                sized(YoloSize.M)
                        .claims(withNorms("21.2M", "49.0G", "48.9G"))
                        .reported(reached(45.4, 64.1, "224 ms", "8.2 ms", "1.7 ms")),
                sized(YoloSize.L)
                        .claims(withNorms("46.5M", "109.1G", "109.0G"))
                        .reported(reached(49.0, 67.3, "430 ms", "10.1 ms", "2.7 ms")),
                sized(YoloSize.X)
                        .claims(withNorms("86.7M", "205.7G", "205.4G"))
                        .reported(reached(50.7, 68.9, "766 ms", "12.1 ms", "4.8 ms"))));
        for (YoloSize size : List.of(YoloSize.N, YoloSize.S)) {
            models.addAll(ghosts(size));
            models.addAll(necks(size));
        }
        return models;
    }

    /** What the table says: per cent, and times an image on a processor, on a V100, and there with 32 images at a time. */
    private static ReportedResult reached(
            double map50To95, double map50, String processor, String card, String cardByMany) {
        return ReportedResult.coco(
                "YOLOv5 README, release 7.0, pretrained checkpoints",
                640,
                map50To95,
                map50,
                "%s on a processor; V100 %s, %s at batch 32".formatted(processor, card, cardByMany));
    }

    private static Claim withNorms(String parameters, String operations, String convolutions) {
        return new Claim(
                TABLE, parameters, operations, "its counter adds batch norms; convolutions alone are " + convolutions);
    }

    private static ZooModel sized(YoloSize size) {
        return model("yolov5" + size.letter(), size, backbone(), pan());
    }

    private static List<ZooModel> ghosts(YoloSize size) {
        String name = "yolov5" + size.letter();
        return List.of(
                model(
                        name + "-ghost",
                        size,
                        YoloV5Rows.backbone("GhostConv", "C3Ghost"),
                        YoloV5Rows.pan("GhostConv", "C3Ghost")),
                model(name + "-c3ghost-backbone", size, YoloV5Rows.backbone("Conv", "C3Ghost"), pan()),
                model(
                        name + "-c3ghost-all",
                        size,
                        YoloV5Rows.backbone("Conv", "C3Ghost"),
                        YoloV5Rows.pan("Conv", "C3Ghost")));
    }

    private static List<ZooModel> necks(YoloSize size) {
        YoloAnchors found = YoloAnchors.COCO;
        YoloAnchors open = YoloAnchors.count(3);
        return List.of(
                neck("p2", size, open, YoloV5Rows.panOfStrides4To32()),
                neck("p34", size, open, YoloV5Rows.panOfStrides8And16()),
                neck("fpn", size, found, YoloV5Rows.fpn()),
                neck("bifpn", size, found, YoloV5Rows.biFpn()));
    }

    private static ZooModel neck(String kind, YoloSize size, YoloAnchors anchors, List<YoloRow> head) {
        String name = "yolov5" + size.letter() + "-" + kind;
        YoloRecipe recipe = size.recipe(YoloDialect.YOLOV5, anchors, backbone(), head);
        return ZooModel.detector(name, SOURCE, 640, recipe).alias("yolov5-" + kind + "-" + size.letter());
    }

    private static ZooModel model(String name, YoloSize size, List<YoloRow> backbone, List<YoloRow> head) {
        YoloRecipe recipe = size.recipe(YoloDialect.YOLOV5, YoloAnchors.COCO, backbone, head);
        return ZooModel.detector(name, SOURCE, 640, recipe);
    }

    private static List<YoloRow> backbone() {
        return YoloV5Rows.backbone("Conv", "C3");
    }

    private static List<YoloRow> pan() {
        return YoloV5Rows.pan("Conv", "C3");
    }
}
