package io.falconet.space.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An immutable graph of operators with every shape known: what is trained, measured and exported. Build one with a
 * {@link NetworkBuilder}.
 *
 * @param nodes all nodes, each after the nodes that it reads; the first is an {@link Input}, of which a whole detector has
 *     one, the image, and a part may have more
 * @param outputs names of the nodes whose values the network gives, in order
 * @param idle names of the nodes that the published code builds and never runs: they are counted apart, never trained and
 *     never exported, and no output depends on them
 */
public record Network(List<Node> nodes, List<String> outputs, Set<String> idle) {
    /** A network all of whose nodes run. */
    public Network(List<Node> nodes, List<String> outputs) {
        this(nodes, outputs, Set.of());
    }

    public Network {
        nodes = List.copyOf(nodes);
        outputs = List.copyOf(outputs);
        idle = Set.copyOf(idle);
        if (nodes.isEmpty() || !(nodes.get(0).op() instanceof Input)) {
            throw new IllegalArgumentException("A network starts with its input.");
        }
        if (outputs.isEmpty()) {
            throw new IllegalArgumentException("A network needs at least one output.");
        }
        Map<String, Shape> known = new LinkedHashMap<>();
        Map<String, Node> tensors = new HashMap<>();
        for (Node node : nodes) {
            if (!idle.contains(node.name()) && node.inputs().stream().anyMatch(idle::contains)) {
                throw new IllegalArgumentException("Node " + node.name() + " reads a node that never runs.");
            }
            checkOwner(node, tensors);
            for (int i = 0; i < node.inputs().size(); i++) {
                Shape shape = known.get(node.inputs().get(i));
                if (!node.inputShapes().get(i).equals(shape)) {
                    throw new IllegalArgumentException("Node %s reads %s as %s, but it is %s."
                            .formatted(
                                    node.name(),
                                    node.inputs().get(i),
                                    node.inputShapes().get(i),
                                    shape == null ? "not there yet" : shape));
                }
            }
            if (known.put(node.name(), node.shape()) != null) {
                throw new IllegalArgumentException("Two nodes are named " + node.name() + ".");
            }
        }
        for (String output : outputs) {
            if (!known.containsKey(output) || idle.contains(output)) {
                throw new IllegalArgumentException("Output " + output + " is no node that the network runs.");
            }
        }
    }

    private static void checkOwner(Node node, Map<String, Node> tensors) {
        if (node.ownsWeights()) {
            tensors.put(node.name(), node);
            return;
        }
        Node owner = tensors.get(node.owner());
        if (owner == null || !owner.weights().equals(node.weights())) {
            throw new IllegalArgumentException("Node %s shares the weights of %s and needs %s, but that node %s."
                    .formatted(
                            node.name(),
                            node.owner(),
                            node.weights(),
                            owner == null ? "is not there yet or shares others'" : "has " + owner.weights()));
        }
    }

    /** The shape of the image that the network reads. */
    public Shape input() {
        return nodes.get(0).shape();
    }

    /** The shapes of all that the network reads, in order. */
    public List<Shape> inputs() {
        return nodes.stream()
                .filter(node -> node.op() instanceof Input)
                .map(Node::shape)
                .toList();
    }

    /** The node of that name. */
    public Node node(String name) {
        for (Node node : nodes) {
            if (node.name().equals(name)) {
                return node;
            }
        }
        throw new IllegalArgumentException("The network has no node named " + name + ".");
    }

    /** The nodes whose values the network gives, in order. */
    public List<Node> outputNodes() {
        return outputs.stream().map(this::node).toList();
    }

    /** The shapes of the outputs, in order. */
    public List<Shape> outputShapes() {
        return outputNodes().stream().map(Node::shape).toList();
    }

    /** The network without the nodes on which no output depends; nodes whose weights others share stay. */
    public Network live() {
        Set<String> needed = new HashSet<>(outputs);
        List<Node> kept = new ArrayList<>();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            Node node = nodes.get(i);
            if (node.op() instanceof Input || needed.contains(node.name())) {
                kept.add(0, node);
                needed.addAll(node.inputs());
                needed.add(node.owner());
            }
        }
        return kept.size() == nodes.size() ? this : new Network(kept, outputs);
    }

    /**
     * The network's identity: 16 hexadecimal digits of the SHA-256 of its canonical form. Dead branches, names and the
     * order in which nodes were added do not matter; two descriptions that build the same network share one id.
     */
    public String id() {
        return CanonicalForm.id(this, "");
    }

    /** The identity of the network together with something said of it. */
    public String id(String said) {
        return CanonicalForm.id(this, said);
    }
}
