package io.falconet.space.block.ghost;

import io.falconet.space.block.Block;
import io.falconet.space.block.ConvUnit;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Concat;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Slice;
import java.util.Optional;

/**
 * Ghost module (Han et al., 2020) as its authors publish it: a convolution gives {@code 1 / ratio} of the channels,
 * depthwise convolutions of those give the rest; what exceeds the channels asked for is cut.
 *
 * @param channels output channels
 * @param kernel side of the primary convolution's kernel
 * @param ratio how many times more channels come out than the primary convolution gives, at least 2
 * @param cheapKernel side of the depthwise kernel
 * @param activation after both norms; empty in the module that ends a bottleneck
 */
public record GhostModule(int channels, int kernel, int ratio, int cheapKernel, Optional<Activation> activation)
        implements Block {
    public GhostModule {
        if (ratio < 2) {
            throw new IllegalArgumentException("A ghost module needs a ratio of at least 2, found " + ratio + ".");
        }
    }

    @Override
    public Node append(NetworkBuilder network, Node in) {
        int computed = (channels + ratio - 1) / ratio;
        int derived = computed * (ratio - 1);
        Node primary = new ConvUnit(Conv.dense(computed, kernel, 1), activation).append(network.scope("primary"), in);
        Conv depthwise = new Conv(derived, cheapKernel, 1, cheapKernel / 2, computed, false);
        Node cheap = new ConvUnit(depthwise, activation).append(network.scope("cheap"), primary);
        Node joined = network.add("concat", new Concat(), primary, cheap);
        return computed + derived == channels ? joined : network.add("cut", new Slice(0, channels), joined);
    }
}
