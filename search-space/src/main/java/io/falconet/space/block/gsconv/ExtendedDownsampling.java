package io.falconet.space.block.gsconv;

import io.falconet.space.block.Block;
import io.falconet.space.block.ConvUnit;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Add;
import io.falconet.space.graph.Concat;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Pool;

/**
 * Extended spatial window downsampling, ESD (Li, 2024): a unit of stride 2, and the mean and the maximum of 4x4 windows
 * added to it; where the unit gives twice the channels, mean and maximum are joined before they are added.
 *
 * @param channels output channels: the input's, or twice as many
 * @param kernel side of the unit's kernel, odd; 3 in the authors' code
 * @param activation in the unit
 */
public record ExtendedDownsampling(int channels, int kernel, Activation activation) implements Block {
    @Override
    public Node append(NetworkBuilder network, Node in) {
        Node dense =
                ConvUnit.of(Conv.dense(channels, kernel, 2), activation).append(network.scope("dense_feature"), in);
        Node mean = network.add("global_feature", new Pool(Pool.Kind.AVERAGE, 4, 2, 1), in);
        Node maximum = network.add("local_feature", new Pool(Pool.Kind.MAX, 4, 2, 1), in);
        if (channels == in.shape().channels()) {
            return network.add("add", new Add(), mean, maximum, dense);
        }
        return network.add("add", new Add(), network.add("concat", new Concat(), mean, maximum), dense);
    }
}
