package io.falconet.space.darknet.published;

import io.falconet.space.darknet.DarknetModel;
import io.falconet.space.graph.Activation;

/** YOLOv4-CSP (Wang et al., 2021): YOLOv4 with cross-stage partial connections in the neck too, Mish throughout. */
public final class YoloV4Csp {
    private YoloV4Csp() {}

    /** {@code yolov4-csp}. */
    public static DarknetModel model() {
        LayerList layers = LayerList.of(Activation.MISH);
        layers.conv(32, 3);
        layers.conv(64, 3, 2);
        layers.residuals(32, 64, 1);
        CspStage.append(layers, 128, 2);
        int eighth = CspStage.append(layers, 256, 8);
        int sixteenth = CspStage.append(layers, 512, 8);
        CspStage.append(layers, 1024, 4);
        int coarse = pyramid(layers);
        int middle = refine(layers, sixteenth, 256);
        int fine = refine(layers, eighth, 128);
        layers.conv(256, 3);
        layers.detectSquared(YoloV4.ANCHORS.subList(0, 3));
        int wider = coarsen(layers, fine, middle, 256);
        layers.conv(512, 3);
        layers.detectSquared(YoloV4.ANCHORS.subList(3, 6));
        coarsen(layers, wider, coarse, 512);
        layers.conv(1024, 3);
        layers.detectSquared(YoloV4.ANCHORS.subList(6, 9));
        return layers.model(512);
    }

    private static int pyramid(LayerList layers) {
        int passed = layers.conv(512, 1);
        layers.route(passed - 1);
        layers.alternate(512, 512, 3);
        layers.pyramid();
        layers.conv(512, 1);
        int deep = layers.conv(512, 3);
        layers.route(deep, passed);
        return layers.conv(512, 1);
    }

    private static int refine(LayerList layers, int finer, int channels) {
        layers.conv(channels, 1);
        int enlarged = layers.upsample();
        layers.route(finer);
        int beside = layers.conv(channels, 1);
        layers.route(beside, enlarged);
        return mix(layers, channels);
    }

    private static int coarsen(LayerList layers, int fine, int coarser, int channels) {
        layers.route(fine);
        int halved = layers.conv(channels, 3, 2);
        layers.route(halved, coarser);
        return mix(layers, channels);
    }

    /** One half of the channels passes two plain bottlenecks, the other half passes by. */
    private static int mix(LayerList layers, int channels) {
        int whole = layers.conv(channels, 1);
        int passed = layers.conv(channels, 1);
        layers.route(whole);
        int deep = layers.alternate(channels, channels, 4);
        layers.route(deep, passed);
        return layers.conv(channels, 1);
    }
}
