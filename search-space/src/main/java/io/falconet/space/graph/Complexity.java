package io.falconet.space.graph;

import java.util.HashMap;
import java.util.Map;

/**
 * What a network costs before anything is measured.
 *
 * @param parameters learned values of all nodes; running statistics are not learned
 * @param parametersExecuted those of nodes on which an output depends
 * @param parametersFused executed ones after each batch norm that alone reads a convolution is folded into it
 * @param macs multiply-accumulates of the executed convolutions for one image; FLOPs in most papers are twice as many
 */
public record Complexity(long parameters, long parametersExecuted, long parametersFused, long macs) {

    /** Counts a network. Linear in its nodes. */
    public static Complexity of(Network network) {
        Network live = network.live();
        Map<String, Integer> readers = new HashMap<>();
        Map<String, Node> byName = new HashMap<>();
        for (Node node : live.nodes()) {
            byName.put(node.name(), node);
            node.inputs().forEach(input -> readers.merge(input, 1, Integer::sum));
        }
        live.outputs().forEach(output -> readers.merge(output, 1, Integer::sum));
        long executed = 0;
        long saved = 0;
        long macs = 0;
        for (Node node : live.nodes()) {
            executed += node.parameters();
            macs += node.macs();
            if (node.op() instanceof BatchNorm) {
                Node source = byName.get(node.inputs().get(0));
                if (source.op() instanceof Conv conv && readers.get(source.name()) == 1) {
                    long channels = node.shape().channels();
                    saved += conv.bias() ? 2 * channels : channels;
                }
            }
        }
        long all = network.nodes().stream().mapToLong(Node::parameters).sum();
        return new Complexity(all, executed, executed - saved, macs);
    }

    /** Floating-point operations for one image, counting a multiply-accumulate as two. */
    public long flops() {
        return 2 * macs;
    }
}
