package io.falconet.evaluator;

import io.falconet.evaluator.engine.TorchNetwork;
import io.falconet.evaluator.engine.Weights;
import io.falconet.evaluator.export.OnnxWriter;
import io.falconet.latency.measure.OnnxSession;
import io.falconet.space.block.Detector;
import java.util.Map;

/** Whether an exported model gives what the trained one gives. */
final class ExportCheck {
    /** Largest difference allowed, relative to the largest value of an output. */
    static final double TOLERANCE = 1e-5;

    private ExportCheck() {}

    /**
     * Compares the two on one image.
     *
     * @param image normalised values, as the detector reads them
     * @return the largest difference, relative to the largest value of its output
     * @throws IllegalStateException if it is over the {@linkplain #TOLERANCE tolerance}
     */
    static double difference(Detector detector, Weights weights, byte[] model, float[] image) {
        float[][] expected;
        try (TorchNetwork network = new TorchNetwork(detector.network(), weights)) {
            expected = network.predict(image, 1);
        }
        Map<String, float[]> found;
        try (OnnxSession session = new OnnxSession(model, 1)) {
            session.read(image);
            found = session.infer();
        }
        double worst = 0;
        for (int level = 0; level < expected.length; level++) {
            String name = OnnxWriter.outputs(detector).get(level);
            double difference = difference(found.get(name), expected[level]);
            if (!(difference <= TOLERANCE)) {
                throw new IllegalStateException(
                        "The ONNX model should give what the trained network gives within %.0e of the output's scale, but %s differs by %.2e. Maybe a norm's variance is so close to zero that rounding errors grow."
                                .formatted(TOLERANCE, name, difference));
            }
            worst = Math.max(worst, difference);
        }
        return worst;
    }

    private static double difference(float[] found, float[] expected) {
        double scale = 0;
        double largest = 0;
        for (int i = 0; i < expected.length; i++) {
            scale = Math.max(scale, Math.abs(expected[i]));
            double difference = Math.abs((double) found[i] - expected[i]);
            if (!Double.isFinite(difference)) {
                return Double.NaN;
            }
            largest = Math.max(largest, difference);
        }
        return largest == 0 ? 0 : largest / scale;
    }
}
