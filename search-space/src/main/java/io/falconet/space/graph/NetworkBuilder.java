package io.falconet.space.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A network under construction: the only mutable type of this package. Operators are appended one by one, each checked
 * as it comes, within nested {@linkplain #scope scopes} that name them.
 *
 * <pre>{@code
 * NetworkBuilder network = NetworkBuilder.of(Shape.image(320, 320));
 * Node stem = network.scope("stem").convNormActivate(network.input(), Conv.dense(24, 3, 2), Activation.RELU);
 * Network built = network.build(List.of(stem));
 * }</pre>
 */
public final class NetworkBuilder {
    private final List<Node> nodes;
    private final Set<String> names;
    private final Set<String> idle;
    private final String prefix;
    private final String owners;
    private final BatchNorm norm;
    private final boolean runs;

    private NetworkBuilder(
            List<Node> nodes,
            Set<String> names,
            Set<String> idle,
            String prefix,
            String owners,
            BatchNorm norm,
            boolean runs) {
        this.nodes = nodes;
        this.names = names;
        this.idle = idle;
        this.prefix = prefix;
        this.owners = owners;
        this.norm = norm;
        this.runs = runs;
    }

    /** An empty network that reads images of the given shape. */
    public static NetworkBuilder of(Shape image) {
        return of(image, BatchNorm.STANDARD);
    }

    /** An empty network whose {@linkplain #norm norms} have other than the standard constants. */
    public static NetworkBuilder of(Shape image, BatchNorm norm) {
        return of(List.of(image), norm);
    }

    /**
     * An empty part of a network, which reads several maps: {@code input}, {@code input1}, {@code input2} …
     *
     * @param maps at least one
     */
    public static NetworkBuilder of(List<Shape> maps, BatchNorm norm) {
        NetworkBuilder builder =
                new NetworkBuilder(new ArrayList<>(), new HashSet<>(), new HashSet<>(), "", "", norm, true);
        for (int i = 0; i < maps.size(); i++) {
            builder.add(i == 0 ? "input" : "input" + i, new Input(maps.get(i)));
        }
        return builder;
    }

    /** The image. */
    public Node input() {
        return nodes.get(0);
    }

    /** All that the network reads so far. */
    public List<Node> inputs() {
        return nodes.stream().filter(node -> node.op() instanceof Input).toList();
    }

    /** The same network, in which nodes appended through the result are named {@code name.…}. */
    public NetworkBuilder scope(String name) {
        String inner = name + ".";
        return new NetworkBuilder(nodes, names, idle, prefix + inner, owners + inner, norm, runs);
    }

    /**
     * The same network, in which nodes appended through the result never run: they are what published code builds and does
     * not use. They count as parameters and as nothing else.
     */
    public NetworkBuilder idle() {
        return new NetworkBuilder(nodes, names, idle, prefix, owners, norm, false);
    }

    /**
     * The same network, in which nodes appended through the result use the tensors of the nodes that are called the same in
     * another scope. What is learned there is counted and stored once; each node that uses it costs its
     * multiply-accumulates.
     *
     * @param other a scope whose nodes are there already
     */
    public NetworkBuilder sharing(NetworkBuilder other) {
        return new NetworkBuilder(nodes, names, idle, prefix, other.owners, norm, runs);
    }

    /**
     * Appends an operator.
     *
     * @throws ShapeException if it cannot take these inputs; the message names the node
     */
    public Node add(String name, Op op, Node... inputs) {
        Node node = owned(Node.of(prefix + name, op, List.of(inputs)), name);
        if (!names.add(node.name())) {
            throw new IllegalArgumentException("Two nodes are named " + node.name() + ".");
        }
        if (!runs) {
            idle.add(node.name());
        }
        nodes.add(node);
        return node;
    }

    private Node owned(Node node, String name) {
        return owners.equals(prefix) || node.weights().isEmpty() ? node : node.sharing(owners + name);
    }

    /** Appends a convolution named {@code conv}. */
    public Node conv(Node in, Conv conv) {
        return add("conv", conv, in);
    }

    /** Appends a batch norm named {@code bn}. */
    public Node norm(Node in) {
        return add("bn", norm, in);
    }

    /** Appends a batch norm of another name. */
    public Node norm(String name, Node in) {
        return add(name, norm, in);
    }

    /** Appends an activation named {@code act}. */
    public Node activate(Node in, Activation activation) {
        return add("act", new Activate(activation), in);
    }

    /** Appends convolution and batch norm. */
    public Node convNorm(Node in, Conv conv) {
        return norm(conv(in, conv));
    }

    /** Appends convolution, batch norm and activation: the unit that most networks are made of. */
    public Node convNormActivate(Node in, Conv conv, Activation activation) {
        return activate(convNorm(in, conv), activation);
    }

    /** The finished network. */
    public Network build(List<Node> outputs) {
        return new Network(nodes, outputs.stream().map(Node::name).toList(), idle);
    }
}
