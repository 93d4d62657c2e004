package io.falconet.space.block.dla;

import io.falconet.space.block.Block;
import io.falconet.space.block.NumberedUnit;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Pool;
import java.util.ArrayList;
import java.util.List;

/**
 * DLA's tree (Yu et al., 2018) exactly as its authors' code runs it. In a tree of one level the first node's residual is
 * the tree's input, pooled by the step and projected where the width changes. A tree of more levels projects its input
 * too, and hands the result to a subtree that does not look at it: those projections run for nothing, and stand here as
 * nodes that nobody reads. {@link DlaTree} does without them.
 *
 * @param kind of the nodes
 * @param channels output channels of every node and root
 * @param levels height of the tree, at least 1
 * @param stride step of the first node
 * @param levelRoot whether the last root also joins the tree's input, pooled by the stride
 * @param rootPadding zeros around what a root joins, 0 in all published networks
 * @param rootResidual whether each root adds its deepest child
 */
public record PublishedTree(
        DlaNode.Kind kind,
        int channels,
        int levels,
        int stride,
        boolean levelRoot,
        int rootPadding,
        boolean rootResidual)
        implements Block {
    private static final Activation ACTIVATION = Activation.RELU;

    public PublishedTree {
        if (levels < 1) {
            throw new IllegalArgumentException("A tree needs at least 1 level, found " + levels + ".");
        }
    }

    @Override
    public Node append(NetworkBuilder network, Node in) {
        return append(network, in, List.of());
    }

    /** Appends a tree whose last root also joins the given maps. */
    private Node append(NetworkBuilder network, Node in, List<Node> joined) {
        Node bottom = stride == 1 ? in : network.add("downsample", new Pool(Pool.Kind.MAX, stride, stride, 0), in);
        Node residual = in.shape().channels() == channels ? bottom : project(network.scope("project"), bottom);
        List<Node> children = new ArrayList<>(joined);
        if (levelRoot) {
            children.add(bottom);
        }
        NetworkBuilder first = network.scope("tree1");
        NetworkBuilder second = network.scope("tree2");
        if (levels > 1) {
            Node shallow = subtree(stride).append(first, in, List.of());
            children.add(shallow);
            return subtree(1).append(second, shallow, children);
        }
        Node shallow = node(stride).append(first, in, residual);
        Node deep = node(1).append(second, shallow, shallow);
        children.addAll(0, List.of(deep, shallow));
        return new DlaRoot(channels, rootPadding, rootResidual, ACTIVATION).append(network.scope("root"), children);
    }

    private Node project(NetworkBuilder network, Node bottom) {
        return NumberedUnit.linear(0, Conv.dense(channels, 1, 1)).append(network, bottom);
    }

    private PublishedTree subtree(int step) {
        return new PublishedTree(kind, channels, levels - 1, step, false, rootPadding, rootResidual);
    }

    private DlaNode node(int step) {
        return new DlaNode(kind, channels, step, ACTIVATION);
    }
}
