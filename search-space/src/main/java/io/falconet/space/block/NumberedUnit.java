package io.falconet.space.block;

import io.falconet.space.graph.Activate;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import java.util.Optional;

/**
 * Convolution, batch norm and, mostly, activation, each named by its place in a row, as authors' code names the members of
 * a sequence.
 *
 * <pre>{@code
 * NumberedUnit.of(0, Conv.dense(24, 3, 2), Activation.RELU).append(network.scope("first_conv"), image);
 * // first_conv.0, first_conv.1, first_conv.2
 * }</pre>
 *
 * @param first place of the convolution
 * @param conv the convolution, without bias since the norm has its own
 * @param activation applied last; empty gives a linear unit
 */
public record NumberedUnit(int first, Conv conv, Optional<Activation> activation) implements Block {
    /** A unit that ends in an activation. */
    public static NumberedUnit of(int first, Conv conv, Activation activation) {
        return new NumberedUnit(first, conv, Optional.of(activation));
    }

    /** A unit that ends in its norm. */
    public static NumberedUnit linear(int first, Conv conv) {
        return new NumberedUnit(first, conv, Optional.empty());
    }

    @Override
    public Node append(NetworkBuilder network, Node in) {
        Node weighted = network.add(Integer.toString(first), conv, in);
        Node normed = network.norm(Integer.toString(first + 1), weighted);
        return activation
                .map(function -> network.add(Integer.toString(first + 2), new Activate(function), normed))
                .orElse(normed);
    }
}
