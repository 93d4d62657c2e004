package io.falconet.space.darknet;

import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Add;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import java.util.List;
import java.util.Optional;

/**
 * Darknet's {@code [shortcut]} without weights: the sum of the layer before and others of its shape. Nodes {@code add} and
 * {@code act}.
 *
 * @param references the others
 * @param activation of the sum; empty is darknet's {@code linear}
 */
public record Shortcut(List<Integer> references, Optional<Activation> activation) implements DarknetLayer {
    public Shortcut {
        references = List.copyOf(references);
    }

    /** The plain sum with one other layer. */
    public static Shortcut from(int reference) {
        return new Shortcut(List.of(reference), Optional.empty());
    }

    @Override
    public Node append(NetworkBuilder network, List<Node> inputs) {
        Node sum = network.add("add", new Add(), inputs.toArray(Node[]::new));
        return activation.map(function -> network.activate(sum, function)).orElse(sum);
    }
}
