package io.falconet.latency.kernel;

import io.falconet.space.graph.Network;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Work of one kind that a network gives a runtime to do: what a latency is a sum over. Few kinds, so that some sixty networks
 * tell what each costs.
 */
public enum Work {
    /** Multiply-accumulates of 1x1 convolutions. */
    POINTWISE(Kernel::macs, KernelKind.POINTWISE),
    /** Multiply-accumulates of larger convolutions. */
    DENSE(Kernel::macs, KernelKind.DENSE),
    /** Multiply-accumulates of convolutions of few channels. */
    FIRST(Kernel::macs, KernelKind.FIRST),
    /** Multiply-accumulates of depthwise convolutions. */
    DEPTHWISE(Kernel::macs, KernelKind.DEPTHWISE, KernelKind.DEPTHWISE_STRIDED),
    /** Multiply-accumulates of depthwise convolutions with a stride. */
    STRIDED(Kernel::macs, KernelKind.DEPTHWISE_STRIDED),
    /** Multiply-accumulates of depthwise convolutions of uneven channels. */
    UNEVEN_DEPTHWISE(Kernel::macs, KernelKind.DEPTHWISE_PLAIN),
    /** Multiply-accumulates of convolutions of uneven channels, and of what is rare. */
    UNEVEN(
            Kernel::macs,
            KernelKind.DENSE_PLAIN,
            KernelKind.GROUPED,
            KernelKind.TRANSPOSED,
            KernelKind.LINEAR,
            KernelKind.ATTENTION),
    /** Values that convolutions read. */
    READ(Kernel::read, KernelKind.POINTWISE, KernelKind.DENSE),
    /** Values that convolutions write. */
    WRITTEN(Kernel::written, KernelKind.POINTWISE, KernelKind.DENSE),
    /** Weights of convolutions. */
    WEIGHTS(Kernel::weights, KernelKind.POINTWISE, KernelKind.DENSE),
    /** Values that convolutions of few channels move. */
    FIRST_MOVED(Work::moved, KernelKind.FIRST),
    /** Values that depthwise convolutions move. */
    DEPTHWISE_MOVED(Work::moved, KernelKind.DEPTHWISE, KernelKind.DEPTHWISE_STRIDED),
    /** Values that convolutions of uneven channels move. */
    UNEVEN_MOVED(
            Work::moved, KernelKind.DEPTHWISE_PLAIN, KernelKind.DENSE_PLAIN, KernelKind.GROUPED, KernelKind.TRANSPOSED),
    /** Values put one after the other. */
    JOINED(Kernel::written, KernelKind.CONCAT),
    /** Values put into blocks, or taken out. */
    BLOCKED(Kernel::written, KernelKind.TO_BLOCKS, KernelKind.FROM_BLOCKS),
    /** Values in another order, or left out. */
    TURNED(Kernel::written, KernelKind.TURN, KernelKind.SLICE),
    /** Sums, products and norms of values. */
    ELEMENTWISE(Kernel::written, KernelKind.ELEMENTWISE, KernelKind.NORM),
    /** Activations that melt with no convolution. */
    ACTIVATED(Kernel::written, KernelKind.ACTIVATION),
    /** Values that pools read. */
    POOLED(Kernel::read, KernelKind.POOL, KernelKind.GLOBAL_POOL),
    /** Values repeated. */
    RESIZED(Kernel::written, KernelKind.RESIZE),
    /** Values mixed to new sizes. */
    MIXED(Kernel::written, KernelKind.RESIZE_MIXED),
    /** Calls. */
    CALLS(kernel -> 1, KernelKind.values());

    private final ToDoubleFunction<Kernel> amount;
    private final Set<KernelKind> kinds;

    Work(ToDoubleFunction<Kernel> amount, KernelKind... kinds) {
        this.amount = amount;
        this.kinds = EnumSet.copyOf(Arrays.asList(kinds));
    }

    /** How much of each kind a network is, for one image, in the order of the kinds. */
    public static double[] of(Network network) {
        List<Kernel> kernels = NetworkKernels.of(network);
        return Arrays.stream(values())
                .mapToDouble(work -> kernels.stream()
                        .filter(kernel -> work.kinds.contains(kernel.kind()))
                        .mapToDouble(work.amount)
                        .sum())
                .toArray();
    }

    private static double moved(Kernel kernel) {
        return kernel.read() + kernel.written();
    }
}
