package io.falconet.space.block.ghost;

import io.falconet.space.block.Block;
import io.falconet.space.block.ConvUnit;
import io.falconet.space.block.SqueezeExcite;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Add;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import java.util.Optional;

/**
 * Ghost bottleneck (Han et al., 2020) as its authors publish it: a ghost module widens, a depthwise convolution takes the
 * step if there is one, a second ghost module narrows without activation; the input is added, through a depthwise and a
 * 1x1 convolution where its shape differs.
 *
 * @param hidden channels between the two ghost modules
 * @param channels output channels
 * @param kernel side of the depthwise kernels that take the step and that pass by; the authors' {@code dw_kernel_size}
 * @param stride 1 or 2
 * @param cheapKernel side of the depthwise kernel in both ghost modules; the authors' is 3
 * @param squeezeExcite whether the hidden channels are gated
 * @param activation in the first ghost module
 */
public record GhostBottleneck(
        int hidden, int channels, int kernel, int stride, int cheapKernel, boolean squeezeExcite, Activation activation)
        implements Block {

    @Override
    public Node append(NetworkBuilder network, Node in) {
        Node wide = ghost(hidden, Optional.of(activation)).append(network.scope("widen"), in);
        if (stride > 1) {
            wide = ConvUnit.linear(Conv.depthwise(hidden, kernel, stride)).append(network.scope("depthwise"), wide);
        }
        if (squeezeExcite) {
            wide = SqueezeExcite.ghostNet(hidden).append(network.scope("squeeze"), wide);
        }
        Node narrow = ghost(channels, Optional.empty()).append(network.scope("narrow"), wide);
        return network.add("add", new Add(), narrow, shortcut(network.scope("shortcut"), in));
    }

    private GhostModule ghost(int outChannels, Optional<Activation> function) {
        return new GhostModule(outChannels, 1, 2, cheapKernel, function);
    }

    private Node shortcut(NetworkBuilder network, Node in) {
        int inChannels = in.shape().channels();
        if (stride == 1 && inChannels == channels) {
            return in;
        }
        Node filtered =
                ConvUnit.linear(Conv.depthwise(inChannels, kernel, stride)).append(network.scope("depthwise"), in);
        return ConvUnit.linear(Conv.dense(channels, 1, 1)).append(network.scope("pointwise"), filtered);
    }
}
