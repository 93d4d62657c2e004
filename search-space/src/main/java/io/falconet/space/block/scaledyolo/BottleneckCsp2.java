package io.falconet.space.block.scaledyolo;

import io.falconet.space.block.Block;
import io.falconet.space.block.ConvUnit;
import io.falconet.space.block.yolo.Bottleneck;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Concat;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;

/**
 * BottleneckCSP2, the neck's cross stage partial block of Scaled-YOLOv4 (Wang et al., 2021): a 1x1 unit, whose map passes
 * bottlenecks on one side and a bare 1x1 convolution on the other; both joined, normed, activated and mixed by a 1x1 unit.
 * Neither side is narrower than the output.
 *
 * @param channels output channels, and those of each side
 * @param depth how many bottlenecks
 * @param shortcut whether they add their input; they do not in the published models
 * @param groups of their 3x3 convolutions
 * @param activation throughout, Mish in the published models
 */
public record BottleneckCsp2(int channels, int depth, boolean shortcut, int groups, Activation activation)
        implements Block {
    @Override
    public Node append(NetworkBuilder network, Node in) {
        Node whole = pointwise().append(network.scope("cv1"), in);
        Node deep = whole;
        for (int i = 0; i < depth; i++) {
            Bottleneck bottleneck = Bottleneck.wide(channels, shortcut, groups, activation);
            deep = bottleneck.append(network.scope("m").scope(Integer.toString(i)), deep);
        }
        Node beside = network.add("cv2", Conv.dense(channels, 1, 1), whole);
        Node joined = network.add("concat", new Concat(), deep, beside);
        return pointwise().append(network.scope("cv3"), network.activate(network.norm(joined), activation));
    }

    private ConvUnit pointwise() {
        return ConvUnit.of(Conv.dense(channels, 1, 1), activation);
    }
}
