package io.falconet.latency.measure;

import io.falconet.space.outcome.DeviceProfile;
import io.falconet.space.outcome.LatencyReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Measures how long one inference of one image takes on this machine, by a {@link LatencyProtocol}. Each turn holds the
 * gate's measuring side.
 */
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

    /**
     * Measures a model.
     *
     * @param model an ONNX file's content
     * @param threads that one inference may use
     * @throws InterruptedException if the thread is interrupted while it waits for its turn
     * @throws IllegalArgumentException if ONNX Runtime cannot load the model
     */
    public LatencyReport measure(byte[] model, int threads) throws InterruptedException {
        long end = System.nanoTime() + protocol.budget().toNanos();
        List<Round> rounds = new ArrayList<>();
        for (int turns = 0; turns < protocol.minTurns() || again(turns, rounds, end); turns++) {
            rounds.addAll(gate.measure(() -> turn(model, threads)));
        }
        return new Measurement(rounds).report(device(threads));
    }

    private boolean again(int turns, List<Round> rounds, long end) {
        return turns < protocol.maxTurns() && System.nanoTime() < end && !new Measurement(rounds).agrees();
    }

    private List<Round> turn(byte[] model, int threads) {
        RunClock clock = new RunClock(threads);
        List<Round> rounds = new ArrayList<>();
        for (int i = 0; i < protocol.roundsATurn(); i++) {
            try (OnnxSession session = new OnnxSession(model, threads)) {
                session.inputSizes().forEach((input, size) -> session.read(input, noise(size)));
                rounds.add(Round.run(session, protocol, clock));
            }
        }
        return rounds;
    }

    /** An image of standard normal noise, always the same: what normalised pixels look like to arithmetic. */
    private static float[] noise(int size) {
        Random random = new Random(0);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
