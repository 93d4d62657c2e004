package io.falconet.latency.measure;

import io.falconet.space.outcome.DeviceProfile;
import java.util.List;

/** Measures how long one inference takes on this machine, by a {@link LatencyProtocol}. Each round holds the gate's measuring side. */
public final class LatencyMeter {
    private final ComputeGate gate;
    private final LatencyProtocol protocol;
    private final InferenceRuntime runtime;
    private final DeviceProfile here;
    private final AnchorRecord anchor = new AnchorRecord();

    /**
     * @param gate that keeps other computation away meanwhile
     * @param runtime that runs the models
     * @throws IllegalArgumentException if it cannot on this machine, with what is missing
     */
    public LatencyMeter(ComputeGate gate, LatencyProtocol protocol, InferenceRuntime runtime) {
        this.gate = gate;
        this.protocol = protocol;
        runtime.check();
        this.runtime = runtime;
        this.here = runtime.device(1);
    }

    /** Measures with ONNX Runtime. */
    public LatencyMeter(ComputeGate gate, LatencyProtocol protocol) {
        this(gate, protocol, InferenceRuntime.ONNX_RUNTIME);
    }

    /**
     * What is measured on: this machine, with that many threads an inference.
     *
     * @throws IllegalArgumentException if it has not what the runtime computes on
     */
    public static DeviceProfile device(InferenceRuntime runtime, int threads) {
        return runtime.device(threads);
    }

    /** What this one measures on. */
    public DeviceProfile device(int threads) {
        return new DeviceProfile(here.name(), here.processor(), here.runtime(), threads);
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
        return measure(List.of(model), threads, batch).get(0);
    }

    /**
     * Measures several models, a round of each after the other, so that the rounds of a model lie far apart.
     *
     * @param models ONNX files' contents
     * @return in their order
     */
    public List<Measurement> measure(List<byte[]> models, int threads, int batch) throws InterruptedException {
        List<Measuring> all = models.stream()
                .map(model ->
                        new Measuring(new OnnxModel(model, runtime, threads, batch), device(threads), protocol, anchor))
                .toList();
        List<Measuring> going = all;
        while (!going.isEmpty()) {
            for (Measuring model : going) {
                gate.measure(model::next);
            }
            going = going.stream().filter(model -> !model.done()).toList();
        }
        return all.stream().map(Measuring::measurement).toList();
    }
}
