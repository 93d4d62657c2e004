package io.falconet.space.zoo;

import io.falconet.space.block.NumberedUnit;
import io.falconet.space.block.shufflenet.ShuffleNetV2;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.GlobalPool;
import io.falconet.space.graph.Linear;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Shape;
import java.util.List;
import java.util.stream.Stream;

/**
 * ShuffleNetV2 (Ma et al., 2018) by its authors: the classifiers, and their three stages alone. Dropout, which the widest
 * has before its last layer, does nothing once trained and is left out.
 *
 * @param stages the network up to stride 32
 * @param last channels of the convolution before the global mean
 */
record ShuffleNets(ShuffleNetV2 stages, int last) {
    private static final String SOURCE = "megvii-model/ShuffleNet-Series";

    static List<ZooModel> models() {
        return Stream.of(
                        family("0.5x", 1024, claim("1.4M", "41M", "40.5M multiply-accumulates"), 48, 96, 192),
                        family("1.0x", 1024, claim("2.3M", "146M", ""), 116, 232, 464),
                        family("1.5x", 1024, claim("3.5M", "299M", ""), 176, 352, 704),
                        family("2.0x", 2048, claim("7.4M", "591M", ""), 244, 488, 976))
                .flatMap(List::stream)
                .toList();
    }

    private static Claim claim(String parameters, String macs, String verdict) {
        return new Claim("ShuffleNetV2 README, results; FLOPs are multiply-accumulates", parameters, macs, verdict);
    }

    private static List<ZooModel> family(String size, int last, Claim claim, Integer... widths) {
        ShuffleNets nets = new ShuffleNets(new ShuffleNetV2(List.of(widths)), last);
        String name = "shufflenetv2-" + size;
        return List.of(
                ZooModel.classifier(name, SOURCE, nets::classifier).claims(claim),
                ZooModel.backbone(name + "-features", SOURCE, 320, (image, classes) -> nets.features(image)));
    }

    private ZooNetwork classifier(Shape image, int classes) {
        NetworkBuilder network = NetworkBuilder.of(image);
        List<Node> maps = stages.append(network, network.input());
        Node wide = NumberedUnit.of(0, Conv.dense(last, 1, 1), Activation.RELU)
                .append(network.scope("conv_last"), maps.get(maps.size() - 1));
        Node mean = network.add("globalpool", new GlobalPool(), wide);
        Node scores = network.scope("classifier").add("0", new Linear(classes, false), mean);
        return ZooNetwork.classifier(network.build(List.of(scores)));
    }

    private ZooNetwork features(Shape image) {
        NetworkBuilder network = NetworkBuilder.of(image);
        Network built = network.build(stages.append(network, network.input()));
        return ZooNetwork.maps(built);
    }
}
