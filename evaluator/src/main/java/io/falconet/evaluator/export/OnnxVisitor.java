package io.falconet.evaluator.export;

import io.falconet.evaluator.engine.Weights;
import io.falconet.space.graph.Activate;
import io.falconet.space.graph.Add;
import io.falconet.space.graph.Attention;
import io.falconet.space.graph.BatchNorm;
import io.falconet.space.graph.ChannelNorm;
import io.falconet.space.graph.Concat;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.GlobalPool;
import io.falconet.space.graph.GroupNorm;
import io.falconet.space.graph.Input;
import io.falconet.space.graph.LearnedOffset;
import io.falconet.space.graph.LearnedScale;
import io.falconet.space.graph.Linear;
import io.falconet.space.graph.Multiply;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.OpVisitor;
import io.falconet.space.graph.Pool;
import io.falconet.space.graph.Resize;
import io.falconet.space.graph.ResizeTo;
import io.falconet.space.graph.Scale;
import io.falconet.space.graph.Shape;
import io.falconet.space.graph.Shuffle;
import io.falconet.space.graph.Slice;
import io.falconet.space.graph.SpaceToDepth;
import io.falconet.space.graph.TransposedConv;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Appends the ONNX operators of each node visited, and returns the name of the value that holds the node's output. Nodes
 * must come in the network's order.
 */
final class OnnxVisitor implements OpVisitor<Node, String> {
    private final OnnxGraph graph;
    private final Weights weights;
    private final NormFolding folding;
    private final Map<String, String> values = new HashMap<>();

    /**
     * @param weights of the network
     * @param outputs the names under which outputs appear, by node; other nodes keep their own
     */
    OnnxVisitor(OnnxGraph graph, Network network, Weights weights, Map<String, String> outputs) {
        this.graph = graph;
        this.weights = weights;
        this.folding = new NormFolding(network);
        network.nodes().forEach(node -> values.put(node.name(), outputs.getOrDefault(node.name(), node.name())));
    }

    @Override
    public String input(Input op, Node node) {
        String name = OnnxWriter.input(node);
        values.put(node.name(), name);
        graph.input(name, op.image());
        return name;
    }

    @Override
    public String conv(Conv op, Node node) {
        ConvWeights written = ConvWeights.of(node, folding, weights);
        String output = value(folding.normOf(node).orElse(node));
        String name = folding.normOf(node).isPresent() ? node.name() : node.owner();
        List<String> inputs = new ArrayList<>(inputs(node));
        inputs.add(graph.floats(
                name + ".weight", written.kernel(), node.weights().get(0).dimensions()));
        written.bias().ifPresent(bias -> inputs.add(graph.floats(name + ".bias", bias, List.of(op.channels()))));
        return graph.node(
                "Conv",
                output,
                inputs,
                Attributes.square("kernel_shape", op.kernel()),
                Attributes.square("strides", op.stride()),
                Attributes.pads(op.padding()),
                Attributes.number("group", op.groups()));
    }

    @Override
    public String transposedConv(TransposedConv op, Node node) {
        return graph.node(
                "ConvTranspose",
                value(node),
                withWeights(node, inputs(node)),
                Attributes.square("kernel_shape", op.kernel()),
                Attributes.square("strides", op.stride()),
                Attributes.pads(op.padding()),
                Attributes.number("group", op.groups()));
    }

    @Override
    public String linear(Linear op, Node node) {
        String flat = graph.node("Flatten", node.name() + "/flat", inputs(node), Attributes.number("axis", 1));
        String features = graph.node(
                "Gemm", node.name() + "/features", withWeights(node, List.of(flat)), Attributes.number("transB", 1));
        String cell = graph.integers(node.name() + "/cell", 0, op.features(), 1, 1);
        return graph.node("Reshape", value(node), List.of(features, cell));
    }

    @Override
    public String groupNorm(GroupNorm op, Node node) {
        return new OnnxNorms(graph, weights).append(op, node, inputs(node).get(0), value(node));
    }

    @Override
    public String channelNorm(ChannelNorm op, Node node) {
        return new OnnxNorms(graph, weights).append(op, node, inputs(node).get(0), value(node));
    }

    @Override
    public String learnedOffset(LearnedOffset op, Node node) {
        Shape shape = node.shape();
        float[] byCell = own(node, "offset");
        float[] byChannel = new float[byCell.length];
        int cells = shape.height() * shape.width();
        for (int i = 0; i < byCell.length; i++) {
            byChannel[i % shape.channels() * cells + i / shape.channels()] = byCell[i];
        }
        List<Integer> map = List.of(1, shape.channels(), shape.height(), shape.width());
        String offset = graph.floats(node.owner() + ".offset", byChannel, map);
        return graph.node("Add", value(node), List.of(inputs(node).get(0), offset));
    }

    /** Keys by queries, so that the softmax runs down and the values multiply it as they are. */
    @Override
    public String attention(Attention op, Node node) {
        String name = node.name();
        Shape shape = node.shape();
        int width = shape.channels() / op.heads();
        String heads = graph.integers(name + "/heads", 0, op.heads(), width, (long) shape.height() * shape.width());
        String queries = graph.node("Reshape", name + "/queries", List.of(part(node, 0), heads));
        String keys = graph.node("Reshape", name + "/keys", List.of(part(node, 1), heads));
        String values = graph.node("Reshape", name + "/values", List.of(part(node, 2), heads));
        String turned =
                graph.node("Transpose", name + "/turned", List.of(keys), Attributes.numbers("perm", 0, 1, 3, 2));
        String products = graph.node("MatMul", name + "/products", List.of(turned, queries));
        String factor = graph.scalar(name + "/factor", (float) (1 / Math.sqrt(width)));
        String scaled = graph.node("Mul", name + "/scaled", List.of(products, factor));
        String shares = graph.node("Softmax", name + "/shares", List.of(scaled), Attributes.number("axis", 2));
        String attended = graph.node("MatMul", name + "/attended", List.of(values, shares));
        String whole = graph.integers(name + "/whole", 0, shape.channels(), shape.height(), shape.width());
        return graph.node("Reshape", value(node), List.of(attended, whole));
    }

    private String part(Node node, int number) {
        String name = node.name() + "/part" + number;
        long channels = node.shape().channels();
        return graph.node(
                "Slice",
                name,
                List.of(
                        inputs(node).get(0),
                        graph.integers(name + "/from", number * channels),
                        graph.integers(name + "/to", (number + 1) * channels),
                        graph.integers(name + "/axes", 1)));
    }

    @Override
    public String scale(Scale op, Node node) {
        String factor = graph.scalar(node.name() + "/factor", (float) op.factor());
        return graph.node("Mul", value(node), List.of(inputs(node).get(0), factor));
    }

    @Override
    public String learnedScale(LearnedScale op, Node node) {
        return graph.node("Mul", value(node), withWeights(node, inputs(node)));
    }

    @Override
    public String batchNorm(BatchNorm op, Node node) {
        if (folding.folds(node)) {
            return value(node);
        }
        return graph.node(
                "BatchNormalization", value(node), withWeights(node, inputs(node)), Attributes.number("epsilon", (float)
                        op.epsilon()));
    }

    @Override
    public String activate(Activate op, Node node) {
        return new OnnxActivations(graph)
                .append(op.function(), node.name(), inputs(node).get(0), value(node));
    }

    @Override
    public String pool(Pool op, Node node) {
        var kernel = Attributes.square("kernel_shape", op.kernel());
        var strides = Attributes.square("strides", op.stride());
        var pads = Attributes.numbers("pads", op.padding(), op.padding(), op.endPadding(), op.endPadding());
        return switch (op.kind()) {
            case MAX -> graph.node("MaxPool", value(node), inputs(node), kernel, strides, pads);
            case AVERAGE ->
                graph.node(
                        "AveragePool",
                        value(node),
                        inputs(node),
                        kernel,
                        strides,
                        pads,
                        Attributes.number("count_include_pad", 1));
        };
    }

    @Override
    public String globalPool(GlobalPool op, Node node) {
        return simple("GlobalAveragePool", node);
    }

    @Override
    public String resize(Resize op, Node node) {
        float factor = op.factor();
        String scales = graph.floats(node.name() + "/scales", new float[] {1, 1, factor, factor}, List.of(4));
        List<String> inputs = List.of(inputs(node).get(0), "", scales);
        return switch (op.mode()) {
            case NEAREST ->
                graph.node(
                        "Resize",
                        value(node),
                        inputs,
                        Attributes.text("mode", "nearest"),
                        Attributes.text("coordinate_transformation_mode", "asymmetric"),
                        Attributes.text("nearest_mode", "floor"));
            case BILINEAR ->
                graph.node(
                        "Resize",
                        value(node),
                        inputs,
                        Attributes.text("mode", "linear"),
                        Attributes.text("coordinate_transformation_mode", "half_pixel"));
        };
    }

    /** As two selections: a resize to a size would fix the batch, and one by a factor may miss a cell. */
    @Override
    public String resizeTo(ResizeTo op, Node node) {
        Shape in = node.inputShapes().get(0);
        String rows = graph.integers(node.name() + "/rows", sources(in.height(), op.height()));
        String columns = graph.integers(node.name() + "/columns", sources(in.width(), op.width()));
        String high = graph.node(
                "Gather", node.name() + "/high", List.of(inputs(node).get(0), rows), Attributes.number("axis", 2));
        return graph.node("Gather", value(node), List.of(high, columns), Attributes.number("axis", 3));
    }

    private static long[] sources(int from, int to) {
        return IntStream.range(0, to)
                .mapToLong(cell -> ResizeTo.source(cell, from, to))
                .toArray();
    }

    @Override
    public String concat(Concat op, Node node) {
        return graph.node("Concat", value(node), inputs(node), Attributes.number("axis", 1));
    }

    @Override
    public String add(Add op, Node node) {
        List<String> terms = inputs(node);
        String sum = terms.get(0);
        for (int i = 1; i < terms.size(); i++) {
            String output = i == terms.size() - 1 ? value(node) : node.name() + "/sum" + i;
            sum = graph.node("Add", output, List.of(sum, terms.get(i)));
        }
        return sum;
    }

    @Override
    public String multiply(Multiply op, Node node) {
        return simple("Mul", node);
    }

    @Override
    public String slice(Slice op, Node node) {
        return graph.node(
                "Slice",
                value(node),
                List.of(
                        inputs(node).get(0),
                        graph.integers(node.name() + "/from", op.from()),
                        graph.integers(node.name() + "/to", op.to()),
                        graph.integers(node.name() + "/axes", 1)));
    }

    @Override
    public String shuffle(Shuffle op, Node node) {
        Shape shape = node.shape();
        int columns = shape.channels() / op.groups();
        // a length of 0 keeps that of the input: the batch stays open
        String rows = graph.integers(node.name() + "/rows", 0, op.groups(), columns, shape.height(), shape.width());
        String whole = graph.integers(node.name() + "/whole", 0, shape.channels(), shape.height(), shape.width());
        String split = graph.node(
                "Reshape", node.name() + "/split", List.of(inputs(node).get(0), rows));
        String turned = graph.node(
                "Transpose", node.name() + "/turned", List.of(split), Attributes.numbers("perm", 0, 2, 1, 3, 4));
        return graph.node("Reshape", value(node), List.of(turned, whole));
    }

    @Override
    public String spaceToDepth(SpaceToDepth op, Node node) {
        Shape in = node.inputShapes().get(0);
        Shape out = node.shape();
        int side = op.factor();
        String cut = graph.integers(node.name() + "/cut", 0, in.channels(), out.height(), side, out.width(), side);
        String whole = graph.integers(node.name() + "/whole", 0, out.channels(), out.height(), out.width());
        String split = graph.node(
                "Reshape", node.name() + "/split", List.of(inputs(node).get(0), cut));
        String turned = graph.node(
                "Transpose", node.name() + "/turned", List.of(split), Attributes.numbers("perm", 0, 5, 3, 1, 2, 4));
        return graph.node("Reshape", value(node), List.of(turned, whole));
    }

    private float[] own(Node node, String weight) {
        return weights.tensor(node.owner() + "." + weight).values();
    }

    private List<String> withWeights(Node node, List<String> inputs) {
        List<String> all = new ArrayList<>(inputs);
        node.weights()
                .forEach(weight -> all.add(graph.floats(
                        node.key(weight), weights.tensor(node, weight).values(), weight.dimensions())));
        return Collections.unmodifiableList(all);
    }

    private String simple(String operator, Node node) {
        return graph.node(operator, value(node), inputs(node));
    }

    private List<String> inputs(Node node) {
        return node.inputs().stream().map(values::get).toList();
    }

    private String value(Node node) {
        return values.get(node.name());
    }
}
