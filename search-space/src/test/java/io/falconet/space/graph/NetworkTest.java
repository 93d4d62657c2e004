package io.falconet.space.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkTest {
    private final NetworkBuilder network = NetworkBuilder.of(Shape.image(32, 32));

    @Test
    void shapeErrorsNameTheNode() {
        NetworkBuilder scope = network.scope("neck").scope("up1");
        Node small = network.add("small", new Pool(Pool.Kind.MAX, 2, 2, 0), network.input());
        assertThatThrownBy(() -> scope.add("concat", new Concat(), network.input(), small))
                .isInstanceOf(ShapeException.class)
                .hasMessageStartingWith("At neck.up1.concat: ");
    }

    @Test
    void namesAreUnique() {
        network.conv(network.input(), Conv.dense(8, 3, 1));
        assertThatThrownBy(() -> network.conv(network.input(), Conv.dense(8, 3, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("conv");
    }

    @Test
    void aNetworkNeedsAnOutputThatExists() {
        assertThatThrownBy(() -> network.build(List.of())).hasMessageContaining("at least one output");
        assertThatThrownBy(() -> new Network(List.of(network.input()), List.of("head")))
                .hasMessageContaining("head");
    }

    @Test
    void nodesFollowWhatTheyRead() {
        Node stem = network.conv(network.input(), Conv.dense(8, 3, 2));
        Node norm = network.norm(stem);
        assertThatThrownBy(() -> new Network(List.of(network.input(), norm, stem), List.of("bn")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("bn", "conv", "not there yet");
    }

    @Test
    void liveDropsWhatNoOutputReads() {
        Node stem = network.scope("stem").convNorm(network.input(), Conv.dense(8, 3, 2));
        network.scope("dead").convNorm(stem, Conv.dense(99, 3, 2));
        Network whole = network.build(List.of(stem));
        assertThat(whole.nodes()).hasSize(5);
        Network live = whole.live();
        assertThat(live.nodes()).extracting(Node::name).containsExactly("input", "stem.conv", "stem.bn");
        assertThat(live.live()).isSameAs(live);
    }

    @Test
    void weightsAreKeyedByNodeName() {
        Node stem = network.scope("stem").convNorm(network.input(), Conv.dense(8, 3, 2));
        assertThat(stem.weights().stream().map(stem::key))
                .containsExactly("stem.bn.weight", "stem.bn.bias", "stem.bn.running_mean", "stem.bn.running_var");
        assertThat(network.build(List.of(stem)).node("stem.conv").weights())
                .containsExactly(new Weight("weight", Weight.Role.KERNEL, List.of(8, 3, 3, 3)));
    }

    @Test
    void countsWhatExecutesAndWhatFolds() {
        Node stem = network.scope("stem").convNorm(network.input(), Conv.dense(8, 3, 2));
        Node predict = network.add("predict", Conv.pointwiseWithBias(5), stem);
        network.scope("dead").idle().convNorm(stem, Conv.dense(10, 1, 1));
        long convolution = 8 * 3 * 9;
        long prediction = 8 * 5 + 5;
        assertThat(Complexity.of(network.build(List.of(predict))))
                .isEqualTo(new Complexity(
                        convolution + 16 + prediction + 80 + 20,
                        convolution + 16 + prediction,
                        convolution + 8 + prediction,
                        (convolution + 8 * 5) * 16 * 16));
    }

    @Test
    void whatRunsForNothingCostsAndIsNotLive() {
        Node stem = network.scope("stem").convNorm(network.input(), Conv.dense(8, 3, 2));
        network.scope("wasted").convNorm(stem, Conv.dense(10, 1, 1));
        Network whole = network.build(List.of(stem));
        assertThat(Complexity.of(whole).macs()).isEqualTo((8 * 3 * 9 + 8 * 10) * 16 * 16);
        assertThat(Complexity.of(whole).parametersExecuted()).isEqualTo(8 * 3 * 9 + 16 + 8 * 10 + 20);
        assertThat(whole.live().nodes()).hasSize(3);
    }

    @Test
    void nothingThatRunsReadsWhatNeverRuns() {
        Node idle = network.scope("idle").idle().conv(network.input(), Conv.dense(8, 3, 2));
        assertThatThrownBy(() -> network.build(List.of(idle))).hasMessageContaining("no node that the network runs");
        network.conv(idle, Conv.dense(4, 1, 1));
        assertThatThrownBy(() -> network.build(List.of(network.input())))
                .hasMessageContaining("conv reads a node that never runs");
    }

    @Test
    void sharedWeightsCountOnceAndCostEachTime() {
        Node half = network.add("half", new Pool(Pool.Kind.MAX, 2, 2, 0), network.input());
        NetworkBuilder fine = network.scope("fine");
        Node first = fine.scope("0").convNorm(network.input(), Conv.dense(8, 3, 1));
        NetworkBuilder coarse = network.scope("coarse").sharing(fine);
        Node second = coarse.scope("0").convNorm(half, Conv.dense(8, 3, 1));
        Network shared = network.build(List.of(first, second));
        assertThat(second.weights().stream().map(second::key)).contains("fine.0.bn.weight");
        long convolution = 8 * 3 * 9;
        assertThat(Complexity.of(shared))
                .isEqualTo(new Complexity(
                        convolution + 16, convolution + 16, convolution + 8, convolution * (32 * 32 + 16 * 16)));
        assertThat(NetworkText.of(shared))
                .contains("coarse.0.conv | conv 3x3, weights of fine.0.conv | 8x16x16 | half");
    }

    @Test
    void sharingIsPartOfTheIdentityAndKeepsTheOwnerAlive() {
        NetworkBuilder other = NetworkBuilder.of(Shape.image(32, 32));
        Node own =
                other.scope("b").conv(other.scope("a").conv(other.input(), Conv.dense(3, 3, 1)), Conv.dense(3, 3, 1));
        NetworkBuilder a = network.scope("a");
        Node first = a.conv(network.input(), Conv.dense(3, 3, 1));
        Node second = network.scope("b").sharing(a).conv(first, Conv.dense(3, 3, 1));
        Node third = network.scope("c").sharing(a).conv(network.input(), Conv.dense(3, 3, 1));
        assertThat(network.build(List.of(second)).id())
                .isNotEqualTo(other.build(List.of(own)).id());
        assertThat(network.build(List.of(third)).live().nodes())
                .extracting(Node::name)
                .containsExactly("input", "a.conv", "c.conv");
    }

    @Test
    void sharedWeightsMustFit() {
        NetworkBuilder a = network.scope("a");
        a.conv(network.input(), Conv.dense(8, 3, 1));
        Node wrong = network.scope("b").sharing(a).conv(network.input(), Conv.dense(9, 3, 1));
        assertThatThrownBy(() -> network.build(List.of(wrong)))
                .hasMessageContainingAll("b.conv", "a.conv", "[9, 3, 3, 3]");
    }

    @Test
    void textTellsEachNode() {
        Node stem = network.scope("stem").convNormActivate(network.input(), Conv.dense(8, 3, 2), Activation.HARD_SWISH);
        Node half = network.add("half", new Slice(0, 4), stem);
        Node joined = network.add("joined", new Concat(), half, stem);
        assertThat(NetworkText.of(network.build(List.of(joined))))
                .isEqualTo(
                        """
                        input | input | 3x32x32
                        stem.conv | conv 3x3/2 | 8x16x16
                        stem.bn | batch norm | 8x16x16
                        stem.act | hard swish | 8x16x16
                        half | channels 0 to 3 | 4x16x16
                        joined | concat | 12x16x16 | half, stem.act
                        outputs: joined
                        """);
    }
}
