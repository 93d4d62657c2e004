package io.falconet.space.darknet.published;

import io.falconet.space.block.AnchorFormat.Anchor;
import io.falconet.space.darknet.DarknetModel;
import io.falconet.space.graph.Activation;
import java.util.List;

/** YOLOv3 (Redmon and Farhadi, 2018) with spatial pyramid pooling, and its tiny form. */
public final class YoloV3 {
    private static final List<Anchor> ANCHORS =
            LayerList.anchors(10, 13, 16, 30, 33, 23, 30, 61, 62, 45, 59, 119, 116, 90, 156, 198, 373, 326);
    private static final List<Anchor> TINY_ANCHORS =
            LayerList.anchors(10, 14, 23, 27, 37, 58, 81, 82, 135, 169, 344, 319);

    private YoloV3() {}

    /** {@code yolov3-spp}: Darknet-53, pyramid pooling, a top-down neck. */
    public static DarknetModel spp() {
        LayerList layers = LayerList.of(Activation.LEAKY_RELU);
        layers.conv(32, 3);
        stage(layers, 64, 1);
        stage(layers, 128, 2);
        int eighth = stage(layers, 256, 8);
        int sixteenth = stage(layers, 512, 8);
        stage(layers, 1024, 4);
        layers.alternate(512, 1024, 3);
        layers.pyramid();
        int coarse = layers.alternate(512, 1024, 3);
        layers.conv(1024, 3);
        layers.detect(ANCHORS.subList(6, 9), 1);
        int middle = refine(layers, coarse, sixteenth, 256);
        layers.conv(512, 3);
        layers.detect(ANCHORS.subList(3, 6), 1);
        refine(layers, middle, eighth, 128);
        layers.conv(256, 3);
        layers.detect(ANCHORS.subList(0, 3), 1);
        return layers.model(608);
    }

    private static int stage(LayerList layers, int channels, int depth) {
        layers.conv(channels, 3, 2);
        return layers.residuals(channels / 2, channels, depth);
    }

    /** Enlarges a map, stacks it with a finer one of the backbone and mixes both. */
    private static int refine(LayerList layers, int coarse, int finer, int channels) {
        layers.route(coarse);
        layers.conv(channels, 1);
        int enlarged = layers.upsample();
        layers.route(enlarged, finer);
        return layers.alternate(channels, 2 * channels, 5);
    }

    /** {@code yolov3-tiny}: pooled convolutions, two levels. */
    public static DarknetModel tiny() {
        LayerList layers = LayerList.of(Activation.LEAKY_RELU);
        for (int channels = 16; channels < 256; channels *= 2) {
            layers.conv(channels, 3);
            layers.pool(2, 2);
        }
        int sixteenth = layers.conv(256, 3);
        layers.pool(2, 2);
        layers.conv(512, 3);
        layers.pool(2, 1);
        layers.conv(1024, 3);
        int coarse = layers.conv(256, 1);
        layers.conv(512, 3);
        layers.detect(TINY_ANCHORS.subList(3, 6), 1);
        layers.route(coarse);
        layers.conv(128, 1);
        int enlarged = layers.upsample();
        layers.route(enlarged, sixteenth);
        layers.conv(256, 3);
        layers.detect(TINY_ANCHORS.subList(0, 3), 1);
        return layers.model(416);
    }
}
