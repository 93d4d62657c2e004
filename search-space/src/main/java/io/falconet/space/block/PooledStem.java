package io.falconet.space.block;

import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Pool;

/**
 * ShuffleNetV2's stem: a 3x3 convolution of stride 2, then a 3x3 maximum pool of stride 2. Gives a map of stride 4.
 *
 * @param channels output channels
 * @param activation between the two
 */
public record PooledStem(int channels, Activation activation) implements Block {
    @Override
    public Node append(NetworkBuilder network, Node in) {
        Node half = ConvUnit.of(Conv.dense(channels, 3, 2), activation).append(network, in);
        return network.add("pool", new Pool(Pool.Kind.MAX, 3, 2, 1), half);
    }
}
