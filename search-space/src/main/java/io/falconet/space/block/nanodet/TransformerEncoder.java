package io.falconet.space.block.nanodet;

import io.falconet.space.block.Block;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Add;
import io.falconet.space.graph.Attention;
import io.falconet.space.graph.ChannelNorm;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;

/**
 * A transformer's encoder (Vaswani et al., 2017) that norms first: each cell attends to all, then goes through two fully
 * connected layers; the input is added to both. The layers are 1x1 convolutions here.
 *
 * @param heads of the attention
 * @param expansion how many times wider the second part is inside
 * @param activation between its two layers
 */
public record TransformerEncoder(int heads, int expansion, Activation activation) implements Block {
    @Override
    public Node append(NetworkBuilder network, Node in) {
        Node attended = attend(network.scope("attn"), network.add("norm1", ChannelNorm.STANDARD, in));
        Node sum = network.add("add1", new Add(), in, attended);
        Node mixed = mix(network.scope("mlp"), network.add("norm2", ChannelNorm.STANDARD, sum));
        return network.add("add2", new Add(), sum, mixed);
    }

    private Node attend(NetworkBuilder network, Node in) {
        int channels = in.shape().channels();
        Node all = network.add("in_proj", Conv.pointwiseWithBias(3 * channels), in);
        Node attended = network.add("attention", new Attention(heads), all);
        return network.add("out_proj", Conv.pointwiseWithBias(channels), attended);
    }

    private Node mix(NetworkBuilder network, Node in) {
        int channels = in.shape().channels();
        Node wide = network.activate(network.add("fc1", Conv.pointwiseWithBias(expansion * channels), in), activation);
        return network.add("fc2", Conv.pointwiseWithBias(channels), wide);
    }
}
