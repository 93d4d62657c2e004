package io.falconet.space.graph;

import java.util.List;

/**
 * Channel shuffle (Zhang et al., 2018): the channels, seen as {@code groups} rows, are read column by column. Output
 * channel {@code j * groups + k} is input channel {@code k * (channels / groups) + j}.
 *
 * <p>Two groups interleave the halves of a map; {@code channels / 2} groups put the even channels before the odd ones.
 * The two are inverse to each other.
 */
public record Shuffle(int groups) implements Op {
    @Override
    public Shape shape(List<Shape> inputs) {
        Shape in = Inputs.single(this, inputs);
        if (groups < 1 || in.channels() % groups != 0) {
            throw new ShapeException("%s needs channels divisible by its groups, found %s.".formatted(this, in));
        }
        return in;
    }

    /** The input channel that an output channel is, in a map of that many channels. */
    public int source(int channel, int channels) {
        return channel % groups * (channels / groups) + channel / groups;
    }

    @Override
    public <C, R> R accept(OpVisitor<C, R> visitor, C context) {
        return visitor.shuffle(this, context);
    }
}
