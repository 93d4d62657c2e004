package io.falconet.space.zoo;

import io.falconet.space.block.ghost.GhostNet;
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
 * GhostNet (Han et al., 2020) by its authors. Dropout, which stands before the last layer, does nothing once trained and is
 * left out.
 *
 * @param bottlenecks the network up to stride 32
 */
record GhostNets(GhostNet bottlenecks) implements ZooModel.Recipe {
    private static final String SOURCE = "huawei-noah/Efficient-AI-Backbones";
    private static final String PAPER = "GhostNet paper, ImageNet table; FLOPs are multiply-accumulates";
    private static final int HEAD = 1280;

    static List<ZooModel> models() {
        return List.of(
                ZooModel.classifier("ghostnet-0.5", SOURCE, of(0.5)).claims(Claim.right(PAPER, "2.6M", "42M")),
                ZooModel.classifier("ghostnet-1.0", SOURCE, of(1.0))
                        .claims(
                                Claim.right(PAPER, "5.2M", "141M"),
                                new Claim(
                                        "GhostNet README",
                                        "",
                                        "142M",
                                        "141.15M multiply-accumulates; the figure is the paper's 141M. The 75.7 % top-1 that "
                                                + "is often quoted for GhostNet is the 1.3x width; this one has 73.9 %.")),
                ZooModel.classifier("ghostnet-1.3", SOURCE, of(1.3))
                        .claims(
                                new Claim(
                                        PAPER,
                                        "7.3M",
                                        "226M",
                                        "7.36M parameters and 227.0M multiply-accumulates: a little more than was published.")));
    }

    private static GhostNets of(double width) {
        return new GhostNets(new GhostNet(width));
    }

    @Override
    public ZooNetwork build(Shape image, int classes) {
        NetworkBuilder network = NetworkBuilder.of(image);
        List<Node> maps = bottlenecks.append(network, network.input());
        NetworkBuilder last = network.scope("blocks." + GhostNet.stages() + ".0");
        Node wide = last.conv(maps.get(maps.size() - 1), Conv.dense(bottlenecks.lastHidden(), 1, 1));
        Node active = last.add("act1", new Activate(Activation.RELU), last.norm("bn1", wide));
        Node mean = network.add("global_pool", new GlobalPool(), active);
        Node head = network.add("conv_head", Conv.pointwiseWithBias(HEAD), mean);
        Node features = network.add("act2", new Activate(Activation.RELU), head);
        Node scores = network.add("classifier", new Linear(classes, true), features);
        return ZooNetwork.classifier(network.build(List.of(scores)));
    }
}
