package io.falconet.space.zoo;

import io.falconet.space.block.Backbone;
import io.falconet.space.block.Detector;
import io.falconet.space.block.Neck;
import io.falconet.space.block.nanodet.CustomCspNet;
import io.falconet.space.block.nanodet.NanoDetHead;
import io.falconet.space.block.nanodet.NanoDetTower;
import io.falconet.space.block.nanodet.PanNeck;
import io.falconet.space.block.nanodet.TanNeck;
import io.falconet.space.block.nanodet.TransformerEncoder;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Shape;
import java.util.List;

/**
 * NanoDet (Lyu, 2020): a light backbone, a neck of sums or one of attention, a light head that is not shared over levels. The published head
 * builds a convolution for boxes beside the one that predicts classes and boxes, and never runs it.
 *
 * @param backbone gives maps at strides 8, 16 and 32
 * @param neck joins them
 * @param tower of the head; the neck is as wide
 * @param regMax the largest distance that the head predicts, in strides
 */
record NanoDet(Backbone backbone, Neck neck, NanoDetTower tower, int regMax) implements ZooModel.Recipe {
    static final String SOURCE = "RangiLyu/nanodet";

    private static final int REG_MAX = 7;

    static List<ZooModel> models() {
        return List.of(
                ZooModel.detector("nanodet-m-0.5x", SOURCE, 320, m(ShuffleNetBackbones.HALF, 96))
                        .alias("nanodet-m-0.5x_320")
                        .claims(NanoDetClaims.M_HALF)
                        .reported(NanoDetClaims.reached(320, 13.5)),
                ZooModel.detector("nanodet-m", SOURCE, 320, m(ShuffleNetBackbones.ONE, 96))
                        .alias("nanodet-m-320", "nanodet-m_320")
                        .claims(NanoDetClaims.M, NanoDetClaims.M_416, NanoDetClaims.M_ARTICLE)
                        .reported(
                                NanoDetClaims.reached(320, 20.6, "4.98 ms", "10.23 ms"),
                                NanoDetClaims.reached(416, 23.5)),
                ZooModel.detector("nanodet-m-1.5x", SOURCE, 320, m(ShuffleNetBackbones.ONE_AND_HALF, 128))
                        .alias("nanodet-m-1.5x_320")
                        .claims(NanoDetClaims.M_WIDE)
                        .reported(NanoDetClaims.reached(320, 23.5), NanoDetClaims.reached(416, 26.8)),
                ZooModel.detector("nanodet-g", SOURCE, 416, g())
                        .claims(NanoDetClaims.G)
                        .reported(NanoDetClaims.reached(416, 22.9)),
                ZooModel.detector("nanodet-t", SOURCE, 320, t())
                        .claims(NanoDetClaims.T)
                        .reported(NanoDetClaims.reached(320, 21.7)));
    }

    private static NanoDet m(List<Integer> widths, int width) {
        return new NanoDet(
                ShuffleNetBackbones.nanoDet(widths), new PanNeck(width), NanoDetTower.of(width, 2, 3), REG_MAX);
    }

    private static NanoDet t() {
        Neck neck = new TanNeck(128, new TransformerEncoder(8, 4, Activation.LEAKY_RELU));
        return new NanoDet(
                ShuffleNetBackbones.nanoDet(ShuffleNetBackbones.ONE), neck, NanoDetTower.of(128, 2, 3), REG_MAX);
    }

    private static NanoDet g() {
        Activation activation = Activation.LEAKY_RELU;
        return new NanoDet(
                new CustomCspNet(32, List.of(1, 2, 2, 3), activation),
                new PanNeck(128),
                new NanoDetTower(128, 1, 3, false, activation),
                10);
    }

    @Override
    public ZooNetwork build(Shape image, int classes) {
        Detector detector = Detector.assemble(
                backbone, neck, new NanoDetHead(tower, regMax, NanoDetHead.Boxes.SHARED_BESIDE_IDLE), image, classes);
        return ZooNetwork.of(detector, rows(detector));
    }

    /** NanoDet's code returns all cells in a row, each with its channels. */
    static OutputShapes rows(Detector detector) {
        List<Shape> maps = detector.network().outputShapes();
        int cells = maps.stream().mapToInt(map -> map.height() * map.width()).sum();
        return OutputShapes.of(1, cells, maps.get(0).channels());
    }
}
