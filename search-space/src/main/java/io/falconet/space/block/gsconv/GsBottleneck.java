package io.falconet.space.block.gsconv;

import io.falconet.space.block.Block;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Add;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import java.util.Optional;

/**
 * GS bottleneck (Li et al., 2022): a 1x1 GSConv, a linear GSConv, and beside them a linear convolution that is added.
 *
 * @param hidden channels between the two GSConvs, even; half of the output's in the paper
 * @param channels output channels, even
 * @param kernel side of the second GSConv's dense kernel, 3 in the paper
 * @param shortcut the convolution beside them; depthwise makes this the cheap bottleneck, GSBottleneckC
 * @param shuffle order of the GSConvs' channels
 * @param activation in the first GSConv
 */
public record GsBottleneck(
        int hidden, int channels, int kernel, GsShortcut shortcut, GsShuffle shuffle, Activation activation)
        implements Block {
    /** A bottleneck with the dense shortcut. */
    public GsBottleneck(int hidden, int channels, int kernel, GsShuffle shuffle, Activation activation) {
        this(hidden, channels, kernel, GsShortcut.DENSE, shuffle, activation);
    }

    /** The paper's bottleneck: half as wide inside. */
    public static GsBottleneck of(int channels, int kernel, Activation activation) {
        return new GsBottleneck(channels / 2, channels, kernel, GsShuffle.INTERLEAVED, activation);
    }

    @Override
    public Node append(NetworkBuilder network, Node in) {
        NetworkBuilder main = network.scope("conv_lighting");
        Node first = new GsConv(hidden, 1, 1, shuffle, Optional.of(activation)).append(main.scope("0"), in);
        Node second = new GsConv(channels, kernel, 1, shuffle, Optional.empty()).append(main.scope("1"), first);
        Node beside = shortcut.to(channels).append(network.scope("shortcut"), in);
        return network.add("add", new Add(), second, beside);
    }
}
