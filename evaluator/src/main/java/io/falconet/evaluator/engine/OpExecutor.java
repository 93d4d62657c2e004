package io.falconet.evaluator.engine;

import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
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
import io.falconet.space.graph.Node;
import io.falconet.space.graph.OpVisitor;
import io.falconet.space.graph.Pool;
import io.falconet.space.graph.Resize;
import io.falconet.space.graph.ResizeTo;
import io.falconet.space.graph.Scale;
import io.falconet.space.graph.Shuffle;
import io.falconet.space.graph.Slice;
import io.falconet.space.graph.SpaceToDepth;
import io.falconet.space.graph.TransposedConv;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Computes one node with PyTorch. Results belong to the manager of the first operand, which is the step's. */
final class OpExecutor implements OpVisitor<Node, PtNDArray> {
    private static final int CHANNELS = 1;
    private static final int ROWS = 2;
    private static final int COLUMNS = 3;
    private static final Shape NO_DILATION = new Shape(1, 1);
    private static final int NEAREST = 0;

    private final NodeTensors parameters;
    private final ScriptedOperators operators;
    private final boolean training;
    private final Consumer<PtNDArray> beforeActivation;
    private List<PtNDArray> inputs = List.of();
    private boolean overwrites;

    OpExecutor(NodeTensors parameters, ScriptedOperators operators, boolean training) {
        this(parameters, operators, training, map -> {});
    }

    /** @param beforeActivation sees each map that an activation is about to read, and may write over */
    OpExecutor(
            NodeTensors parameters,
            ScriptedOperators operators,
            boolean training,
            Consumer<PtNDArray> beforeActivation) {
        this.parameters = parameters;
        this.operators = operators;
        this.training = training;
        this.beforeActivation = beforeActivation;
    }

    /**
     * Computes a node.
     *
     * @param free whether nobody else wants the first operand, now or on the way back, so that it may be written into
     */
    PtNDArray execute(Node node, List<PtNDArray> operands, boolean free) {
        inputs = operands;
        overwrites = free;
        return node.accept(this);
    }

    private PtNDArray only() {
        return inputs.get(0);
    }

    @Override
    public PtNDArray input(Input op, Node node) {
        return only();
    }

    @Override
    public PtNDArray conv(Conv op, Node node) {
        return JniUtils.convolution(
                only(),
                parameters.array(node, "weight"),
                op.bias() ? parameters.array(node, "bias") : null,
                square(op.stride()),
                square(op.padding()),
                NO_DILATION,
                op.groups());
    }

    @Override
    public PtNDArray transposedConv(TransposedConv op, Node node) {
        return new TransposedConvolution(op, only())
                .apply(parameters.array(node, "weight"), op.bias() ? parameters.array(node, "bias") : null);
    }

    @Override
    public PtNDArray linear(Linear op, Node node) {
        long batch = only().getShape().get(0);
        PtNDArray flat = JniUtils.reshape(
                only(), new long[] {batch, node.inputShapes().get(0).elements()});
        PtNDArray result = JniUtils.linear(
                flat, parameters.array(node, "weight"), op.bias() ? parameters.array(node, "bias") : null);
        return JniUtils.reshape(result, new long[] {batch, op.features(), 1, 1});
    }

    @Override
    public PtNDArray groupNorm(GroupNorm op, Node node) {
        io.falconet.space.graph.Shape shape = node.shape();
        long batch = only().getShape().get(0);
        Shape group = new Shape(shape.elements() / op.groups());
        PtNDManager manager = only().getManager();
        PtNDArray groups = JniUtils.reshape(only(), new long[] {batch * op.groups(), group.size()});
        PtNDArray ones = (PtNDArray) manager.ones(group, only().getDataType());
        PtNDArray zeros = (PtNDArray) manager.zeros(group, only().getDataType());
        PtNDArray normed = JniUtils.layerNorm(groups, group, ones, zeros, op.epsilon());
        PtNDArray maps = JniUtils.reshape(normed, new long[] {batch, shape.channels(), shape.height(), shape.width()});
        long[] channels = {1, shape.channels(), 1, 1};
        PtNDArray scaled = JniUtils.mul(maps, JniUtils.reshape(parameters.array(node, "weight"), channels));
        return JniUtils.add(scaled, JniUtils.reshape(parameters.array(node, "bias"), channels));
    }

    @Override
    public PtNDArray scale(Scale op, Node node) {
        return operators.scaled(only(), op.factor(), training);
    }

    @Override
    public PtNDArray learnedScale(LearnedScale op, Node node) {
        return JniUtils.mul(only(), parameters.array(node, "scale"));
    }

    @Override
    public PtNDArray channelNorm(ChannelNorm op, Node node) {
        PtNDArray cells = JniUtils.permute(only(), ChannelsLast.TO_MEMORY);
        PtNDArray normed = JniUtils.layerNorm(
                cells,
                new Shape(node.shape().channels()),
                parameters.array(node, "weight"),
                parameters.array(node, "bias"),
                op.epsilon());
        return JniUtils.permute(normed, ChannelsLast.FROM_MEMORY);
    }

    @Override
    public PtNDArray learnedOffset(LearnedOffset op, Node node) {
        io.falconet.space.graph.Shape shape = node.shape();
        long[] cells = {1, shape.height(), shape.width(), shape.channels()};
        PtNDArray offset = JniUtils.reshape(parameters.array(node, "offset"), cells);
        return JniUtils.add(only(), JniUtils.permute(offset, ChannelsLast.FROM_MEMORY));
    }

    /** Keys by queries, so that the softmax runs down and the values multiply it as they are. */
    @Override
    public PtNDArray attention(Attention op, Node node) {
        io.falconet.space.graph.Shape shape = node.shape();
        long batch = only().getShape().get(0);
        long width = shape.channels() / op.heads();
        long[] heads = {batch * op.heads(), width, (long) shape.height() * shape.width()};
        PtNDArray queries = JniUtils.reshape(part(0, shape.channels()), heads);
        PtNDArray keys = JniUtils.reshape(part(1, shape.channels()), heads);
        PtNDArray values = JniUtils.reshape(part(2, shape.channels()), heads);
        PtNDArray products = JniUtils.bmm(JniUtils.transpose(keys, 1, 2), queries);
        PtNDArray scaled = operators.scaled(products, 1 / Math.sqrt(width), training);
        PtNDArray attended = JniUtils.bmm(values, JniUtils.softmax(scaled, 1, scaled.getDataType()));
        return JniUtils.reshape(attended, new long[] {batch, shape.channels(), shape.height(), shape.width()});
    }

    private PtNDArray part(int number, int channels) {
        return JniUtils.slice(only(), CHANNELS, (long) number * channels, (number + 1L) * channels, 1);
    }

    @Override
    public PtNDArray batchNorm(BatchNorm op, Node node) {
        return JniUtils.batchNorm(
                only(),
                parameters.array(node, "running_mean"),
                parameters.array(node, "running_var"),
                parameters.array(node, "weight"),
                parameters.array(node, "bias"),
                training,
                op.momentum(),
                op.epsilon());
    }

    @Override
    public PtNDArray activate(Activate op, Node node) {
        PtNDArray x = only();
        beforeActivation.accept(x);
        return switch (op.function()) {
            case RELU -> overwrites ? operators.reluInPlace(x, training) : JniUtils.relu(x);
            case RELU6 -> operators.relu6(x, training);
            case LEAKY_RELU ->
                overwrites
                        ? operators.leakyReluInPlace(x, Activation.LEAKY_SLOPE, training)
                        : JniUtils.leakyRelu(x, Activation.LEAKY_SLOPE);
            case SILU -> operators.silu(x, training);
            case MISH -> operators.mish(x, training);
            case SIGMOID -> JniUtils.sigmoid(x);
            case HARD_SIGMOID -> operators.hardSigmoid(x, training);
            case HARD_SWISH -> operators.hardSwish(x, training);
            case EXP -> JniUtils.exp(x);
        };
    }

    @Override
    public PtNDArray pool(Pool op, Node node) {
        boolean even = op.padding() == op.endPadding();
        PtNDArray map = even ? only() : padded(op);
        Shape kernel = square(op.kernel());
        Shape stride = square(op.stride());
        Shape padding = square(even ? op.padding() : 0);
        return switch (op.kind()) {
            case MAX -> JniUtils.maxPool(map, kernel, stride, padding, false);
            case AVERAGE -> JniUtils.avgPool(map, kernel, stride, padding, false, true);
        };
    }

    private PtNDArray padded(Pool op) {
        double border = op.kind() == Pool.Kind.MAX ? Double.NEGATIVE_INFINITY : 0;
        long[] cells = {op.padding(), op.endPadding(), op.padding(), op.endPadding()};
        return JniUtils.pad(only(), cells, border);
    }

    @Override
    public PtNDArray globalPool(GlobalPool op, Node node) {
        return JniUtils.adaptiveAvgPool(only(), square(1));
    }

    @Override
    public PtNDArray resize(Resize op, Node node) {
        long rows = node.shape().height();
        long columns = node.shape().width();
        return switch (op.mode()) {
            case NEAREST -> JniUtils.interpolate(only(), new long[] {rows, columns}, NEAREST, false);
            case BILINEAR -> operators.bilinear(only(), rows, columns, training);
        };
    }

    @Override
    public PtNDArray resizeTo(ResizeTo op, Node node) {
        return JniUtils.interpolate(only(), new long[] {op.height(), op.width()}, NEAREST, false);
    }

    @Override
    public PtNDArray concat(Concat op, Node node) {
        return JniUtils.cat(inputs.toArray(PtNDArray[]::new), CHANNELS);
    }

    @Override
    public PtNDArray add(Add op, Node node) {
        PtNDArray sum = JniUtils.add(inputs.get(0), inputs.get(1));
        for (PtNDArray more : inputs.subList(2, inputs.size())) {
            PtNDArray part = sum;
            sum = JniUtils.add(part, more);
            part.close();
        }
        return sum;
    }

    @Override
    public PtNDArray multiply(Multiply op, Node node) {
        return JniUtils.mul(inputs.get(0), inputs.get(1));
    }

    /** The channels of a map in parts. */
    List<PtNDArray> split(PtNDArray map, long[] widths) {
        return JniUtils.split(map, widths, CHANNELS).stream()
                .map(part -> (PtNDArray) part)
                .toList();
    }

    @Override
    public PtNDArray slice(Slice op, Node node) {
        return JniUtils.slice(only(), CHANNELS, op.from(), op.to(), 1);
    }

    @Override
    public PtNDArray shuffle(Shuffle op, Node node) {
        return operators.shuffle(only(), op.groups(), training);
    }

    @Override
    public PtNDArray spaceToDepth(SpaceToDepth op, Node node) {
        io.falconet.space.graph.Shape in = node.inputShapes().get(0);
        List<PtNDArray> parts = new ArrayList<>();
        for (int column = 0; column < op.factor(); column++) {
            for (int row = 0; row < op.factor(); row++) {
                PtNDArray rows = JniUtils.slice(only(), ROWS, row, in.height(), op.factor());
                parts.add(JniUtils.slice(rows, COLUMNS, column, in.width(), op.factor()));
            }
        }
        return JniUtils.cat(parts.toArray(PtNDArray[]::new), CHANNELS);
    }

    private static Shape square(int side) {
        return new Shape(side, side);
    }
}
