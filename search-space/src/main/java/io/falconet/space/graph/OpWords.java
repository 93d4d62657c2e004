package io.falconet.space.graph;

import java.util.Locale;

/** Says in a few words what a node computes. */
final class OpWords implements OpVisitor<Node, String> {
    @Override
    public String input(Input op, Node node) {
        return "input";
    }

    @Override
    public String conv(Conv op, Node node) {
        int inChannels = node.inputShapes().get(0).channels();
        String groups = op.groups() == 1 ? "" : op.groups() == inChannels ? " depthwise" : " groups " + op.groups();
        String padding = op.padding() == op.kernel() / 2 ? "" : " padding " + op.padding();
        return "conv " + window(op.kernel(), op.stride()) + groups + padding + (op.bias() ? " bias" : "");
    }

    @Override
    public String transposedConv(TransposedConv op, Node node) {
        String groups = op.groups() == 1 ? "" : op.groups() == op.channels() ? " depthwise" : " groups " + op.groups();
        String kind = op.fixed() ? "fixed transposed conv " : "transposed conv ";
        return kind + window(op.kernel(), op.stride()) + groups + (op.bias() ? " bias" : "");
    }

    @Override
    public String linear(Linear op, Node node) {
        return "linear" + (op.bias() ? " bias" : "");
    }

    @Override
    public String groupNorm(GroupNorm op, Node node) {
        return "group norm " + op.groups() + " groups";
    }

    @Override
    public String scale(Scale op, Node node) {
        return "scale " + op.factor();
    }

    @Override
    public String learnedScale(LearnedScale op, Node node) {
        return "learned scale";
    }

    @Override
    public String channelNorm(ChannelNorm op, Node node) {
        return op.equals(ChannelNorm.STANDARD) ? "channel norm" : "channel norm epsilon " + op.epsilon();
    }

    @Override
    public String learnedOffset(LearnedOffset op, Node node) {
        return "learned offset";
    }

    @Override
    public String attention(Attention op, Node node) {
        return "attention " + op.heads() + " heads";
    }

    @Override
    public String spaceToDepth(SpaceToDepth op, Node node) {
        return "space to depth " + op.factor();
    }

    @Override
    public String batchNorm(BatchNorm op, Node node) {
        return op.equals(BatchNorm.STANDARD)
                ? "batch norm"
                : "batch norm epsilon %s momentum %s".formatted(op.epsilon(), op.momentum());
    }

    @Override
    public String activate(Activate op, Node node) {
        return words(op.function());
    }

    @Override
    public String pool(Pool op, Node node) {
        String padding = op.padding() == 0 ? "" : " padding " + op.padding();
        String end = op.endPadding() == op.padding() ? "" : " end padding " + op.endPadding();
        return words(op.kind()) + " pool " + window(op.kernel(), op.stride()) + padding + end;
    }

    @Override
    public String globalPool(GlobalPool op, Node node) {
        return "global average pool";
    }

    @Override
    public String resize(Resize op, Node node) {
        return words(op.mode()) + " resize x" + op.factor();
    }

    @Override
    public String resizeTo(ResizeTo op, Node node) {
        return "nearest resize to %dx%d".formatted(op.height(), op.width());
    }

    @Override
    public String concat(Concat op, Node node) {
        return "concat";
    }

    @Override
    public String add(Add op, Node node) {
        return "add";
    }

    @Override
    public String multiply(Multiply op, Node node) {
        return "multiply";
    }

    @Override
    public String slice(Slice op, Node node) {
        return "channels " + op.from() + " to " + (op.to() - 1);
    }

    @Override
    public String shuffle(Shuffle op, Node node) {
        return "shuffle " + op.groups() + " groups";
    }

    private static String window(int kernel, int stride) {
        return kernel + "x" + kernel + (stride == 1 ? "" : "/" + stride);
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
