package io.falconet.evaluator.export.ncnn;

import static io.falconet.evaluator.export.ncnn.Parameter.number;
import static io.falconet.evaluator.export.ncnn.Parameter.real;

import io.falconet.evaluator.engine.Weights;
import io.falconet.space.graph.BatchNorm;
import io.falconet.space.graph.ChannelNorm;
import io.falconet.space.graph.GroupNorm;
import io.falconet.space.graph.Node;
import java.util.List;

/** Appends norms, and returns their value's name. */
record Norms(NcnnGraph graph, Weights weights) {
    /** One that no convolution takes over. */
    String append(BatchNorm op, Node node, List<String> inputs) {
        int channels = node.shape().channels();
        String value = graph.layer("BatchNorm", node.name(), inputs, number(0, channels), real(1, op.epsilon()));
        plain(node, "weight", "running_mean", "running_var", "bias");
        return value;
    }

    String append(GroupNorm op, Node node, List<String> inputs) {
        int channels = node.shape().channels();
        String value = graph.layer(
                "GroupNorm", node.name(), inputs, number(0, op.groups()), number(1, channels), real(2, op.epsilon()));
        plain(node, "weight", "bias");
        return value;
    }

    /** ncnn norms rows: the channels of a cell become one, and channels again. */
    String append(ChannelNorm op, Node node, List<String> inputs) {
        String name = node.name();
        int channels = node.shape().channels();
        String rows = graph.layer("Permute", name + "/rows", inputs, number(0, 3));
        String normed =
                graph.layer("LayerNorm", name + "/normed", List.of(rows), number(0, channels), real(1, op.epsilon()));
        plain(node, "weight", "bias");
        return graph.layer("Permute", name, List.of(normed), number(0, 4));
    }

    private void plain(Node node, String... tensors) {
        for (String tensor : tensors) {
            graph.plain(weights.tensor(node.owner() + "." + tensor).values());
        }
    }
}
