package io.falconet.evaluator.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.evaluator.engine.TorchNetwork;
import io.falconet.evaluator.engine.Weights;
import io.falconet.latency.measure.OnnxSession;
import io.falconet.space.block.Detector;
import java.util.Map;
import java.util.Random;

/** Compares what ONNX Runtime and PyTorch make of one detector, on an image of noise. */
final class Parity {
    /** Of the output's largest value. */
    private static final double TOLERANCE = 1e-5;

    private Parity() {}

    static void assertHolds(Detector detector, long seed) {
        Weights weights = RandomWeights.of(detector.network(), seed);
        float[] image = noise((int) detector.network().input().elements(), seed);
        byte[] model = OnnxWriter.singleImage().write(detector, weights);
        try (TorchNetwork torch = new TorchNetwork(detector.network(), weights);
                OnnxSession onnx = new OnnxSession(model, 1)) {
            onnx.read(image);
            Map<String, float[]> found = onnx.infer();
            float[][] expected = torch.predict(image, 1);
            assertThat(found.keySet()).containsExactlyElementsOf(OnnxWriter.outputs(detector));
            int level = 0;
            for (float[] output : found.values()) {
                assertThat(difference(output, expected[level])).isLessThan(TOLERANCE);
                level++;
            }
        }
    }

    /** The largest difference, relative to the largest value. */
    static double difference(float[] found, float[] expected) {
        assertThat(found).hasSameSizeAs(expected);
        double scale = 0;
        double largest = 0;
        for (int i = 0; i < expected.length; i++) {
            scale = Math.max(scale, Math.abs(expected[i]));
            largest = Math.max(largest, Math.abs(expected[i] - found[i]));
        }
        assertThat(scale).isPositive().isFinite();
        return largest / scale;
    }

    static float[] noise(int size, long seed) {
        Random random = new Random(seed);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
