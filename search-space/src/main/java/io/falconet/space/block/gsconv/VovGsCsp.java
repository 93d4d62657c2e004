package io.falconet.space.block.gsconv;

import io.falconet.space.block.Block;
import io.falconet.space.block.ConvUnit;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Concat;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;

/**
 * VoV-GSCSP (Li et al., 2022): GS bottlenecks on one half of the channels, a 1x1 convolution on the other, both joined by
 * a third. The published code also holds a 3x3 convolution that it never runs; this block leaves it out.
 *
 * @param channels output channels, a multiple of 4; of 8 where the bottlenecks are narrowed
 * @param depth how many GS bottlenecks
 * @param narrowed whether the bottlenecks are half as wide inside, as in the paper; the authors' YOLOv5 fork has them as
 *     wide
 * @param shuffle order of the GSConvs' channels
 * @param activation throughout
 */
public record VovGsCsp(int channels, int depth, boolean narrowed, GsShuffle shuffle, Activation activation)
        implements Block {
    /** The paper's block: one narrowed bottleneck. */
    public static VovGsCsp of(int channels, Activation activation) {
        return new VovGsCsp(channels, 1, true, GsShuffle.INTERLEAVED, activation);
    }

    @Override
    public Node append(NetworkBuilder network, Node in) {
        int half = channels / 2;
        Node deep = pointwise(half).append(network.scope("cv1"), in);
        for (int i = 0; i < depth; i++) {
            deep = new GsBottleneck(narrowed ? half / 2 : half, half, 3, shuffle, activation)
                    .append(network.scope("gsb" + i), deep);
        }
        Node beside = pointwise(half).append(network.scope("cv2"), in);
        Node joined = network.add("concat", new Concat(), beside, deep);
        return pointwise(channels).append(network.scope("cv3"), joined);
    }

    private ConvUnit pointwise(int outChannels) {
        return ConvUnit.of(Conv.dense(outChannels, 1, 1), activation);
    }
}
