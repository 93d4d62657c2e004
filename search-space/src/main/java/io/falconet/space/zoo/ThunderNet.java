package io.falconet.space.zoo;

import io.falconet.space.block.Backbone;
import io.falconet.space.block.ConvStem;
import io.falconet.space.block.Detector;
import io.falconet.space.block.StageUnit;
import io.falconet.space.block.StagedBackbone;
import io.falconet.space.block.dla.DlaTree;
import io.falconet.space.block.shufflenet.ShuffleNetV2Unit;
import io.falconet.space.block.thundernet.SNet;
import io.falconet.space.block.thundernet.ThunderNetDetector;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * ThunderNet (Qin et al., 2019) on its three backbones, as a re-implementation has it, for VOC's 20 classes and the
 * background. Of each there is one that takes proposals at stride 8, and one that corrects boxes once for all classes. The
 * dense part is the first stage alone; the second is built and never run. The detector on DLA's trees was never published
 * assembled: it is Falconet's.
 *
 * @param parts both stages
 */
record ThunderNet(ThunderNetDetector parts) implements ZooModel.Recipe {
    private static final String SOURCE = "ouyanghuiyu/Thundernet_Pytorch";
    private static final Shape IMAGE = Shape.image(320, 320);
    private static final int CLASSES = 21;
    private static final Activation ACTIVATION = Activation.RELU;
    private static final List<String> DENSE = List.of("cem", "rpn_feat", "rpn_cls", "rpn_bbox", "sam");

    static List<ZooModel> models() {
        return Stream.of(
                        family("thundernet-snet49", SNet.SNET49),
                        family("thundernet-snet146", SNet.SNET146),
                        family("thundernet-snet535", SNet.SNET535),
                        List.of(assembly()))
                .flatMap(List::stream)
                .toList();
    }

    /**
     * For small objects: trees as high as DLA-34's over ShuffleNetV2 units, a stem that learns its steps, proposals at
     * stride 8.
     */
    private static ZooModel assembly() {
        StageUnit unit = (channels, stride) -> new ShuffleNetV2Unit(channels, 5, stride, ACTIVATION);
        Backbone backbone = new StagedBackbone(
                new ConvStem(24, ACTIVATION),
                List.of(
                        new DlaTree(unit, 116, 2, 2, true, false, ACTIVATION),
                        new DlaTree(unit, 232, 2, 2, true, false, ACTIVATION),
                        new DlaTree(unit, 464, 1, 2, true, false, ACTIVATION)),
                false);
        return ZooModel.detector(
                        "dla-shufflenetv2-thundernet",
                        "Falconet's assembly of DLA's trees, ShuffleNetV2's units and ThunderNet's two stages",
                        IMAGE.height(),
                        new ThunderNet(ThunderNetDetector.of(backbone, 8, false)))
                .publishedFor(ZooModel.Task.DETECTION, IMAGE, CLASSES)
                .claims(
                        new Claim(
                                "article on ThunderNet with DLA and ShuffleNetV2 for small objects",
                                "",
                                "",
                                "It gives no figures, and the network that it speaks of was never published: this one is Falconet's."));
    }

    private static List<ZooModel> family(String name, Backbone backbone) {
        List<ZooModel> models = new ArrayList<>();
        for (int stride : List.of(16, 8)) {
            String option = stride == 8 ? "-s8" : "";
            ThunderNet each = new ThunderNet(ThunderNetDetector.of(backbone, stride, false));
            ThunderNet agnostic = new ThunderNet(ThunderNetDetector.of(backbone, stride, true));
            models.add(model(name + option, each));
            models.add(model(name + option + "-agnostic", agnostic));
            models.add(ZooModel.backbone(name + option + "-dense-part", SOURCE, IMAGE.height(), each::firstStage)
                    .publishedFor(ZooModel.Task.BACKBONE, IMAGE, CLASSES));
        }
        return models;
    }

    private static ZooModel model(String name, ZooModel.Recipe recipe) {
        return ZooModel.detector(name, SOURCE, IMAGE.height(), recipe)
                .publishedFor(ZooModel.Task.DETECTION, IMAGE, CLASSES);
    }

    @Override
    public ZooNetwork build(Shape image, int classes) {
        Detector detector = parts.detector(image, classes);
        Map<String, OutputShapes> outputs = named(detector.network());
        List<Shape> regions = detector.format().secondStage().orElseThrow().outputShapes();
        outputs.put("roi_cls", row(regions.get(0)));
        outputs.put("roi_bbox", row(regions.get(1)));
        return ZooNetwork.of(detector, OutputShapes.named(outputs));
    }

    private ZooNetwork firstStage(Shape image, int classes) {
        Network network = parts.firstStage(image, classes);
        return new ZooNetwork(network, Optional.empty(), OutputShapes.named(named(network)));
    }

    private static Map<String, OutputShapes> named(Network network) {
        Map<String, OutputShapes> outputs = new LinkedHashMap<>();
        for (int i = 0; i < DENSE.size(); i++) {
            outputs.put(DENSE.get(i), OutputShapes.map(network.outputShapes().get(i)));
        }
        return outputs;
    }

    /** Regions lie in a column of our map, and are the rows of the authors' matrix. */
    private static OutputShapes row(Shape regions) {
        return OutputShapes.of(regions.height(), regions.channels());
    }
}
