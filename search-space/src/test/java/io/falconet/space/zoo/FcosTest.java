package io.falconet.space.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.space.block.FcosFormat;
import io.falconet.space.block.fcos.FcosHead;
import io.falconet.space.block.fcos.FcosPyramid;
import io.falconet.space.graph.BatchNorm;
import io.falconet.space.graph.Complexity;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.NetworkText;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Shape;
import io.falconet.space.testing.Golden;
import java.util.List;
import org.junit.jupiter.api.Test;

class FcosTest {
    private static final long CELLS = 40 * 40 + 20 * 20 + 10 * 10 + 5 * 5 + 3 * 3;

    /** By hand: a convolution of k x k from a to b channels with bias holds k k a b + b. */
    @Test
    void thePublishedWidthCostsWhatTheRuleSays() {
        List<Shape> maps = List.of(new Shape(512, 40, 40), new Shape(1024, 20, 20), new Shape(2048, 10, 10));
        NetworkBuilder network = NetworkBuilder.of(maps, BatchNorm.STANDARD);
        List<Node> levels = new FcosPyramid(256).append(network.scope("fpn"), network.inputs());
        Network built = network.build(new FcosHead(256, 4).append(network.scope("head"), levels, 80));
        long conv = 9 * 256 * 256;
        long laterals = 256 * (512 + 1024 + 2048) + 3 * 256;
        long pyramid = laterals + 5 * (conv + 256);
        long head = 8 * (conv + 256 + 2 * 256) + 85 * (9 * 256 + 1) + 5;
        assertThat(Complexity.of(built).parameters()).isEqualTo(pyramid + head);
        long lateralMacs = 256L * (512 * 1600 + 1024 * 400 + 2048 * 100);
        assertThat(Complexity.of(built).macs())
                .isEqualTo(lateralMacs + conv * CELLS + (8 * conv + 85 * 9 * 256) * CELLS);
    }

    @Test
    void levelsShareTheHeadAndHaveTheirOwnScale() {
        Network network = ZooModel.named("fcos-shufflenetv2").published().network();
        assertThat(network.node("head.level3.cls_tower.0").owner()).isEqualTo("head.cls_tower.0");
        assertThat(network.node("head.level4.bbox_pred").parameters()).isZero();
        assertThat(network.nodes()).extracting(Node::name).contains("head.scales.0", "head.scales.4");
        assertThat(network.live()).isSameAs(network);
    }

    @Test
    void standsOnFiveLevels() {
        ZooNetwork model = ZooModel.named("fcos-shufflenetv2").published();
        assertThat(model.format()).contains(new FcosFormat(80, List.of(8, 16, 32, 64, 128)));
        assertThat(model.network().outputShapes())
                .containsExactly(
                        new Shape(85, 40, 40),
                        new Shape(85, 20, 20),
                        new Shape(85, 10, 10),
                        new Shape(85, 5, 5),
                        new Shape(85, 3, 3));
        assertThat(model.complexity()).isEqualTo(new Complexity(1_358_718, 1_358_718, 1_351_652, 1_079_405_024));
    }

    @Test
    void standsAsGoldenText() {
        NetworkBuilder network =
                NetworkBuilder.of(List.of(new Shape(64, 8, 8), new Shape(64, 4, 4)), BatchNorm.STANDARD);
        Golden.check(
                "fcos-head", NetworkText.of(network.build(new FcosHead(64, 2).append(network, network.inputs(), 3))));
    }
}
