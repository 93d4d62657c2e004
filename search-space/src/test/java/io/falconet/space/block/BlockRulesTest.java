package io.falconet.space.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconet.space.block.dla.DlaNode;
import io.falconet.space.block.dla.DlaTree;
import io.falconet.space.block.dla.DlaUpNeck;
import io.falconet.space.block.dla.PublishedTree;
import io.falconet.space.block.gsconv.GsConv;
import io.falconet.space.block.gsconv.GsShuffle;
import io.falconet.space.block.gsconv.SlimNeck;
import io.falconet.space.block.nanodet.NanoDetHead;
import io.falconet.space.block.nanodet.PanNeck;
import io.falconet.space.block.shufflenet.ShuffleNetV2Unit;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Shape;
import io.falconet.space.graph.ShapeException;
import io.falconet.space.graph.Shuffle;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlockRulesTest {
    private static final Activation LEAKY = Activation.LEAKY_RELU;
    private static final StageUnit SHUFFLE_UNIT =
            (channels, stride) -> new ShuffleNetV2Unit(channels, 3, stride, LEAKY);

    private final NetworkBuilder network = NetworkBuilder.of(new Shape(16, 32, 32));

    @ParameterizedTest
    @ValueSource(ints = {3, 5, 7})
    void shuffleNetUnitsKeepTheAreaWhateverTheKernel(int kernel) {
        Node out = new ShuffleNetV2Unit(16, kernel, 1, LEAKY).append(network, network.input());
        assertThat(out.shape()).isEqualTo(new Shape(16, 32, 32));
    }

    @Test
    void aShuffleNetUnitOfStrideOneKeepsItsChannels() {
        assertThatThrownBy(() -> new ShuffleNetV2Unit(24, 3, 1, LEAKY).append(network, network.input()))
                .isInstanceOf(ShapeException.class)
                .hasMessageContainingAll("16x32x32", "24", "Maybe");
    }

    @Test
    void halvesNeedEvenChannels() {
        assertThatThrownBy(() -> new ShuffleNetV2Unit(15, 3, 1, LEAKY)).hasMessageContaining("even channels, found 15");
        assertThatThrownBy(() -> GsConv.of(15, 3, 1, LEAKY)).hasMessageContaining("even channels, found 15");
        assertThatThrownBy(() -> new SlimNeck(100, LEAKY)).hasMessageContaining("multiple of 8, found 100");
    }

    @Test
    void bothPublishedOrdersOfGsConvAreThere() {
        assertThat(gsConv(GsShuffle.INTERLEAVED).op()).isEqualTo(new Shuffle(2));
        assertThat(gsConv(GsShuffle.EVEN_THEN_ODD).op()).isEqualTo(new Shuffle(12));
    }

    private Node gsConv(GsShuffle shuffle) {
        return new GsConv(24, 3, 1, shuffle, Optional.of(LEAKY)).append(network.scope(shuffle.name()), network.input());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aTreeHoldsTwoToThePowerOfItsLevelsNodes(int levels) {
        DlaTree tree = new DlaTree(SHUFFLE_UNIT, 24, levels, 2, true, false, LEAKY);
        Node out = tree.append(network, network.input());
        assertThat(out.shape()).isEqualTo(new Shape(24, 16, 16));
        Network built = network.build(List.of(out));
        assertThat(built.nodes().stream().filter(node -> node.op() instanceof Shuffle))
                .hasSize(1 << levels);
        assertThat(built.live()).as("no dead branches").isSameAs(built);
    }

    @ParameterizedTest
    @EnumSource(DlaNode.Kind.class)
    void treesHoldAnyKindOfPublishedNode(DlaNode.Kind kind) {
        StageUnit unit = (channels, stride) -> new DlaNode(kind, channels, stride, LEAKY);
        Node out = new DlaTree(unit, 32, 2, 2, true, false, LEAKY).append(network, network.input());
        assertThat(out.shape()).isEqualTo(new Shape(32, 16, 16));
        Network built = network.build(List.of(out));
        assertThat(built.live()).as("no dead branches").isSameAs(built);
    }

    /** Three levels: the outer tree and its first subtree each project for nothing. */
    @Test
    void aPublishedTreeProjectsForNothing() {
        Node out = new PublishedTree(DlaNode.Kind.BASIC, 24, 3, 2, true, 0, false).append(network, network.input());
        Network built = network.build(List.of(out));
        List<String> live = built.live().nodes().stream().map(Node::name).toList();
        assertThat(built.nodes().stream().map(Node::name).filter(name -> !live.contains(name)))
                .containsExactly("project.0", "project.1", "tree1.downsample", "tree1.project.0", "tree1.project.1");
    }

    @Test
    void stagesAndTreesNeedABlock() {
        assertThatThrownBy(() -> new Stage(SHUFFLE_UNIT, 24, 0, 2)).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> new DlaTree(SHUFFLE_UNIT, 24, 0, 2, true, false, LEAKY))
                .hasMessageContaining("at least 1");
    }

    @Test
    void necksGiveEachLevelOneWidth() {
        for (Neck neck : List.of(new PanNeck(48), new SlimNeck(48, LEAKY), new DlaUpNeck(48, LEAKY))) {
            NetworkBuilder fresh = NetworkBuilder.of(Shape.image(128, 128));
            List<Node> features = backbone().append(fresh.scope("backbone"), fresh.input());
            assertThat(neck.append(fresh.scope("neck"), features))
                    .extracting(Node::shape)
                    .containsExactly(new Shape(48, 32, 32), new Shape(48, 16, 16), new Shape(48, 8, 8));
        }
    }

    @Test
    void anInputThatTheStridesDoNotDivideIsRefused() {
        assertThatThrownBy(() -> Detector.assemble(
                        backbone(), new PanNeck(48), NanoDetHead.of(48, 1, 3), Shape.image(100, 100), 3))
                .isInstanceOf(ShapeException.class)
                .hasMessageContainingAll("neck.", "Maybe an input size that is a multiple of the largest stride");
    }

    private static Backbone backbone() {
        return new StagedBackbone(
                new ConvStem(16, LEAKY),
                List.of(new Stage(SHUFFLE_UNIT, 32, 2, 2), new Stage(SHUFFLE_UNIT, 64, 1, 2)),
                true);
    }
}
