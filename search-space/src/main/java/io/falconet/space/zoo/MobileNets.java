package io.falconet.space.zoo;

import io.falconet.space.block.NumberedUnit;
import io.falconet.space.block.mobilenet.MobileNetV3;
import io.falconet.space.graph.Activate;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.GlobalPool;
import io.falconet.space.graph.Linear;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Shape;
import java.util.List;

/**
 * MobileNetV3 (Howard et al., 2019) by its PyTorch reimplementation. Dropout, which stands before the last layer, does
 * nothing once trained and is left out.
 *
 * @param blocks the network up to stride 32
 * @param hidden width of the layer before the last
 */
record MobileNets(MobileNetV3 blocks, int hidden) implements ZooModel.Recipe {
    private static final String SOURCE = "d-li14/mobilenetv3.pytorch";

    static List<ZooModel> models() {
        return List.of(
                model("small-0.75", MobileNetV3.Size.SMALL, 0.75, claim("2.042M", "43.40M", "")),
                model(
                        "small-1.0",
                        MobileNetV3.Size.SMALL,
                        1.0,
                        claim("2.543M", "56.52M", "56.51M multiply-accumulates")),
                model(
                        "large-0.75",
                        MobileNetV3.Size.LARGE,
                        0.75,
                        claim("3.994M", "154.57M", "154.56M multiply-accumulates")),
                model(
                        "large-1.0",
                        MobileNetV3.Size.LARGE,
                        1.0,
                        claim("5.483M", "216.60M", "216.59M multiply-accumulates")));
    }

    private static Claim claim(String parameters, String macs, String verdict) {
        return new Claim(
                "mobilenetv3.pytorch README, models; FLOPs are multiply-accumulates", parameters, macs, verdict);
    }

    private static ZooModel model(String name, MobileNetV3.Size size, double width, Claim claim) {
        int hidden = size == MobileNetV3.Size.LARGE ? 1280 : 1024;
        return ZooModel.classifier("mobilenetv3-" + name, SOURCE, new MobileNets(new MobileNetV3(size, width), hidden))
                .claims(claim);
    }

    @Override
    public ZooNetwork build(Shape image, int classes) {
        NetworkBuilder network = NetworkBuilder.of(image);
        List<Node> maps = blocks.append(network, network.input());
        Node wide = NumberedUnit.of(0, Conv.dense(blocks.lastHidden(), 1, 1), Activation.HARD_SWISH)
                .append(network.scope("conv"), maps.get(maps.size() - 1));
        Node mean = network.add("avgpool", new GlobalPool(), wide);
        NetworkBuilder classifier = network.scope("classifier");
        Node first = classifier.add("0", new Linear(hidden, true), mean);
        Node active = classifier.add("1", new Activate(Activation.HARD_SWISH), first);
        Node scores = classifier.add("3", new Linear(classes, true), active);
        return ZooNetwork.classifier(network.build(List.of(scores)));
    }
}
