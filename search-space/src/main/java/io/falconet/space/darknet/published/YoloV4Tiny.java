package io.falconet.space.darknet.published;

import io.falconet.space.block.AnchorFormat.Anchor;
import io.falconet.space.darknet.DarknetModel;
import io.falconet.space.graph.Activation;
import java.util.List;

/**
 * YOLOv4-tiny (Wang et al., 2021): stages that pass one half of their channels by and convolve the second half, with two
 * levels or three.
 */
public final class YoloV4Tiny {
    private static final double REACH = 1.05;
    private static final List<Anchor> ANCHORS = LayerList.anchors(10, 14, 23, 27, 37, 58, 81, 82, 135, 169, 344, 319);
    private static final List<Anchor> FINER_ANCHORS =
            LayerList.anchors(12, 16, 19, 36, 40, 28, 36, 75, 76, 55, 72, 146, 142, 110, 192, 243, 459, 401);

    private YoloV4Tiny() {}

    /** {@code yolov4-tiny}. Its fine level has the second to fourth anchor: the smallest one is not used. */
    public static DarknetModel twoLevels() {
        LayerList layers = LayerList.of(Activation.LEAKY_RELU);
        int sixteenth = backbone(layers).get(1);
        int coarse = top(layers);
        layers.detect(ANCHORS.subList(3, 6), REACH);
        refine(layers, coarse, sixteenth, 128);
        layers.detect(ANCHORS.subList(1, 4), REACH);
        return layers.model(416);
    }

    /** {@code yolov4-tiny-3l}: one more level, of stride 8, for small objects. */
    public static DarknetModel threeLevels() {
        LayerList layers = LayerList.of(Activation.LEAKY_RELU);
        List<Integer> passed = backbone(layers);
        int coarse = top(layers);
        layers.detect(FINER_ANCHORS.subList(6, 9), REACH);
        int middle = refine(layers, coarse, passed.get(1), 128);
        layers.detect(FINER_ANCHORS.subList(3, 6), REACH);
        refine(layers, middle, passed.get(0), 64);
        layers.detect(FINER_ANCHORS.subList(0, 3), REACH);
        return layers.model(608);
    }

    /** Strides 2 to 32; gives the maps of strides 8 and 16 as they are before they are stacked. */
    private static List<Integer> backbone(LayerList layers) {
        layers.conv(32, 3, 2);
        layers.conv(64, 3, 2);
        stage(layers, 64);
        int eighth = stage(layers, 128);
        int sixteenth = stage(layers, 256);
        return List.of(eighth, sixteenth);
    }

    private static int stage(LayerList layers, int channels) {
        int whole = layers.conv(channels, 3);
        layers.secondHalf();
        int first = layers.conv(channels / 2, 3);
        int second = layers.conv(channels / 2, 3);
        layers.route(second, first);
        int mixed = layers.conv(channels, 1);
        layers.route(whole, mixed);
        layers.pool(2, 2);
        return mixed;
    }

    private static int top(LayerList layers) {
        layers.conv(512, 3);
        int coarse = layers.conv(256, 1);
        layers.conv(512, 3);
        return coarse;
    }

    private static int refine(LayerList layers, int coarse, int finer, int channels) {
        layers.route(coarse);
        layers.conv(channels, 1);
        int enlarged = layers.upsample();
        layers.route(enlarged, finer);
        return layers.conv(2 * channels, 3);
    }
}
