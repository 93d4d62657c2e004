package io.falconet.evaluator.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.falconet.evaluator.engine.Tensor;
import io.falconet.evaluator.engine.Weights;
import io.falconet.space.graph.Activate;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Add;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.Multiply;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SynflowTest {
    /** Ones become 3 and 7, and those 57 in all; each layer's share of the flow is that sum. */
    @ParameterizedTest
    @EnumSource(names = {"RELU", "RELU6", "LEAKY_RELU", "SILU", "MISH", "HARD_SWISH", "SIGMOID", "EXP"})
    void twoLayersByHand(Activation function) {
        NetworkBuilder builder = NetworkBuilder.of(new Shape(2, 1, 1));
        Node hidden = builder.convNormActivate(builder.input(), Conv.dense(2, 1, 1), function);
        Node last = builder.scope("last").conv(hidden, Conv.pointwiseWithBias(1));
        Network network = builder.build(List.of(last));
        Weights weights = Weights.initial(network, 1)
                .with(Map.of(
                        "conv.weight", new Tensor(List.of(2, 2, 1, 1), new float[] {1, -2, 3, 4}),
                        "last.conv.weight", new Tensor(List.of(1, 2, 1, 1), new float[] {-5, 6}),
                        "last.conv.bias", new Tensor(List.of(1), new float[] {-9})));
        assertThat(synflow(network, weights)).isCloseTo(Math.log(57 + 57), within(1e-12));
    }

    /** Paths count once for each kernel that they pass: 2 through one, 2 x 10 through both. */
    @Test
    void shortcutsAddTheirPaths() {
        NetworkBuilder builder = NetworkBuilder.of(new Shape(1, 1, 1));
        Node first = builder.conv(builder.input(), Conv.dense(1, 1, 1));
        NetworkBuilder second = builder.scope("second");
        Node sum = second.add("sum", new Add(), first, second.conv(first, Conv.dense(1, 1, 1)));
        Network network = builder.build(List.of(sum));
        Weights weights = new Weights(Map.of("conv.weight", one(2), "second.conv.weight", one(-10)));
        assertThat(synflow(network, weights)).isCloseTo(Math.log(2 + 2 * 20), within(1e-12));
    }

    @Test
    void openGatesLetEverythingThrough() {
        NetworkBuilder builder = NetworkBuilder.of(new Shape(1, 1, 1));
        Node map = builder.conv(builder.input(), Conv.dense(1, 1, 1));
        NetworkBuilder gate = builder.scope("gate");
        Node open = gate.add("open", new Activate(Activation.HARD_SIGMOID), gate.conv(map, Conv.dense(1, 1, 1)));
        Network network = builder.build(List.of(gate.add("product", new Multiply(), map, open)));
        Weights weights = new Weights(Map.of("conv.weight", one(5), "gate.conv.weight", one(7)));
        assertThat(synflow(network, weights)).isCloseTo(Math.log(5), within(1e-12));
    }

    @Test
    void deepNetworksDoNotOverflow() {
        NetworkBuilder builder = NetworkBuilder.of(new Shape(1, 1, 1));
        Node last = builder.input();
        Map<String, Tensor> tensors = new HashMap<>();
        for (int i = 0; i < 50; i++) {
            last = builder.scope("layer" + i).conv(last, Conv.dense(1, 1, 1));
            tensors.put("layer%d.conv.weight".formatted(i), one(1000));
        }
        assertThat(synflow(builder.build(List.of(last)), new Weights(tensors)))
                .isCloseTo(Math.log(50) + 150 * Math.log(10), within(1e-9));
    }

    @Test
    void aNetworkThroughWhichNothingFlowsHasNoScore() {
        NetworkBuilder builder = NetworkBuilder.of(new Shape(1, 1, 1));
        Network network = builder.build(List.of(builder.conv(builder.input(), Conv.dense(1, 1, 1))));
        PositiveNetwork positive = PositiveNetwork.of(network, new Weights(Map.of("conv.weight", one(0))));
        assertThat(Synflow.of(positive)).isEmpty();
    }

    private static double synflow(Network network, Weights weights) {
        return Synflow.of(PositiveNetwork.of(network, weights)).orElseThrow();
    }

    private static Tensor one(float value) {
        return new Tensor(List.of(1, 1, 1, 1), new float[] {value});
    }
}
