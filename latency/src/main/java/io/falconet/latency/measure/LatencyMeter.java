package io.falconet.latency.measure;

import io.falconet.space.outcome.DeviceProfile;
import java.util.ArrayList;
import java.util.List;

/** Measures how long one inference takes on this machine, by a {@link LatencyProtocol}. Each turn holds the gate's measuring side. */
public final class LatencyMeter {
    private final ComputeGate gate;
    private final LatencyProtocol protocol;
    private final InferenceRuntime runtime;

    /**
     * @param gate that keeps other computation away meanwhile
     * @param runtime that runs the models
     */
    public LatencyMeter(ComputeGate gate, LatencyProtocol protocol, InferenceRuntime runtime) {
        this.gate = gate;
        this.protocol = protocol;
        this.runtime = runtime;
    }

    /** Measures with ONNX Runtime. */
    public LatencyMeter(ComputeGate gate, LatencyProtocol protocol) {
        this(gate, protocol, InferenceRuntime.ONNX_RUNTIME);
    }

    /** What is measured on: this machine, with that many threads an inference. */
    public static DeviceProfile device(InferenceRuntime runtime, int threads) {
        return new DeviceProfile("local", Processor.describe(), runtime.version(), threads);
    }

    /** Measures a model that reads one image. */
    public Measurement measure(byte[] model, int threads) throws InterruptedException {
        return measure(model, threads, 1);
    }

    /**
     * Measures a model.
     *
     * @param model an ONNX file's content
     * @param threads that one inference may use
     * @param batch images at a time
     * @throws InterruptedException if the thread is interrupted while it waits for its turn
     * @throws IllegalArgumentException if the runtime cannot load the model, or it reads another number of images
     */
    public Measurement measure(byte[] model, int threads, int batch) throws InterruptedException {
        OnnxModel timed = new OnnxModel(model, runtime, threads, batch);
        long end = System.nanoTime() + protocol.budget().toNanos();
        MachineState before = MachineState.read();
        List<Round> rounds = new ArrayList<>();
        Measurement all;
        int turns = 0;
        do {
            rounds.addAll(gate.measure(() -> turn(timed)));
            turns++;
            all = new Measurement(device(runtime, threads), batch, before, MachineState.read(), rounds);
        } while (turns < protocol.minTurns()
                || turns < protocol.maxTurns() && System.nanoTime() < end && !all.settled());
        return all;
    }

    private List<Round> turn(OnnxModel model) {
        RunClock clock = new RunClock(model.threads());
        List<Round> rounds = new ArrayList<>();
        try (Anchor anchor = new Anchor(model.threads())) {
            long before = anchor.median(clock);
            for (int i = 0; i < protocol.roundsATurn(); i++) {
                rounds.add(Round.run(model, protocol, clock, anchor, before));
                before = anchor.median(clock);
            }
        }
        return rounds;
    }
}
