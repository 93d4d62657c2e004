package io.falconet.space.zoo;

import io.falconet.space.yolo.YoloAnchors;
import io.falconet.space.yolo.YoloDialect;
import io.falconet.space.yolo.YoloRow;
import io.falconet.space.yolo.YoloSpec;
import java.util.List;
import java.util.Locale;

/** The sizes in which YOLOv5 and its forks are published: one list, five pairs of multiples. */
enum YoloSize {
    N(0.33, 0.25),
    S(0.33, 0.50),
    M(0.67, 0.75),
    L(1, 1),
    X(1.33, 1.25);

    private final double depth;
    private final double width;

    YoloSize(double depth, double width) {
        this.depth = depth;
        this.width = width;
    }

    /** The letter that ends the models' names. */
    String letter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The recipe of those rows in this size, for COCO's 80 kinds of object. */
    YoloRecipe recipe(YoloDialect dialect, YoloAnchors anchors, List<YoloRow> backbone, List<YoloRow> head) {
        return new YoloRecipe(new YoloSpec(dialect, 80, depth, width, anchors, dialect.activation(), backbone, head));
    }
}
