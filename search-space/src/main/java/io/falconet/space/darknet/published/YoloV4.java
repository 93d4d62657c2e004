package io.falconet.space.darknet.published;

import io.falconet.space.block.AnchorFormat.Anchor;
import io.falconet.space.darknet.DarknetModel;
import io.falconet.space.graph.Activation;
import java.util.List;

/** YOLOv4 (Bochkovskiy et al., 2020): CSPDarknet-53, spatial pyramid pooling, a path aggregation network. */
public final class YoloV4 {
    static final List<Anchor> ANCHORS =
            LayerList.anchors(12, 16, 19, 36, 40, 28, 36, 75, 76, 55, 72, 146, 142, 110, 192, 243, 459, 401);

    private YoloV4() {}

    /** {@code yolov4}. */
    public static DarknetModel model() {
        LayerList layers = LayerList.of(Activation.MISH);
        layers.conv(32, 3);
        firstStage(layers);
        CspStage.append(layers, 128, 2);
        int eighth = CspStage.append(layers, 256, 8);
        int sixteenth = CspStage.append(layers, 512, 8);
        CspStage.append(layers, 1024, 4);
        neckAndHead(layers.with(Activation.LEAKY_RELU), eighth, sixteenth);
        return layers.model(608);
    }

    /** Unlike the others the first stage does not halve its channels. */
    private static void firstStage(LayerList layers) {
        int whole = layers.conv(64, 3, 2);
        int passed = layers.conv(64, 1);
        layers.route(whole);
        layers.conv(64, 1);
        layers.residuals(32, 64, 1);
        int deep = layers.conv(64, 1);
        layers.route(deep, passed);
        layers.conv(64, 1);
    }

    private static void neckAndHead(LayerList layers, int eighth, int sixteenth) {
        layers.alternate(512, 1024, 3);
        layers.pyramid();
        int coarse = layers.alternate(512, 1024, 3);
        int middle = refine(layers, sixteenth, 256);
        int fine = refine(layers, eighth, 128);
        layers.conv(256, 3);
        layers.detect(ANCHORS.subList(0, 3), 1.2);
        int wider = coarsen(layers, fine, middle, 256);
        layers.conv(512, 3);
        layers.detect(ANCHORS.subList(3, 6), 1.1);
        coarsen(layers, wider, coarse, 512);
        layers.conv(1024, 3);
        layers.detect(ANCHORS.subList(6, 9), 1.05);
    }

    /** Enlarges the layer before, stacks it behind a finer map of the backbone and mixes both. */
    private static int refine(LayerList layers, int finer, int channels) {
        layers.conv(channels, 1);
        int enlarged = layers.upsample();
        layers.route(finer);
        int beside = layers.conv(channels, 1);
        layers.route(beside, enlarged);
        return layers.alternate(channels, 2 * channels, 5);
    }

    /** Halves a map's sides, stacks it with the coarser one and mixes both. */
    private static int coarsen(LayerList layers, int fine, int coarser, int channels) {
        layers.route(fine);
        int halved = layers.conv(channels, 3, 2);
        layers.route(halved, coarser);
        return layers.alternate(channels, 2 * channels, 5);
    }
}
