package io.falconet.space.block;

import io.falconet.space.graph.Activate;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.GlobalPool;
import io.falconet.space.graph.Linear;
import io.falconet.space.graph.Multiply;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;

/**
 * Squeeze and excitation (Hu et al., 2018) with fully connected layers, as the reimplementation of MobileNetV3 has it:
 * scales each channel by a gate that is computed from the means of all. ReLU between the layers, hard sigmoid at the end.
 *
 * @param reduced channels between the two layers
 */
public record LinearSqueezeExcite(int reduced) implements Block {
    /** A part of the channels, rounded to a multiple of 8. */
    public static LinearSqueezeExcite of(int channels, int reduction) {
        return new LinearSqueezeExcite(RoundedWidth.of(channels / reduction, 8));
    }

    @Override
    public Node append(NetworkBuilder network, Node in) {
        NetworkBuilder layers = network.scope("fc");
        Node mean = network.add("avg_pool", new GlobalPool(), in);
        Node squeezed = layers.add("0", new Linear(reduced, true), mean);
        Node active = layers.add("1", new Activate(Activation.RELU), squeezed);
        Node excited = layers.add("2", new Linear(in.shape().channels(), true), active);
        Node gate = layers.add("3", new Activate(Activation.HARD_SIGMOID), excited);
        return network.add("scale", new Multiply(), in, gate);
    }
}
