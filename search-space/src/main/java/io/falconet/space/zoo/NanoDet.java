package io.falconet.space.zoo;

import io.falconet.space.block.Block;
import io.falconet.space.block.Detector;
import io.falconet.space.block.PooledStem;
import io.falconet.space.block.Stage;
import io.falconet.space.block.StageUnit;
import io.falconet.space.block.StagedBackbone;
import io.falconet.space.block.nanodet.NanoDetHead;
import io.falconet.space.block.nanodet.PanNeck;
import io.falconet.space.block.shufflenet.ShuffleNetV2Unit;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Shape;
import java.util.List;

/**
 * NanoDet-m (Lyu, 2020): ShuffleNetV2 without its last convolution, a neck of sums, a light head.
 *
 * @param widths channels of the three stages, at strides 8, 16 and 32
 * @param neck channels of neck and head
 */
record NanoDet(List<Integer> widths, int neck) implements ZooModel.Recipe {
    private static final Activation ACTIVATION = Activation.LEAKY_RELU;
    private static final String SOURCE = "RangiLyu/nanodet";

    static List<ZooModel> models() {
        return List.of(
                ZooModel.detector("nanodet-m-0.5x", SOURCE, 320, new NanoDet(List.of(48, 96, 192), 96)),
                ZooModel.detector("nanodet-m", SOURCE, 320, new NanoDet(List.of(116, 232, 464), 96))
                        .alias("nanodet-m-320", "nanodet-m_320"),
                ZooModel.detector("nanodet-m-1.5x", SOURCE, 320, new NanoDet(List.of(176, 352, 704), 128)));
    }

    @Override
    public ZooNetwork build(Shape image, int classes) {
        Detector detector = detector(image, classes);
        List<Shape> maps = detector.network().outputShapes();
        int cells = maps.stream().mapToInt(map -> map.height() * map.width()).sum();
        return ZooNetwork.of(detector, OutputShapes.of(1, cells, maps.get(0).channels()));
    }

    private Detector detector(Shape image, int classes) {
        StageUnit unit = (channels, stride) -> new ShuffleNetV2Unit(channels, 3, stride, ACTIVATION);
        List<Block> stages = List.of(
                new Stage(unit, widths.get(0), 4, 2),
                new Stage(unit, widths.get(1), 8, 2),
                new Stage(unit, widths.get(2), 4, 2));
        return Detector.assemble(
                new StagedBackbone(new PooledStem(24, ACTIVATION), stages, false),
                new PanNeck(neck),
                NanoDetHead.of(neck, 2, 3),
                image,
                classes);
    }
}
