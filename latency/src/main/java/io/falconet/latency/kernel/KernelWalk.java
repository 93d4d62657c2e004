package io.falconet.latency.kernel;

import static io.falconet.latency.kernel.NetworkKernels.ALIGNED;
import static io.falconet.latency.kernel.NetworkKernels.BLOCK;

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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Visits a network's nodes in order, and notes the kernels called for each. */
final class KernelWalk implements OpVisitor<Node, Void> {
    private final List<Kernel> kernels = new ArrayList<>();
    private final Map<String, Integer> readers = new HashMap<>();
    private final Map<String, Node> nodes = new HashMap<>();
    /** By node that melts with another: that other. */
    private final Map<String, String> melted = new HashMap<>();
    /** Nodes whose channels lie in blocks. */
    private final Set<String> blocked = new HashSet<>();
    /** Nodes whose values were turned already. */
    private final Set<String> turned = new HashSet<>();

    KernelWalk(Network network) {
        for (Node node : network.nodes()) {
            nodes.put(node.name(), node);
            node.inputs().forEach(input -> readers.merge(input, 1, Integer::sum));
        }
        network.nodes().forEach(node -> node.accept(this));
        network.outputs().forEach(this::fromBlocks);
    }

    List<Kernel> kernels() {
        return List.copyOf(kernels);
    }

    @Override
    public Void input(Input op, Node node) {
        return null;
    }

    @Override
    public Void conv(Conv op, Node node) {
        Shape in = node.inputShapes().get(0);
        Shape out = node.shape();
        boolean depthwise = op.groups() > 1 && op.groups() == in.channels() && op.groups() == op.channels();
        boolean grouped = op.groups() > 1 && !depthwise;
        boolean few = !depthwise && in.channels() < BLOCK;
        boolean blocks = !grouped && (few || in.channels() % ALIGNED == 0);
        if (!blocks) {
            fromBlocks(node.inputs().get(0));
        } else if (!few) {
            toBlocks(node.inputs().get(0));
        }
        if (blocks) {
            blocked.add(node.name());
        }
        double channels = blocks ? filled(op.channels()) : op.channels();
        double seen = depthwise ? 1 : blocks && !few ? filled(in.channels()) : (double) in.channels() / op.groups();
        double area = (double) out.height() * out.width();
        kernels.add(new Kernel(
                kind(op, depthwise, grouped, few, blocks),
                channels * seen * op.kernel() * op.kernel() * area,
                in.elements(),
                channels * area,
                (double) op.channels() * in.channels() / op.groups() * op.kernel() * op.kernel()));
        return null;
    }

    private static KernelKind kind(Conv op, boolean depthwise, boolean grouped, boolean few, boolean blocks) {
        if (depthwise && blocks) {
            return op.stride() > 1 ? KernelKind.DEPTHWISE_STRIDED : KernelKind.DEPTHWISE;
        }
        if (depthwise) {
            return KernelKind.DEPTHWISE_PLAIN;
        }
        if (grouped) {
            return KernelKind.GROUPED;
        }
        if (few) {
            return KernelKind.FIRST;
        }
        if (!blocks) {
            return KernelKind.DENSE_PLAIN;
        }
        return op.kernel() == 1 ? KernelKind.POINTWISE : KernelKind.DENSE;
    }

    private static double filled(int channels) {
        return Math.ceil((double) channels / BLOCK) * BLOCK;
    }

    @Override
    public Void transposedConv(TransposedConv op, Node node) {
        return plain(KernelKind.TRANSPOSED, node);
    }

    @Override
    public Void linear(Linear op, Node node) {
        return plain(KernelKind.LINEAR, node);
    }

    @Override
    public Void batchNorm(BatchNorm op, Node node) {
        return follows(node) ? melt(node) : plain(KernelKind.NORM, node);
    }

    @Override
    public Void groupNorm(GroupNorm op, Node node) {
        return plain(KernelKind.NORM, node);
    }

    @Override
    public Void channelNorm(ChannelNorm op, Node node) {
        return plain(KernelKind.NORM, node);
    }

    @Override
    public Void activate(Activate op, Node node) {
        boolean melts =
                switch (op.function()) {
                    case RELU, RELU6, LEAKY_RELU, SIGMOID, HARD_SIGMOID -> true;
                    case SILU, MISH, HARD_SWISH, EXP -> false;
                };
        return melts && follows(node) ? melt(node) : asItLies(KernelKind.ACTIVATION, node);
    }

    @Override
    public Void scale(Scale op, Node node) {
        return plain(KernelKind.ELEMENTWISE, node);
    }

    @Override
    public Void learnedScale(LearnedScale op, Node node) {
        return plain(KernelKind.ELEMENTWISE, node);
    }

    @Override
    public Void learnedOffset(LearnedOffset op, Node node) {
        return plain(KernelKind.ELEMENTWISE, node);
    }

    @Override
    public Void attention(Attention op, Node node) {
        return plain(KernelKind.ATTENTION, node);
    }

    @Override
    public Void pool(Pool op, Node node) {
        double window = (double) op.kernel() * op.kernel();
        return asItLies(KernelKind.POOL, node, window * node.shape().elements());
    }

    @Override
    public Void globalPool(GlobalPool op, Node node) {
        return asItLies(KernelKind.GLOBAL_POOL, node);
    }

    @Override
    public Void resize(Resize op, Node node) {
        return switch (op.mode()) {
            case NEAREST -> asItLies(KernelKind.RESIZE, node);
            case BILINEAR -> plain(KernelKind.RESIZE_MIXED, node);
        };
    }

    @Override
    public Void resizeTo(ResizeTo op, Node node) {
        return plain(KernelKind.RESIZE_MIXED, node);
    }

    @Override
    public Void concat(Concat op, Node node) {
        boolean whole = node.inputShapes().stream().allMatch(shape -> shape.channels() % BLOCK == 0);
        return joined(KernelKind.CONCAT, node, whole);
    }

    @Override
    public Void add(Add op, Node node) {
        return joined(KernelKind.ELEMENTWISE, node, true);
    }

    @Override
    public Void multiply(Multiply op, Node node) {
        return joined(KernelKind.ELEMENTWISE, node, true);
    }

    @Override
    public Void slice(Slice op, Node node) {
        return plain(KernelKind.SLICE, node);
    }

    @Override
    public Void shuffle(Shuffle op, Node node) {
        return plain(KernelKind.TURN, node);
    }

    @Override
    public Void spaceToDepth(SpaceToDepth op, Node node) {
        return plain(KernelKind.TURN, node);
    }

    /** Several maps become one: in blocks if all lie so and may stay so. */
    private Void joined(KernelKind kind, Node node, boolean inBlocks) {
        boolean blocks = inBlocks && node.inputs().stream().allMatch(input -> blocked.contains(source(input)));
        if (blocks) {
            blocked.add(node.name());
        } else {
            node.inputs().forEach(this::fromBlocks);
        }
        kernels.add(Kernel.moving(kind, read(node), node.shape().elements()));
        return null;
    }

    /** Computed over values in whatever order they lie. */
    private Void asItLies(KernelKind kind, Node node) {
        return asItLies(kind, node, 0);
    }

    private Void asItLies(KernelKind kind, Node node, double work) {
        if (blocked.contains(source(node.inputs().get(0)))) {
            blocked.add(node.name());
        }
        kernels.add(new Kernel(kind, work, read(node), node.shape().elements(), 0));
        return null;
    }

    /** Computed over values channel by channel. */
    private Void plain(KernelKind kind, Node node) {
        node.inputs().forEach(this::fromBlocks);
        kernels.add(new Kernel(kind, node.macs(), read(node), node.shape().elements(), node.parameters()));
        return null;
    }

    private Void melt(Node node) {
        melted.put(node.name(), node.inputs().get(0));
        return null;
    }

    /** Whether the node alone reads what a convolution gives, perhaps with what melted with it before. */
    private boolean follows(Node node) {
        String input = node.inputs().get(0);
        return readers.get(input) == 1 && nodes.get(source(input)).op() instanceof Conv;
    }

    private void toBlocks(String name) {
        String source = source(name);
        if (!blocked.contains(source) && turned.add(source)) {
            turn(KernelKind.TO_BLOCKS, source);
        }
    }

    private void fromBlocks(String name) {
        String source = source(name);
        if (blocked.contains(source) && turned.add(source)) {
            turn(KernelKind.FROM_BLOCKS, source);
        }
    }

    private void turn(KernelKind kind, String name) {
        double elements = nodes.get(name).shape().elements();
        kernels.add(Kernel.moving(kind, elements, elements));
    }

    private static double read(Node node) {
        return node.inputShapes().stream().mapToDouble(Shape::elements).sum();
    }

    /** The node that computes a value: the one with which others melted. */
    private String source(String name) {
        String source = name;
        while (melted.containsKey(source)) {
            source = melted.get(source);
        }
        return source;
    }
}
