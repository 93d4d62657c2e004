package io.falconet.evaluator.engine;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.StandardCapabilities;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.util.cuda.CudaUtils;
import java.util.List;
import java.util.Optional;

/**
 * What computes a training: the CPU, or one GPU of this machine. A GPU takes part by its address, which is its number for
 * CUDA, as whoever shares them out knows it. Several trainings may compute on one GPU side by side.
 *
 * <pre>{@code
 * Processor processor = Processor.given(List.of("1"));
 * try (TorchNetwork torch = new TorchNetwork(network, weights, 1, processor)) { … }
 * }</pre>
 */
public final class Processor {
    /** The processor of this machine. */
    public static final Processor CPU = new Processor(Device.cpu(), true, "");

    private final Device device;
    private final boolean shares;
    private final String remark;

    /**
     * @param shares whether PyTorch computes there on the very memory that Java reads and writes
     * @param remark why it is not the one that was given; empty where it is
     */
    Processor(Device device, boolean shares, String remark) {
        this.device = device;
        this.shares = shares;
        this.remark = remark;
    }

    /**
     * The first of the GPUs that somebody was given, where this build of PyTorch can compute on it; the CPU otherwise.
     *
     * @param addresses of GPUs, such as {@code 0}; none where the CPU is to compute
     */
    public static Processor given(List<String> addresses) {
        return addresses.isEmpty() ? CPU : given(addresses.get(0), cuda());
    }

    /**
     * The GPU of that number, and nothing else.
     *
     * @throws IllegalArgumentException if this build of PyTorch cannot compute on it
     */
    public static Processor gpu(int number) {
        Processor found = given(List.of(String.valueOf(number)));
        found.remark().ifPresent(why -> {
            throw new IllegalArgumentException("A GPU that can train was expected: " + why);
        });
        return found;
    }

    /**
     * The same on a machine with so many GPUs.
     *
     * @param usable how many this build of PyTorch can compute on, numbered from 0
     */
    static Processor given(String address, int usable) {
        Optional<Integer> number = number(address);
        if (number.isPresent() && number.get() < usable) {
            return new Processor(Device.gpu(number.get()), false, "");
        }
        String found = usable == 0
                ? "this build of PyTorch knows no CUDA. Maybe one made with FALCONET_BUILD=-Pcuda."
                : "CUDA knows GPUs 0 to %d. Maybe the worker was told of others.".formatted(usable - 1);
        return new Processor(Device.cpu(), true, "GPU %s was given, but %s".formatted(address, found));
    }

    private static Optional<Integer> number(String address) {
        return address.matches("\\d{1,4}") ? Optional.of(Integer.valueOf(address)) : Optional.empty();
    }

    private static int cuda() {
        TorchRuntime.prepare();
        Engine torch = Engine.getEngine("PyTorch");
        return torch.hasCapability(StandardCapabilities.CUDA) ? torch.getGpuCount() : 0;
    }

    /** In words: {@code CPU}, or {@code GPU 1}. */
    public String name() {
        return device.isGpu() ? "GPU " + device.getDeviceId() : "CPU";
    }

    /** Why a GPU that was given does not compute; nothing where it does, or none was given. */
    public Optional<String> remark() {
        return Optional.of(remark).filter(text -> !text.isEmpty());
    }

    /** What numbers that are computed here follow from, beyond the versions of all software; nothing of the CPU. */
    public Optional<String> version() {
        return device.isGpu()
                ? Optional.of("CUDA %s, compute capability %s"
                        .formatted(
                                CudaUtils.getCudaVersionString(), CudaUtils.getComputeCapability(device.getDeviceId())))
                : Optional.empty();
    }

    /** Whether PyTorch computes on the very memory that Java reads and writes. */
    boolean shares() {
        return shares;
    }

    /** A manager of tensors that lie there, to be closed by its owner. */
    PtNDManager newManager() {
        return TorchRuntime.newManager(device);
    }

    @Override
    public String toString() {
        return name();
    }
}
