package io.falconet.evaluator.export.ncnn;

import static io.falconet.evaluator.export.ncnn.Parameter.number;
import static io.falconet.evaluator.export.ncnn.Parameter.numbers;
import static io.falconet.evaluator.export.ncnn.Parameter.real;

import io.falconet.evaluator.engine.Weights;
import io.falconet.evaluator.export.ConvWeights;
import io.falconet.evaluator.export.NormFolding;
import io.falconet.evaluator.export.OnnxWriter;
import io.falconet.space.graph.Activate;
import io.falconet.space.graph.Activation;
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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Appends the ncnn layers of each node visited, and returns the name of the value that holds the node's output. Nodes must
 * come in the network's order. Every value is kept as a map of three axes, one of a single cell too: ncnn applies a vector to
 * the channels of a map or to its columns, whichever fits.
 */
final class NcnnVisitor implements OpVisitor<Node, String> {
    private static final int ADD = 0;
    private static final int MULTIPLY = 2;
    private static final int WITH_NUMBER = 1;

    private final NcnnGraph graph;
    private final Weights weights;
    private final NormFolding folding;
    private final Map<String, String> values = new HashMap<>();

    /** @param weights of the network */
    NcnnVisitor(NcnnGraph graph, Network network, Weights weights) {
        this.graph = graph;
        this.weights = weights;
        this.folding = new NormFolding(network);
    }

    /** Appends a node's layers. */
    void append(Node node) {
        values.put(node.name(), node.accept(this));
    }

    /** The name of the value that holds the output of a node that was appended. */
    String value(String node) {
        return values.get(node);
    }

    @Override
    public String input(Input op, Node node) {
        return graph.input(OnnxWriter.input(node), op.image());
    }

    @Override
    public String conv(Conv op, Node node) {
        return new Convolutions(graph, weights).append(op, node, inputs(node), ConvWeights.of(node, folding, weights));
    }

    @Override
    public String transposedConv(TransposedConv op, Node node) {
        return new Convolutions(graph, weights).append(op, node, inputs(node));
    }

    @Override
    public String linear(Linear op, Node node) {
        return new Convolutions(graph, weights).append(op, node, inputs(node));
    }

    @Override
    public String batchNorm(BatchNorm op, Node node) {
        return folding.folds(node) ? inputs(node).get(0) : new Norms(graph, weights).append(op, node, inputs(node));
    }

    @Override
    public String groupNorm(GroupNorm op, Node node) {
        return new Norms(graph, weights).append(op, node, inputs(node));
    }

    @Override
    public String channelNorm(ChannelNorm op, Node node) {
        return new Norms(graph, weights).append(op, node, inputs(node));
    }

    @Override
    public String activate(Activate op, Node node) {
        return switch (op.function()) {
            case RELU -> simple("ReLU", node);
            case RELU6 -> simple("Clip", node, real(0, 0), real(1, 6));
            case LEAKY_RELU -> simple("ReLU", node, real(0, Activation.LEAKY_SLOPE));
            case SILU -> simple("Swish", node);
            case MISH -> simple("Mish", node);
            case SIGMOID -> simple("Sigmoid", node);
            case HARD_SIGMOID -> simple("HardSigmoid", node, real(0, 1.0 / 6), real(1, 0.5));
            case HARD_SWISH -> simple("HardSwish", node, real(0, 1.0 / 6), real(1, 0.5));
            case EXP -> simple("Exp", node);
        };
    }

    @Override
    public String scale(Scale op, Node node) {
        return times(node.name(), inputs(node).get(0), op.factor());
    }

    @Override
    public String learnedScale(LearnedScale op, Node node) {
        return times(node.name(), inputs(node).get(0), own(node, "scale")[0]);
    }

    private String times(String name, String value, double factor) {
        return graph.layer(
                "BinaryOp", name, List.of(value), number(0, MULTIPLY), number(1, WITH_NUMBER), real(2, factor));
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
        String offset = graph.layer("MemoryData", node.name() + "/offset", List.of(), NcnnGraph.sides(shape));
        graph.plain(byChannel);
        return graph.layer("BinaryOp", node.name(), List.of(inputs(node).get(0), offset), number(0, ADD));
    }

    /** Keys by queries, so that the softmax runs down and the values multiply it as they are. */
    @Override
    public String attention(Attention op, Node node) {
        String name = node.name();
        Shape shape = node.shape();
        Shape heads = new Shape(op.heads(), shape.channels() / op.heads(), shape.height() * shape.width());
        String queries = graph.reshape(name + "/queries", part(node, 0), heads);
        String keys = graph.reshape(name + "/keys", part(node, 1), heads);
        String values = graph.reshape(name + "/values", part(node, 2), heads);
        String turned = graph.layer("Permute", name + "/turned", List.of(keys), number(0, 1));
        String products = graph.layer("MatMul", name + "/products", List.of(turned, queries));
        String scaled = times(name + "/scaled", products, 1 / Math.sqrt(heads.height()));
        // the second number: the axis is meant as it is
        String shares = graph.layer("Softmax", name + "/shares", List.of(scaled), number(0, 1), number(1, 1));
        String attended = graph.layer("MatMul", name + "/attended", List.of(values, shares));
        return graph.reshape(name, attended, shape);
    }

    private String part(Node node, int number) {
        int channels = node.shape().channels();
        return channels(
                node.name() + "/part" + number, inputs(node).get(0), number * channels, (number + 1) * channels);
    }

    @Override
    public String pool(Pool op, Node node) {
        int kind =
                switch (op.kind()) {
                    case MAX -> 0;
                    case AVERAGE -> 1;
                };
        return simple(
                "Pooling",
                node,
                number(0, kind),
                number(1, op.kernel()),
                number(2, op.stride()),
                number(3, op.padding()),
                number(14, op.endPadding()),
                number(15, op.endPadding()),
                number(5, 1), // no more padding than that
                number(6, 1)); // which a mean counts
    }

    @Override
    public String globalPool(GlobalPool op, Node node) {
        String means = graph.layer("Pooling", node.name() + "/means", inputs(node), number(0, 1), number(4, 1));
        return graph.reshape(node.name(), means, node.shape());
    }

    /**
     * @throws IllegalArgumentException for a bilinear one of a single row or column: ncnn reads a second one beside it
     */
    @Override
    public String resize(Resize op, Node node) {
        Shape in = node.inputShapes().get(0);
        boolean constant = in.height() == 1 && in.width() == 1;
        int kind =
                switch (op.mode()) {
                    case NEAREST -> 1;
                    case BILINEAR -> constant ? 1 : 2;
                };
        if (kind == 2 && (in.height() == 1 || in.width() == 1)) {
            throw new IllegalArgumentException(
                    "ncnn enlarges maps of at least 2 rows and columns bilinearly, found %s of %s at node %s. Maybe larger images, or --to onnx."
                            .formatted(op, in, node.name()));
        }
        return simple("Interp", node, number(0, kind), real(1, op.factor()), real(2, op.factor()));
    }

    @Override
    public String resizeTo(ResizeTo op, Node node) {
        return simple("Interp", node, number(0, 1), number(3, op.height()), number(4, op.width()));
    }

    @Override
    public String concat(Concat op, Node node) {
        return simple("Concat", node, number(0, 0));
    }

    @Override
    public String add(Add op, Node node) {
        List<String> terms = inputs(node);
        String sum = terms.get(0);
        for (int i = 1; i < terms.size(); i++) {
            String name = i == terms.size() - 1 ? node.name() : node.name() + "/sum" + i;
            sum = graph.layer("BinaryOp", name, List.of(sum, terms.get(i)), number(0, ADD));
        }
        return sum;
    }

    @Override
    public String multiply(Multiply op, Node node) {
        return simple("BinaryOp", node, number(0, MULTIPLY));
    }

    @Override
    public String slice(Slice op, Node node) {
        return channels(node.name(), inputs(node).get(0), op.from(), op.to());
    }

    private String channels(String name, String value, int from, int to) {
        return graph.layer("Crop", name, List.of(value), numbers(9, from), numbers(10, to), numbers(11, 0));
    }

    @Override
    public String shuffle(Shuffle op, Node node) {
        return simple("ShuffleChannel", node, number(0, op.groups()));
    }

    /** ncnn reads each square row by row: the blocks of channels are brought into our order. */
    @Override
    public String spaceToDepth(SpaceToDepth op, Node node) {
        String name = node.name();
        int side = op.factor();
        String rows = graph.layer("Reorg", name + "/rows", inputs(node), number(0, side), number(1, 1));
        int[] lengths = new int[side * side];
        Arrays.fill(lengths, node.inputShapes().get(0).channels());
        List<String> blocks = IntStream.range(0, side * side)
                .mapToObj(block -> name + "/block" + block)
                .toList();
        graph.layer("Slice", name + "/blocks", List.of(rows), blocks, numbers(0, lengths), number(1, 0));
        List<String> columns = IntStream.range(0, side * side)
                .mapToObj(block -> blocks.get(block % side * side + block / side))
                .toList();
        return graph.layer("Concat", name, columns, number(0, 0));
    }

    private String simple(String type, Node node, Parameter... parameters) {
        return graph.layer(type, node.name(), inputs(node), parameters);
    }

    private float[] own(Node node, String weight) {
        return weights.tensor(node.owner() + "." + weight).values();
    }

    private List<String> inputs(Node node) {
        return node.inputs().stream().map(values::get).toList();
    }
}
