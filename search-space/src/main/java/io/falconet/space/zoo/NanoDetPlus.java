package io.falconet.space.zoo;

import io.falconet.space.block.Backbone;
import io.falconet.space.block.Detector;
import io.falconet.space.block.Head;
import io.falconet.space.block.Neck;
import io.falconet.space.block.nanodet.GhostBlocks;
import io.falconet.space.block.nanodet.GhostPanNeck;
import io.falconet.space.block.nanodet.NanoDetPlusHead;
import io.falconet.space.block.nanodet.NanoDetTower;
import io.falconet.space.block.nanodet.SimpleConvHead;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Concat;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * NanoDet-Plus (Lyu, 2021): NanoDet-m with a neck of ghost bottlenecks, kernels of 5 and a fourth level. A second neck and
 * a heavy head assign objects to cells while it is trained; they are built here and never run.
 *
 * @param widths of the backbone's stages
 * @param width of neck and head
 */
record NanoDetPlus(List<Integer> widths, int width) implements ZooModel.Recipe {
    private static final int REG_MAX = 7;
    private static final Activation ACTIVATION = Activation.LEAKY_RELU;

    static List<ZooModel> models() {
        return List.of(
                ZooModel.detector("nanodet-plus-m", NanoDet.SOURCE, 320, new NanoDetPlus(ShuffleNetBackbones.ONE, 96))
                        .alias("nanodet-plus-m_320", "nanodet-plus-m_416")
                        .claims(NanoDetClaims.PLUS_M, NanoDetClaims.PLUS_M_416)
                        .reported(
                                NanoDetClaims.reached(320, 27.0, "5.25 ms", "11.97 ms"),
                                NanoDetClaims.reached(416, 30.4, "8.32 ms", "19.77 ms")),
                ZooModel.detector(
                                "nanodet-plus-m-1.5x",
                                NanoDet.SOURCE,
                                320,
                                new NanoDetPlus(ShuffleNetBackbones.ONE_AND_HALF, 128))
                        .alias("nanodet-plus-m-1.5x_320", "nanodet-plus-m-1.5x_416")
                        .claims(NanoDetClaims.PLUS_M_WIDE, NanoDetClaims.PLUS_M_WIDE_416)
                        .reported(
                                NanoDetClaims.reached(320, 29.9, "7.21 ms", "15.90 ms"),
                                NanoDetClaims.reached(416, 34.1, "11.50 ms", "25.49 ms")));
    }

    @Override
    public ZooNetwork build(Shape image, int classes) {
        Backbone backbone = ShuffleNetBackbones.nanoDet(widths);
        Neck neck = GhostPanNeck.of(GhostBlocks.of(width, 5, ACTIVATION));
        Head head = new NanoDetPlusHead(NanoDetTower.of(width, 2, 5), REG_MAX);
        NetworkBuilder network = NetworkBuilder.of(image);
        List<Node> features = backbone.append(network.scope("backbone"), network.input());
        List<Node> fused = neck.append(network.scope("neck"), features);
        List<Node> predictions = head.append(network.scope("head"), fused, classes);
        appendGuide(network.idle(), neck, features, fused, classes);
        Detector detector = Detector.of(network, predictions, head, classes);
        return ZooNetwork.of(detector, NanoDet.rows(detector));
    }

    /** What guides the assignment in training: it sees the maps of both necks. */
    private void appendGuide(NetworkBuilder network, Neck neck, List<Node> features, List<Node> fused, int classes) {
        List<Node> second = neck.append(network.scope("aux_fpn"), features);
        NetworkBuilder head = network.scope("aux_head");
        List<Node> joined = new ArrayList<>();
        for (int i = 0; i < fused.size(); i++) {
            joined.add(head.add("in" + i, new Concat(), fused.get(i), second.get(i)));
        }
        new SimpleConvHead(2 * width, 4, REG_MAX, ACTIVATION).append(head, joined, classes);
    }
}
