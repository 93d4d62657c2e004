package io.falconet.space.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RooflineTest {
    private static final Roofline ROOFLINE = new Roofline(1e9, 4e9, 1e-6);

    @Test
    void arithmeticBoundsADenseConvolution() {
        NetworkBuilder network = NetworkBuilder.of(new Shape(64, 16, 16));
        Node conv = network.convNormActivate(network.input(), Conv.dense(64, 3, 1), Activation.RELU);
        Network built = network.build(List.of(conv));

        double seconds = 1e-6 + Complexity.of(built).macs() / 1e9;
        assertThat(ROOFLINE.millis(built)).isCloseTo(1e3 * seconds, within(1e-9));
    }

    @Test
    void memoryBoundsASum() {
        NetworkBuilder network = NetworkBuilder.of(new Shape(8, 10, 10));
        Node sum = network.add("add", new Add(), network.input(), network.input());
        Network built = network.build(List.of(sum));

        assertThat(ROOFLINE.millis(built)).isCloseTo(1e3 * (1e-6 + 3 * 800 * 4 / 4e9), within(1e-9));
    }
}
