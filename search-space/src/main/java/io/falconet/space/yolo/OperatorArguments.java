package io.falconet.space.yolo;

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
import java.util.List;
import java.util.Locale;

/** What a row says of a single operator: its module's name, then the arguments, as {@link OperatorModules} reads them. */
final class OperatorArguments implements OpVisitor<Node, List<Object>> {
    @Override
    public List<Object> input(Input op, Node node) {
        throw new IllegalArgumentException("A layer list reads one image, found another input, " + node.name() + ".");
    }

    @Override
    public List<Object> conv(Conv op, Node node) {
        return List.of("PlainConv", op.channels(), op.kernel(), op.stride(), op.padding(), op.groups(), op.bias());
    }

    @Override
    public List<Object> transposedConv(TransposedConv op, Node node) {
        return List.of(
                "UpConv", op.channels(), op.kernel(), op.stride(), op.padding(), op.groups(), op.bias(), op.fixed());
    }

    @Override
    public List<Object> linear(Linear op, Node node) {
        return List.of("Linear", op.features(), op.bias());
    }

    @Override
    public List<Object> batchNorm(BatchNorm op, Node node) {
        return op.equals(BatchNorm.STANDARD) ? List.of("Norm") : List.of("Norm", op.epsilon(), op.momentum());
    }

    @Override
    public List<Object> groupNorm(GroupNorm op, Node node) {
        return List.of("GroupNorm", op.groups(), op.epsilon());
    }

    @Override
    public List<Object> channelNorm(ChannelNorm op, Node node) {
        return List.of("ChannelNorm", op.epsilon());
    }

    @Override
    public List<Object> learnedOffset(LearnedOffset op, Node node) {
        return List.of("LearnedOffset");
    }

    @Override
    public List<Object> attention(Attention op, Node node) {
        return List.of("Attention", op.heads());
    }

    @Override
    public List<Object> activate(Activate op, Node node) {
        return List.of("Activate", TorchActivations.text(op.function()));
    }

    @Override
    public List<Object> scale(Scale op, Node node) {
        return List.of("Scale", op.factor());
    }

    @Override
    public List<Object> learnedScale(LearnedScale op, Node node) {
        return List.of("LearnedScale");
    }

    @Override
    public List<Object> pool(Pool op, Node node) {
        if (op.kind() == Pool.Kind.MAX && op.padding() == op.endPadding()) {
            return List.of("nn.MaxPool2d", op.kernel(), op.stride(), op.padding());
        }
        return List.of(
                "Pool",
                op.kind().name().toLowerCase(Locale.ROOT),
                op.kernel(),
                op.stride(),
                op.padding(),
                op.endPadding());
    }

    @Override
    public List<Object> globalPool(GlobalPool op, Node node) {
        return List.of("GlobalPool");
    }

    @Override
    public List<Object> resize(Resize op, Node node) {
        return List.of(
                "nn.Upsample", YoloRow.NONE, op.factor(), op.mode().name().toLowerCase(Locale.ROOT));
    }

    @Override
    public List<Object> resizeTo(ResizeTo op, Node node) {
        return List.of(OperatorModules.RESIZE_LIKE);
    }

    @Override
    public List<Object> concat(Concat op, Node node) {
        return List.of("Concat", 1);
    }

    @Override
    public List<Object> add(Add op, Node node) {
        return List.of("Add");
    }

    @Override
    public List<Object> multiply(Multiply op, Node node) {
        return List.of("Multiply");
    }

    @Override
    public List<Object> slice(Slice op, Node node) {
        return List.of("Slice", op.from(), op.to());
    }

    @Override
    public List<Object> shuffle(Shuffle op, Node node) {
        return List.of("Shuffle", op.groups());
    }

    @Override
    public List<Object> spaceToDepth(SpaceToDepth op, Node node) {
        return List.of("SpaceToDepth", op.factor());
    }
}
