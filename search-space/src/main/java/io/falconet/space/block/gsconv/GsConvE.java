package io.falconet.space.block.gsconv;

import io.falconet.space.block.Block;
import io.falconet.space.block.ConvUnit;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Concat;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * GSConvE (Li et al., 2024), the enhanced GSConv: a dense convolution gives a quarter of the channels, depthwise
 * convolutions of 9x9, 13x13 and 17x17 of those the other quarters, a shuffle interleaves the halves.
 *
 * @param channels output channels, a multiple of 4
 * @param kernel side of the dense kernel
 * @param stride step of the dense convolution
 * @param activation after all norms; empty gives a linear block
 */
public record GsConvE(int channels, int kernel, int stride, Optional<Activation> activation) implements Block {
    private static final List<Integer> KERNELS = List.of(9, 13, 17);

    public GsConvE {
        if (channels % 4 != 0) {
            throw new IllegalArgumentException("GSConvE needs channels divisible by 4, found " + channels + ".");
        }
    }

    @Override
    public Node append(NetworkBuilder network, Node in) {
        int quarter = channels / 4;
        Node dense = new ConvUnit(Conv.dense(quarter, kernel, stride), activation).append(network.scope("cv1"), in);
        List<Node> maps = new ArrayList<>(List.of(dense));
        for (int side : KERNELS) {
            NetworkBuilder scope = network.scope("cv" + (maps.size() + 1));
            maps.add(new ConvUnit(Conv.depthwise(quarter, side, 1), activation).append(scope, dense));
        }
        Node joined = network.add("concat", new Concat(), maps.toArray(Node[]::new));
        return network.add("shuffle", GsShuffle.INTERLEAVED.of(channels), joined);
    }
}
