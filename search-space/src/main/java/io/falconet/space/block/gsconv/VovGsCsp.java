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
 * a third.
 *
 * @param channels output channels, a multiple of 4; of 8 where the bottlenecks are narrowed
 * @param depth how many GS bottlenecks
 * @param narrowed whether the bottlenecks are half as wide inside, as in the paper; the authors' YOLOv5 fork has them as
 *     wide
 * @param shortcut of the bottlenecks; depthwise makes this the cheap block, VoVGSCSPC
 * @param shuffle order of the GSConvs' channels
 * @param activation throughout
 * @param idleConv whether the 3x3 convolution {@code res} is built that the published code holds and never runs
 */
public record VovGsCsp(
        int channels,
        int depth,
        boolean narrowed,
        GsShortcut shortcut,
        GsShuffle shuffle,
        Activation activation,
        boolean idleConv)
        implements Block {
    /** A block with dense shortcuts and without what never runs. */
    public VovGsCsp(int channels, int depth, boolean narrowed, GsShuffle shuffle, Activation activation) {
        this(channels, depth, narrowed, GsShortcut.DENSE, shuffle, activation, false);
    }

    /** The paper's block: one narrowed bottleneck. */
    public static VovGsCsp of(int channels, Activation activation) {
        return new VovGsCsp(channels, 1, true, GsShuffle.INTERLEAVED, activation);
    }

    /** The block as its authors' code builds it, with what that never runs. */
    public VovGsCsp published() {
        return new VovGsCsp(channels, depth, narrowed, shortcut, shuffle, activation, true);
    }

    @Override
    public Node append(NetworkBuilder network, Node in) {
        int half = channels / 2;
        Node first = pointwise(half).append(network.scope("cv1"), in);
        Node deep = bottlenecks(network.scope("gsb"), first, half);
        if (idleConv) {
            ConvUnit.linear(Conv.dense(half, 3, 1)).append(network.idle().scope("res"), first);
        }
        Node beside = pointwise(half).append(network.scope("cv2"), in);
        Node joined = network.add("concat", new Concat(), beside, deep);
        return pointwise(channels).append(network.scope("cv3"), joined);
    }

    /** A single narrowed bottleneck has no number in the authors' names. */
    private Node bottlenecks(NetworkBuilder network, Node first, int half) {
        GsBottleneck bottleneck = new GsBottleneck(narrowed ? half / 2 : half, half, 3, shortcut, shuffle, activation);
        if (narrowed && depth == 1) {
            return bottleneck.append(network, first);
        }
        Node deep = first;
        for (int i = 0; i < depth; i++) {
            deep = bottleneck.append(network.scope(Integer.toString(i)), deep);
        }
        return deep;
    }

    private ConvUnit pointwise(int outChannels) {
        return ConvUnit.of(Conv.dense(outChannels, 1, 1), activation);
    }
}
