package io.falconet.space.block.yolo;

import io.falconet.space.block.Block;
import io.falconet.space.block.ConvUnit;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Concat;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;

/**
 * BottleneckCSP, the cross stage partial block (Wang et al., 2020) before C3: bottlenecks between a 1x1 unit and a bare
 * 1x1 convolution, another bare 1x1 convolution beside them; both joined, normed, activated and mixed by a 1x1 unit.
 *
 * @param channels output channels
 * @param hidden channels of each half
 * @param depth how many bottlenecks
 * @param shortcut whether they add their input
 * @param groups of their 3x3 convolutions
 * @param activation in all units
 * @param joined after the norm of both halves; SiLU in YOLOv5 and its forks whatever the units have
 */
public record BottleneckCsp(
        int channels, int hidden, int depth, boolean shortcut, int groups, Activation activation, Activation joined)
        implements Block {
    @Override
    public Node append(NetworkBuilder network, Node in) {
        Node deep = ConvUnit.of(Conv.dense(hidden, 1, 1), activation).append(network.scope("cv1"), in);
        for (int i = 0; i < depth; i++) {
            Bottleneck bottleneck = Bottleneck.wide(hidden, shortcut, groups, activation);
            deep = bottleneck.append(network.scope("m").scope(Integer.toString(i)), deep);
        }
        Node left = network.add("cv3", Conv.dense(hidden, 1, 1), deep);
        Node right = network.add("cv2", Conv.dense(hidden, 1, 1), in);
        Node both = network.activate(network.norm(network.add("concat", new Concat(), left, right)), joined);
        return ConvUnit.of(Conv.dense(channels, 1, 1), activation).append(network.scope("cv4"), both);
    }
}
