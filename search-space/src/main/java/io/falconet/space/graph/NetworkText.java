package io.falconet.space.graph;

import java.util.StringJoiner;

/**
 * A network as text, a line a node: its name, what it computes, the shape that comes out, and what it reads where that is
 * not just the line before.
 *
 * <pre>{@code
 * backbone.stem.conv | conv 3x3/2 | 24x160x160
 * backbone.stem.bn | batch norm | 24x160x160
 * …
 * backbone.stage1.1.concat | concat | 116x40x40 | backbone.stage1.1.passed, backbone.stage1.1.main.pointwise.act
 * }</pre>
 */
public final class NetworkText {
    private NetworkText() {}

    /** The text, each line ended; the outputs' names are the last. */
    public static String of(Network network) {
        StringBuilder text = new StringBuilder();
        String previous = "";
        for (Node node : network.nodes()) {
            StringJoiner line = new StringJoiner(" | ", "", "\n");
            String shared = node.ownsWeights() ? "" : ", weights of " + node.owner();
            String idle = network.idle().contains(node.name()) ? ", never run" : "";
            line.add(node.name())
                    .add(words(node) + shared + idle)
                    .add(node.shape().toString());
            String inputs = String.join(", ", node.inputs());
            if (!inputs.equals(previous)) {
                line.add(inputs);
            }
            text.append(line);
            previous = node.name();
        }
        return text.append("outputs: ")
                .append(String.join(", ", network.outputs()))
                .append('\n')
                .toString();
    }

    /** What a node computes, in a few words: {@code conv 3x3/2}, {@code shuffle 2 groups}. */
    public static String words(Node node) {
        return node.accept(new OpWords());
    }
}
