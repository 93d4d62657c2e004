package io.falconet.space.darknet.published;

/** A stage of CSPDarknet (Wang et al., 2020): half of the channels pass residual units, the other half passes by. */
final class CspStage {
    private CspStage() {}

    /** Appends a stage that halves the area's sides. */
    static int append(LayerList layers, int channels, int depth) {
        int half = channels / 2;
        int whole = layers.conv(channels, 3, 2);
        int passed = layers.conv(half, 1);
        layers.route(whole);
        layers.conv(half, 1);
        layers.residuals(half, half, depth);
        int deep = layers.conv(half, 1);
        layers.route(deep, passed);
        return layers.conv(channels, 1);
    }
}
