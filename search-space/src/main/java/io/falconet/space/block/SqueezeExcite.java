package io.falconet.space.block;

import io.falconet.space.graph.Activate;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.GlobalPool;
import io.falconet.space.graph.Multiply;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;

/**
 * Squeeze and excitation (Hu et al., 2018): scales each channel by a gate that is computed from the means of all. Two 1x1
 * convolutions with bias on a single cell; ReLU between them, hard sigmoid at the end, as GhostNet has it.
 *
 * @param reduced channels between the two convolutions
 */
public record SqueezeExcite(int reduced) implements Block {
    /** GhostNet's: a quarter of the channels, rounded to a multiple of 4. */
    public static SqueezeExcite ghostNet(int channels) {
        return new SqueezeExcite(RoundedWidth.of(channels * 0.25, 4));
    }

    @Override
    public Node append(NetworkBuilder network, Node in) {
        Node mean = network.add("pool", new GlobalPool(), in);
        Node squeezed = network.activate(network.add("reduce", Conv.pointwiseWithBias(reduced), mean), Activation.RELU);
        Node excited = network.add("expand", Conv.pointwiseWithBias(in.shape().channels()), squeezed);
        Node gate = network.add("gate", new Activate(Activation.HARD_SIGMOID), excited);
        return network.add("scale", new Multiply(), in, gate);
    }
}
