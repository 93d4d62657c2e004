package io.falconet.latency.kernel;

/**
 * One call of a runtime, for one image.
 *
 * @param kind what it computes
 * @param macs multiply-accumulates, with the channels that fill up blocks; window cells for pools
 * @param read values
 * @param written values
 * @param weights values
 */
public record Kernel(KernelKind kind, double macs, double read, double written, double weights) {
    /** A kernel that moves values, and computes little. */
    static Kernel moving(KernelKind kind, double read, double written) {
        return new Kernel(kind, 0, read, written, 0);
    }
}
