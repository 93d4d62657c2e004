package io.falconet.space.block;

import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;

/**
 * Blocks of one kind in a row. The first takes the step and the change of width.
 *
 * @param unit the kind of block
 * @param channels output channels of each block
 * @param depth how many blocks, at least 1
 * @param stride step of the first block
 */
public record Stage(StageUnit unit, int channels, int depth, int stride) implements Block {
    public Stage {
        if (depth < 1) {
            throw new IllegalArgumentException("A stage needs at least 1 block, found " + depth + ".");
        }
    }

    @Override
    public Node append(NetworkBuilder network, Node in) {
        Node out = unit.block(channels, stride).append(network.scope("0"), in);
        for (int i = 1; i < depth; i++) {
            out = unit.block(channels, 1).append(network.scope(Integer.toString(i)), out);
        }
        return out;
    }
}
