package io.falconet.evaluator.engine;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;

/**
 * Starts PyTorch: offline, and with one thread for each computation unless more are claimed, since more than there are
 * cores collapse. As many trainings as there are cores run side by side instead.
 */
final class TorchRuntime {
    static {
        NativeMemory.keep();
    }

    private TorchRuntime() {}

    /** A manager of tensors on the CPU, to be closed by its owner. */
    static PtNDManager newManager() {
        return newManager(Device.cpu());
    }

    /** A manager of tensors on a device, to be closed by its owner. */
    static PtNDManager newManager(Device device) {
        prepare();
        return (PtNDManager) Engine.getEngine("PyTorch").newBaseManager(device);
    }

    /** What PyTorch must be told before it starts. */
    static void prepare() {
        preset("ai.djl.offline", "true");
        preset("ai.djl.pytorch.num_threads", "1");
        preset("ai.djl.pytorch.num_interop_threads", "1");
    }

    /**
     * Gives the current thread's computations so many threads, itself included. OpenMP keeps the number for each thread
     * that starts computations, backward passes too, so that others keep theirs. Asking for the number first is not for
     * speed alone: a thread's first question makes it take the number that any thread set last, and that is to happen
     * before, not after, it gets its own.
     */
    static void claimThreads(int threads) {
        if (JniUtils.getNumThreads() != threads) {
            JniUtils.setNumThreads(threads);
        }
    }

    private static void preset(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
