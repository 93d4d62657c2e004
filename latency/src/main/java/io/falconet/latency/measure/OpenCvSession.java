package io.falconet.latency.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nu.pattern.OpenCV;
import org.opencv.core.Core;
import org.opencv.core.CvException;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.dnn.Dnn;
import org.opencv.dnn.Net;

/**
 * A model loaded into OpenCV's module DNN, on this machine's processor. OpenCV keeps its number of threads for the whole
 * process: sessions with different ones are not to be used by turns.
 */
final class OpenCvSession implements ModelSession {
    private final Net net;
    private final List<String> outputs;
    private final Map<String, long[]> shapes;
    private final Map<String, Mat> feed = new LinkedHashMap<>();

    OpenCvSession(byte[] model, int threads, int batch) {
        shapes = OnnxSession.inputShapes(model, batch);
        loadLibrary();
        Core.setNumThreads(threads);
        try {
            net = Dnn.readNetFromONNX(new MatOfByte(model));
            net.setPreferableBackend(Dnn.DNN_BACKEND_OPENCV);
            net.setPreferableTarget(Dnn.DNN_TARGET_CPU);
            outputs = net.getUnconnectedOutLayersNames();
            shapes.forEach((input, shape) -> feed.put(input, blob(shape)));
            feed.forEach((input, blob) -> net.setInput(blob, input));
            run(); // what it cannot compute shows here
        } catch (CvException e) {
            throw new IllegalArgumentException(
                    "OpenCV cannot run the model: %s. Maybe --runtime onnxruntime, which knows more operators."
                            .formatted(e.getMessage().replaceAll("\\s+", " ")),
                    e);
        }
    }

    /** The runtime and its version, as people know it. */
    static String runtime() {
        return "OpenCV DNN " + Core.VERSION;
    }

    /** Loads OpenCV itself, once. */
    static void loadLibrary() {
        OpenCV.loadLocally();
    }

    private static Mat blob(long[] shape) {
        int[] lengths = new int[shape.length];
        for (int axis = 0; axis < lengths.length; axis++) {
            lengths[axis] = Math.toIntExact(shape[axis]);
        }
        return new Mat(lengths, CvType.CV_32F);
    }

    @Override
    public Map<String, Integer> inputSizes() {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        feed.forEach((input, blob) -> sizes.put(input, Math.toIntExact(blob.total())));
        return sizes;
    }

    @Override
    public void read(String input, float[] values) {
        Mat blob = feed.get(input);
        if (blob == null || blob.total() != values.length) {
            throw new IllegalArgumentException(
                    "The model reads %s, found %d values for %s.".formatted(inputSizes(), values.length, input));
        }
        blob.put(new int[blob.dims()], values);
    }

    @Override
    public void run() {
        List<Mat> results = new ArrayList<>();
        // handed over each time, since the net keeps no copy that it would notice a change of
        feed.forEach((input, blob) -> net.setInput(blob, input));
        net.forward(results, outputs);
        results.forEach(Mat::release);
    }

    @Override
    public void close() {
        feed.values().forEach(Mat::release);
    }
}
