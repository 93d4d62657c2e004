package io.falconet.space.graph;

/**
 * What a network costs before anything is measured.
 *
 * @param parameters learned values of all nodes, those that nodes share once; running statistics are not learned
 * @param parametersExecuted those of nodes that run: all but the {@linkplain Network#idle idle} ones
 * @param parametersFused executed ones once each batch norm's gain and offset have become one bias
 * @param macs multiply-accumulates of what runs, for one image; FLOPs in most papers are twice as many
 */
public record Complexity(long parameters, long parametersExecuted, long parametersFused, long macs) {
    /** In the place of a count that nobody knows, as of a trial of another program. */
    public static final long UNKNOWN = -1;

    /** Counts a network. Linear in its nodes. */
    public static Complexity of(Network network) {
        long all = 0;
        long executed = 0;
        long saved = 0;
        long macs = 0;
        for (Node node : network.nodes()) {
            all += node.parameters();
            if (!network.idle().contains(node.name())) {
                executed += node.parameters();
                macs += node.macs();
                saved += node.op() instanceof BatchNorm && node.ownsWeights()
                        ? node.shape().channels()
                        : 0;
            }
        }
        return new Complexity(all, executed, executed - saved, macs);
    }

    /** The cost of two networks that are both run. */
    public Complexity plus(Complexity other) {
        return new Complexity(
                parameters + other.parameters,
                parametersExecuted + other.parametersExecuted,
                parametersFused + other.parametersFused,
                macs + other.macs);
    }

    /** Floating-point operations for one image, counting a multiply-accumulate as two. */
    public long flops() {
        return 2 * macs;
    }
}
