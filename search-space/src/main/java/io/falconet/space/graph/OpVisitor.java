package io.falconet.space.graph;

/**
 * Handles every kind of operator: the one way in which a back end walks a network.
 *
 * @param <C> what the caller hands along, such as the {@link Node} visited
 * @param <R> what a visit returns
 */
public interface OpVisitor<C, R> {
    R input(Input op, C context);

    R conv(Conv op, C context);

    R transposedConv(TransposedConv op, C context);

    R linear(Linear op, C context);

    R batchNorm(BatchNorm op, C context);

    R groupNorm(GroupNorm op, C context);

    R channelNorm(ChannelNorm op, C context);

    R activate(Activate op, C context);

    R scale(Scale op, C context);

    R learnedScale(LearnedScale op, C context);

    R learnedOffset(LearnedOffset op, C context);

    R attention(Attention op, C context);

    R pool(Pool op, C context);

    R globalPool(GlobalPool op, C context);

    R resize(Resize op, C context);

    R resizeTo(ResizeTo op, C context);

    R concat(Concat op, C context);

    R add(Add op, C context);

    R multiply(Multiply op, C context);

    R slice(Slice op, C context);

    R shuffle(Shuffle op, C context);

    R spaceToDepth(SpaceToDepth op, C context);
}
