package io.falconet.evaluator.engine;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;

/**
 * Starts PyTorch: offline, and with one thread for each computation, since two on a busy machine collapse. As many
 * trainings as there are cores run side by side instead.
 */
final class TorchRuntime {
    static {
        NativeMemory.keep();
    }

    private TorchRuntime() {}

    /** A manager of tensors on the CPU, to be closed by its owner. */
    static PtNDManager newManager() {
        preset("ai.djl.offline", "true");
        preset("ai.djl.pytorch.num_threads", "1");
        preset("ai.djl.pytorch.num_interop_threads", "1");
        return (PtNDManager) Engine.getEngine("PyTorch").newBaseManager(Device.cpu());
    }

    /** Limits the current thread's computations to itself; OpenMP keeps the setting for each thread. */
    static void claimThread() {
        JniUtils.setNumThreads(1);
    }

    private static void preset(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
