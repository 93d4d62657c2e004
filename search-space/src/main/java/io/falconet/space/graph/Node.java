package io.falconet.space.graph;

import java.util.List;

/**
 * An operator at its place in a network.
 *
 * @param name unique within the network; dots separate nested scopes, as in {@code backbone.stage2.0.conv1}
 * @param op what is computed
 * @param inputs names of the nodes read, in the operator's order
 * @param inputShapes their shapes, in the same order
 * @param shape the output's shape, which must be what the operator's rule gives
 * @param owner the node whose tensors are used: mostly the node itself; another one before it where several nodes share
 *     their weights, as heads that go over all levels do
 */
public record Node(String name, Op op, List<String> inputs, List<Shape> inputShapes, Shape shape, String owner) {
    /** A node with tensors of its own. */
    public Node(String name, Op op, List<String> inputs, List<Shape> inputShapes, Shape shape) {
        this(name, op, inputs, inputShapes, shape, name);
    }

    public Node {
        inputs = List.copyOf(inputs);
        inputShapes = List.copyOf(inputShapes);
        if (inputs.size() != inputShapes.size()) {
            throw new IllegalArgumentException(
                    "Node %s names %d inputs but gives %d shapes.".formatted(name, inputs.size(), inputShapes.size()));
        }
        if (!op.shape(inputShapes).equals(shape)) {
            throw new IllegalArgumentException("Node %s is said to give %s, but %s of %s gives %s."
                    .formatted(name, shape, op, inputShapes, op.shape(inputShapes)));
        }
    }

    /** The node that applies an operator to others' outputs. */
    static Node of(String name, Op op, List<Node> inputs) {
        List<Shape> shapes = inputs.stream().map(Node::shape).toList();
        try {
            return new Node(name, op, inputs.stream().map(Node::name).toList(), shapes, op.shape(shapes));
        } catch (ShapeException e) {
            throw new ShapeException("At %s: %s".formatted(name, e.getMessage()));
        }
    }

    /** The same node with the tensors of another one. */
    Node sharing(String otherOwner) {
        return new Node(name, op, inputs, inputShapes, shape, otherOwner);
    }

    /** Whether the node's tensors are its own and not those of a node before it. */
    public boolean ownsWeights() {
        return owner.equals(name);
    }

    /** The tensors that the node uses. */
    public List<Weight> weights() {
        return op.weights(inputShapes);
    }

    /** The full name of one of the node's tensors, the key under which every export finds it. */
    public String key(Weight weight) {
        return owner + "." + weight.name();
    }

    /** How many learned values the node owns. */
    public long parameters() {
        if (!ownsWeights()) {
            return 0;
        }
        return weights().stream()
                .filter(Weight::trainable)
                .mapToLong(Weight::size)
                .sum();
    }

    /** Multiply-accumulates for one image. */
    public long macs() {
        return op.macs(inputShapes);
    }

    /** Calls the visitor's method for this node's operator, handing it the node. */
    public <R> R accept(OpVisitor<Node, R> visitor) {
        return op.accept(visitor, this);
    }
}
