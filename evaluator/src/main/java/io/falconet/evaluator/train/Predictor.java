package io.falconet.evaluator.train;

import io.falconet.evaluator.data.Dataset;
import io.falconet.evaluator.data.ImageCache;
import io.falconet.evaluator.data.Letterbox;
import io.falconet.evaluator.data.NetworkInput;
import io.falconet.evaluator.data.Sample;
import io.falconet.evaluator.detect.Box;
import io.falconet.evaluator.detect.DetectionDecoder;
import io.falconet.evaluator.detect.DetectorFamily;
import io.falconet.evaluator.detect.ScoredBox;
import io.falconet.evaluator.detect.family.DetectorFamilies;
import io.falconet.evaluator.engine.Processor;
import io.falconet.evaluator.engine.TorchNetwork;
import io.falconet.evaluator.engine.Weights;
import io.falconet.evaluator.metric.Detection;
import io.falconet.latency.measure.ComputeGate;
import io.falconet.space.block.Detector;
import java.util.ArrayList;
import java.util.List;

/** Lets a trained detector look at a data set. Images that cannot be read give no detections. Thread-safe. */
public final class Predictor {
    private static final int BATCH = 8;

    private final ImageCache images;
    private final ComputeGate gate;
    private final Processor processor;

    /**
     * Looks by the CPU.
     *
     * @param images where pixels come from
     * @param gate that each batch passes through
     */
    public Predictor(ImageCache images, ComputeGate gate) {
        this(images, gate, Processor.CPU);
    }

    private Predictor(ImageCache images, ComputeGate gate, Processor processor) {
        this.images = images;
        this.gate = gate;
        this.processor = processor;
    }

    /** The predictor whose networks compute elsewhere. */
    public Predictor on(Processor other) {
        return new Predictor(images, gate, other);
    }

    /**
     * What the detector sees, in pixels of the original images, by its family's rule: at most 100 objects an image.
     *
     * @param input how the detector takes images, as in training
     * @throws IllegalArgumentException if detectors of its family cannot be read
     * @throws InterruptedException if the thread is interrupted; it stops after the batch under way
     */
    public List<Detection> predict(Detector detector, NetworkInput input, Weights weights, Dataset dataset)
            throws InterruptedException {
        DetectorFamily family = DetectorFamilies.of(detector);
        DetectionDecoder decoder = family.decoder(family.standard());
        List<Sample> samples = images.readable(dataset, input).dataset().samples();
        List<Detection> detections = new ArrayList<>();
        try (TorchNetwork network = new TorchNetwork(detector.network(), weights, 1, processor)) {
            for (int start = 0; start < samples.size(); start += BATCH) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("The prediction was stopped.");
                }
                List<Sample> batch = samples.subList(start, Math.min(start + BATCH, samples.size()));
                detections.addAll(gate.compute(() -> look(network, decoder, input, batch)));
            }
        }
        return detections;
    }

    private List<Detection> look(
            TorchNetwork network, DetectionDecoder decoder, NetworkInput input, List<Sample> batch) {
        int size = 3 * input.width() * input.height();
        float[] values = new float[batch.size() * size];
        for (int i = 0; i < batch.size(); i++) {
            input.normalisation().write(images.pixels(batch.get(i), input), values, i * size);
        }
        float[][] outputs = network.predict(values, batch.size());
        List<Detection> detections = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            Sample sample = batch.get(i);
            Letterbox letterbox = input.letterbox(sample.width(), sample.height());
            for (ScoredBox found : decoder.decode(outputs, i)) {
                detections.add(detection(sample, letterbox, found));
            }
        }
        return detections;
    }

    /** In original pixels, cut to the image: the rest of the letterbox shows nothing. */
    private static Detection detection(Sample sample, Letterbox letterbox, ScoredBox found) {
        Box network = found.box();
        Box original = new Box(
                        letterbox.toOriginalX(network.x1()),
                        letterbox.toOriginalY(network.y1()),
                        letterbox.toOriginalX(network.x2()),
                        letterbox.toOriginalY(network.y2()))
                .within(sample.width(), sample.height());
        return new Detection(
                sample.id(),
                found.classIndex(),
                found.score(),
                original.x1(),
                original.y1(),
                original.x2(),
                original.y2());
    }
}
