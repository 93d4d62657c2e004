package io.falconet.latency.kernel;

import io.falconet.space.graph.Network;
import java.util.List;

/**
 * The kernels that ONNX Runtime calls for a network on a processor with vectors, as its profiler shows them: batch norms are
 * folded, cheap activations melt with the convolution before them, and convolutions want their channels in blocks of
 * {@value #BLOCK}, for which maps are turned and turned back. Channels that no four divide stay as they are, which costs a
 * depthwise convolution five times as long. On other processors blocks are of other sizes; the kinds stay the same.
 */
public final class NetworkKernels {
    /** Channels of a block: values of four bytes in a vector of 512 bits. */
    static final int BLOCK = 16;
    /** Channels that are no multiple of this are not put into blocks. */
    static final int ALIGNED = 4;

    private NetworkKernels() {}

    /** The kernels, in the order in which the network's nodes need them. */
    public static List<Kernel> of(Network network) {
        KernelWalk walk = new KernelWalk(network.live());
        return walk.kernels();
    }
}
