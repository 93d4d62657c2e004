package io.falconet.space.block.gsconv;

import io.falconet.space.block.Block;
import io.falconet.space.block.ConvUnit;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Concat;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import java.util.Optional;

/**
 * GSConv (Li et al., 2022): a dense convolution gives half of the channels, a 5x5 depthwise convolution of those the
 * other half, a shuffle mixes the two.
 *
 * @param channels output channels, even
 * @param kernel side of the dense kernel
 * @param stride step of the dense convolution
 * @param shuffle order of the output channels
 * @param activation after both norms; empty gives a linear GSConv
 */
public record GsConv(int channels, int kernel, int stride, GsShuffle shuffle, Optional<Activation> activation)
        implements Block {
    public GsConv {
        if (channels % 2 != 0) {
            throw new IllegalArgumentException("GSConv needs even channels, found " + channels + ".");
        }
    }

    /** A GSConv of the paper's shuffle that ends in an activation. */
    public static GsConv of(int channels, int kernel, int stride, Activation activation) {
        return new GsConv(channels, kernel, stride, GsShuffle.INTERLEAVED, Optional.of(activation));
    }

    @Override
    public Node append(NetworkBuilder network, Node in) {
        Node dense =
                new ConvUnit(Conv.dense(channels / 2, kernel, stride), activation).append(network.scope("cv1"), in);
        Node cheap = new ConvUnit(Conv.depthwise(channels / 2, 5, 1), activation).append(network.scope("cv2"), dense);
        Node joined = network.add("concat", new Concat(), dense, cheap);
        return network.add("shuffle", shuffle.of(channels), joined);
    }
}
