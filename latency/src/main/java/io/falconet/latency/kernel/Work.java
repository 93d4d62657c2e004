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
    POINTWISE("multiply-accumulates of 1x1 convolutions", Kernel::macs, KernelKind.POINTWISE),
    DENSE("multiply-accumulates of larger convolutions", Kernel::macs, KernelKind.DENSE),
    FIRST("multiply-accumulates of convolutions of few channels", Kernel::macs, KernelKind.FIRST),
    DEPTHWISE(
            "multiply-accumulates of depthwise convolutions",
            Kernel::macs,
            KernelKind.DEPTHWISE,
            KernelKind.DEPTHWISE_STRIDED),
    STRIDED("multiply-accumulates of depthwise convolutions with a stride", Kernel::macs, KernelKind.DEPTHWISE_STRIDED),
    UNEVEN_DEPTHWISE(
            "multiply-accumulates of depthwise convolutions of uneven channels",
            Kernel::macs,
            KernelKind.DEPTHWISE_PLAIN),
    UNEVEN(
            "multiply-accumulates of convolutions of uneven channels, and of what is rare",
            Kernel::macs,
            KernelKind.DENSE_PLAIN,
            KernelKind.GROUPED,
            KernelKind.TRANSPOSED,
            KernelKind.LINEAR,
            KernelKind.ATTENTION),
    READ("values that convolutions read", Kernel::read, KernelKind.POINTWISE, KernelKind.DENSE),
    WRITTEN("values that convolutions write", Kernel::written, KernelKind.POINTWISE, KernelKind.DENSE),
    WEIGHTS("weights of convolutions", Kernel::weights, KernelKind.POINTWISE, KernelKind.DENSE),
    FIRST_MOVED("values that convolutions of few channels move", Work::moved, KernelKind.FIRST),
    DEPTHWISE_MOVED(
            "values that depthwise convolutions move", Work::moved, KernelKind.DEPTHWISE, KernelKind.DEPTHWISE_STRIDED),
    UNEVEN_MOVED(
            "values that convolutions of uneven channels move",
            Work::moved,
            KernelKind.DEPTHWISE_PLAIN,
            KernelKind.DENSE_PLAIN,
            KernelKind.GROUPED,
            KernelKind.TRANSPOSED),
    JOINED("values put one after the other", Kernel::written, KernelKind.CONCAT),
    BLOCKED("values put into blocks, or taken out", Kernel::written, KernelKind.TO_BLOCKS, KernelKind.FROM_BLOCKS),
    TURNED("values in another order, or left out", Kernel::written, KernelKind.TURN, KernelKind.SLICE),
    ELEMENTWISE("sums, products and norms of values", Kernel::written, KernelKind.ELEMENTWISE, KernelKind.NORM),
    ACTIVATED("activations that melt with no convolution", Kernel::written, KernelKind.ACTIVATION),
    POOLED("values that pools read", Kernel::read, KernelKind.POOL, KernelKind.GLOBAL_POOL),
    RESIZED("values repeated", Kernel::written, KernelKind.RESIZE),
    MIXED("values mixed to new sizes", Kernel::written, KernelKind.RESIZE_MIXED),
    CALLS("calls", kernel -> 1, KernelKind.values());

    private final String label;
    private final ToDoubleFunction<Kernel> amount;
    private final Set<KernelKind> kinds;

    Work(String label, ToDoubleFunction<Kernel> amount, KernelKind... kinds) {
        this.label = label;
        this.amount = amount;
        this.kinds = EnumSet.copyOf(Arrays.asList(kinds));
    }

    /** What is counted, for people. */
    public String label() {
        return label;
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
