package io.falconet.evaluator.engine;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;

/**
 * Tells the C library to keep memory that tensors gave back. By default glibc returns each large block to the system and
 * fetches it anew in the next step, page by page: a quarter of a training's time at 320 pixels.
 */
final class NativeMemory {
    private static final int TRIM_THRESHOLD = -1;
    private static final int TOP_PAD = -2;
    private static final int MMAP_THRESHOLD = -3;
    private static final int ARENA_MAX = -8;

    private NativeMemory() {}

    /** Takes effect on Linux with glibc; elsewhere nothing happens. */
    static void keep() {
        if (!Platform.isLinux()) {
            return;
        }
        try {
            Function mallopt = NativeLibrary.getInstance("c").getFunction("mallopt");
            mallopt.invokeInt(new Object[] {MMAP_THRESHOLD, 1 << 30});
            mallopt.invokeInt(new Object[] {TRIM_THRESHOLD, Integer.MAX_VALUE});
            mallopt.invokeInt(new Object[] {TOP_PAD, 64 << 20});
            mallopt.invokeInt(new Object[] {ARENA_MAX, 1});
        } catch (UnsatisfiedLinkError e) {
            // another C library has no such knob: slower, never wrong
        }
    }
}
