package io.falconet.space.zoo;

import io.falconet.space.block.Detector;
import io.falconet.space.block.fcos.FcosHead;
import io.falconet.space.block.fcos.FcosPyramid;
import io.falconet.space.graph.Shape;
import java.util.List;

/**
 * FCOS (Tian et al., 2019) on a light backbone. The paper's stands on ResNet with 256 channels; nobody has published this
 * one, it is Falconet's assembly.
 *
 * @param width channels of pyramid and head
 */
record Fcos(int width) implements ZooModel.Recipe {
    private static final String SOURCE =
            "Falconet's assembly of NanoDet's ShuffleNetV2 1.0x and FCOS's pyramid and head, 64 channels wide";

    static List<ZooModel> models() {
        return List.of(ZooModel.detector("fcos-shufflenetv2", SOURCE, 320, new Fcos(64)));
    }

    @Override
    public ZooNetwork build(Shape image, int classes) {
        Detector detector = Detector.assemble(
                ShuffleNetBackbones.nanoDet(ShuffleNetBackbones.ONE),
                new FcosPyramid(width),
                new FcosHead(width, 4),
                image,
                classes);
        return ZooNetwork.of(detector, OutputShapes.maps(detector.network()));
    }
}
