package io.falconet.latency.measure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * A small network that is always the same, run between the rounds of a measurement: where it takes longer than before, it is
 * the machine that changed, not the model. Four 3×3 convolutions of 16 channels over 64×64 pixels.
 */
final class Anchor implements AutoCloseable {
    private static final int RUNS = 9;
    private static final int WARM_UP = 3;

    private final ModelSession session;

    /** The network where the runtime computes: on the processor, or beside it. */
    Anchor(InferenceRuntime runtime, int threads) {
        InferenceRuntime own = runtime.onProcessor() ? InferenceRuntime.ONNX_RUNTIME : runtime;
        try (InputStream resource = Anchor.class.getResourceAsStream("anchor.onnx")) {
            session = own.load(resource.readAllBytes(), threads, 1);
        } catch (IOException e) {
            throw new UncheckedIOException("The anchor network lies beside this class.", e);
        }
    }

    /** The median of some runs. */
    long median(RunClock clock) {
        for (int i = 0; i < WARM_UP; i++) {
            session.run();
        }
        long[] nanos = new long[RUNS];
        for (int i = 0; i < RUNS; i++) {
            nanos[i] = clock.time(session).nanos();
        }
        return new Timings(nanos).median();
    }

    @Override
    public void close() {
        session.close();
    }
}
