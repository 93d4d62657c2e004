package io.falconet.evaluator.train;

import io.falconet.evaluator.data.Dataset;
import io.falconet.evaluator.data.ImageCache;
import io.falconet.evaluator.data.Letterbox;
import io.falconet.evaluator.data.Normalisation;
import io.falconet.evaluator.data.Sample;
import io.falconet.evaluator.detect.Box;
import io.falconet.evaluator.detect.DecodingRule;
import io.falconet.evaluator.detect.DetectionDecoder;
import io.falconet.evaluator.detect.DetectorFamily;
import io.falconet.evaluator.detect.ScoredBox;
import io.falconet.evaluator.detect.family.DetectorFamilies;
import io.falconet.evaluator.engine.ComputeGate;
import io.falconet.evaluator.engine.TorchNetwork;
import io.falconet.evaluator.engine.Weights;
import io.falconet.evaluator.metric.Detection;
import io.falconet.space.block.Detector;
import io.falconet.space.graph.Shape;
import java.util.ArrayList;
import java.util.List;

/** Lets a trained detector look at a data set. Images that cannot be read give no detections. Thread-safe. */
public final class Predictor {
    private static final int BATCH = 8;

    private final ImageCache images;
    private final Normalisation normalisation;
    private final ComputeGate gate;

    /**
     * @param images where pixels come from
     * @param normalisation of the pixels, as in training
     * @param gate that each batch passes through
     */
    public Predictor(ImageCache images, Normalisation normalisation, ComputeGate gate) {
        this.images = images;
        this.normalisation = normalisation;
        this.gate = gate;
    }

    /**
     * What the detector sees, in pixels of the original images, by its family's rule: at most 100 objects an image.
     *
     * @throws IllegalArgumentException if detectors of its family cannot be read
     * @throws InterruptedException if the thread is interrupted; it stops after the batch under way
     */
    public List<Detection> predict(Detector detector, Weights weights, Dataset dataset) throws InterruptedException {
        DetectorFamily family = DetectorFamilies.of(detector);
        return predict(family, family.standard(), weights, dataset);
    }

    /** The same by another rule. */
    public List<Detection> predict(Detector detector, DecodingRule rule, Weights weights, Dataset dataset)
            throws InterruptedException {
        return predict(DetectorFamilies.of(detector), rule, weights, dataset);
    }

    private List<Detection> predict(DetectorFamily family, DecodingRule rule, Weights weights, Dataset dataset)
            throws InterruptedException {
        Detector detector = family.detector();
        DetectionDecoder decoder = family.decoder(rule);
        Shape image = detector.network().input();
        List<Sample> samples = images.readable(dataset, image.width(), image.height())
                .dataset()
                .samples();
        List<Detection> detections = new ArrayList<>();
        try (TorchNetwork network = new TorchNetwork(detector.network(), weights)) {
            for (int start = 0; start < samples.size(); start += BATCH) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("The prediction was stopped.");
                }
                List<Sample> batch = samples.subList(start, Math.min(start + BATCH, samples.size()));
                detections.addAll(gate.compute(() -> look(network, decoder, image, batch)));
            }
        }
        return detections;
    }

    private List<Detection> look(TorchNetwork network, DetectionDecoder decoder, Shape shape, List<Sample> batch) {
        int size = Math.toIntExact(shape.elements());
        float[] values = new float[batch.size() * size];
        for (int i = 0; i < batch.size(); i++) {
            normalisation.write(images.pixels(batch.get(i), shape.width(), shape.height()), values, i * size);
        }
        float[][] outputs = network.predict(values, batch.size());
        List<Detection> detections = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            Sample sample = batch.get(i);
            Letterbox letterbox = Letterbox.fit(sample, shape.width(), shape.height());
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
