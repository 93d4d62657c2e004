package io.falconet.latency.measure;

import io.falconet.space.outcome.DeviceProfile;
import java.util.ArrayList;
import java.util.List;

/** Measures how long one inference takes on this machine, by a {@link LatencyProtocol}. Each turn holds the gate's measuring side. */
public final class LatencyMeter {
    private final ComputeGate gate;
    private final LatencyProtocol protocol;

    public LatencyMeter(ComputeGate gate, LatencyProtocol protocol) {
        this.gate = gate;
        this.protocol = protocol;
    }

    /** Measures by the standard protocol. */
    public LatencyMeter(ComputeGate gate) {
        this(gate, LatencyProtocol.STANDARD);
    }

    /** What is measured on: this machine, with that many threads an inference. */
    public static DeviceProfile device(int threads) {
        return new DeviceProfile("local", Processor.describe(), OnnxSession.runtime(), threads);
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
     * @throws IllegalArgumentException if ONNX Runtime cannot load the model, or it reads another number of images
     */
    public Measurement measure(byte[] model, int threads, int batch) throws InterruptedException {
        OnnxModel timed = new OnnxModel(model, threads, batch);
        long end = System.nanoTime() + protocol.budget().toNanos();
        MachineState before = MachineState.read();
        List<Round> rounds = new ArrayList<>();
        Measurement all;
        int turns = 0;
        do {
            rounds.addAll(gate.measure(() -> turn(timed)));
            turns++;
            all = new Measurement(device(threads), batch, before, MachineState.read(), rounds);
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
