package io.falconet.space.block.dla;

import io.falconet.space.block.Block;
import io.falconet.space.block.StageUnit;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Pool;
import java.util.ArrayList;
import java.util.List;

/**
 * DLA's tree (Yu et al., 2018) over nodes of any kind. A tree of one level is two nodes in a row whose outputs a
 * {@linkplain DlaRoot root} joins; one of more levels is two trees in a row, of which the second's root also joins the
 * first's output. It holds {@code 2^levels} nodes.
 *
 * <p>With {@link DlaBasic} nodes this is the {@linkplain PublishedTree published tree}, less the projections that the
 * published code computes in trees of more levels and never uses.
 *
 * @param node the kind of block
 * @param channels output channels of every node and root
 * @param levels height of the tree, at least 1
 * @param stride step of the first node
 * @param levelRoot whether the last root also joins the tree's input, pooled by the stride
 * @param rootResidual whether each root adds its deepest child
 * @param activation of the roots
 */
public record DlaTree(
        StageUnit node,
        int channels,
        int levels,
        int stride,
        boolean levelRoot,
        boolean rootResidual,
        Activation activation)
        implements Block {
    public DlaTree {
        if (levels < 1) {
            throw new IllegalArgumentException("A tree needs at least 1 level, found " + levels + ".");
        }
    }

    @Override
    public Node append(NetworkBuilder network, Node in) {
        return tree(network, in, levels, stride, levelRoot ? List.of(pooled(network, in)) : List.of());
    }

    private Node pooled(NetworkBuilder network, Node in) {
        return stride == 1 ? in : network.add("pool", new Pool(Pool.Kind.MAX, stride, stride, 0), in);
    }

    /** Appends a tree whose last root also joins the given maps. */
    private Node tree(NetworkBuilder network, Node in, int height, int step, List<Node> joined) {
        List<Node> children = new ArrayList<>(joined);
        if (height > 1) {
            Node first = tree(network.scope("tree1"), in, height - 1, step, List.of());
            children.add(first);
            return tree(network.scope("tree2"), first, height - 1, 1, children);
        }
        Node first = node.block(channels, step).append(network.scope("node1"), in);
        Node second = node.block(channels, 1).append(network.scope("node2"), first);
        children.addAll(0, List.of(second, first));
        return new DlaRoot(channels, rootResidual, activation).append(network.scope("root"), children);
    }
}
