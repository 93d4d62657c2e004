package io.falconet.space.graph;

import java.util.HashSet;
import java.util.Set;

/**
 * A rough time for one inference from the network alone, by the roofline model (Williams et al., 2009): each operator
 * takes as long as its arithmetic or as moving its maps and weights, whichever is longer, and a little for being called.
 * Batch norms and activations that follow a convolution are fused into it and cost nothing. Made for comparing networks,
 * not for telling a device's latency.
 *
 * @param macsPerSecond multiply-accumulates
 * @param bytesPerSecond moved between a core and memory
 * @param callSeconds for calling an operator
 */
public record Roofline(double macsPerSecond, double bytesPerSecond, double callSeconds) {
    /** About one core of a desktop or server, in single precision. */
    public static final Roofline ONE_CORE = new Roofline(25e9, 10e9, 2e-6);

    /** The estimate in milliseconds. Linear in the nodes. */
    public double millis(Network network) {
        Set<String> fusible = new HashSet<>();
        double seconds = 0;
        for (Node node : network.live().nodes()) {
            boolean fused = (node.op() instanceof BatchNorm || node.op() instanceof Activate)
                    && fusible.contains(node.inputs().get(0));
            if (fused || node.op() instanceof Conv) {
                fusible.add(node.name());
            }
            if (!fused && !(node.op() instanceof Input)) {
                seconds += callSeconds + Math.max(node.macs() / macsPerSecond, bytes(node) / bytesPerSecond);
            }
        }
        return seconds * 1e3;
    }

    private static double bytes(Node node) {
        long elements = node.shape().elements() + node.parameters();
        for (Shape input : node.inputShapes()) {
            elements += input.elements();
        }
        return (double) elements * Float.BYTES;
    }
}
