package io.falconet.space.block;

import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import java.util.Optional;

/**
 * Convolution, batch norm and, mostly, activation: the unit that the others are made of.
 *
 * @param conv the convolution, without bias since the norm has its own
 * @param activation applied last; empty gives a linear unit
 */
public record ConvUnit(Conv conv, Optional<Activation> activation) implements Block {
    /** A unit that ends in an activation. */
    public static ConvUnit of(Conv conv, Activation activation) {
        return new ConvUnit(conv, Optional.of(activation));
    }

    /** A unit that ends in its norm. */
    public static ConvUnit linear(Conv conv) {
        return new ConvUnit(conv, Optional.empty());
    }

    @Override
    public Node append(NetworkBuilder network, Node in) {
        Node normed = network.convNorm(in, conv);
        return activation.map(function -> network.activate(normed, function)).orElse(normed);
    }
}
