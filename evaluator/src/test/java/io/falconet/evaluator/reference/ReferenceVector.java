package io.falconet.evaluator.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconet.evaluator.SharedFolder;
import io.falconet.evaluator.engine.Tensor;
import io.falconet.space.graph.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What the authors' code of a block or model gave for weights and an input that a fixed rule fills. */
record ReferenceVector(JsonNode entry) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static ReferenceVector read(String name) {
        try {
            Path file = SharedFolder.path("reference/vectors").resolve(name + ".json");
            return new ReferenceVector(JSON.readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Shape input() {
        JsonNode shape = entry.get("inputs").get(0).get("shape");
        return new Shape(
                shape.get(1).asInt(), shape.get(2).asInt(), shape.get(3).asInt());
    }

    float[] inputValues() {
        int k = entry.get("inputs").get(0).get("k").asInt();
        float[] values = new float[Math.toIntExact(input().elements())];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (2 * uniform(k, i) - 1);
        }
        return values;
    }

    /** The weights by the authors' names. */
    Map<String, Tensor> state() {
        Map<String, Tensor> state = new LinkedHashMap<>();
        for (JsonNode tensor : entry.get("state")) {
            if (tensor.has("k")) {
                state.put(tensor.get("name").asText(), filled(tensor));
            }
        }
        return state;
    }

    private static Tensor filled(JsonNode tensor) {
        List<Integer> dimensions = new ArrayList<>();
        tensor.get("shape").forEach(side -> dimensions.add(side.asInt()));
        int size = dimensions.stream().reduce(1, Math::multiplyExact);
        double bound = Math.sqrt(6.0 * dimensions.get(0) / size);
        int k = tensor.get("k").asInt();
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            double u = uniform(k, i);
            values[i] = (float)
                    switch (tensor.get("kind").asText()) {
                        case "weight" -> (2 * u - 1) * bound;
                        case "gain" -> 0.75 + 0.5 * u;
                        case "bias", "bn_mean" -> (2 * u - 1) * 0.1;
                        case "bn_var" -> 0.5 + u;
                        default -> throw new IllegalArgumentException("No rule fills " + tensor);
                    };
        }
        return new Tensor(dimensions, values);
    }

    /** A number in [0, 1) for an element of a tensor. */
    private static double uniform(int tensor, int element) {
        int x = (int) (element * 2654435761L + tensor * 40503L + 1);
        x = (x ^ x >>> 15) * (int) 2246822519L;
        x = (x ^ x >>> 13) * (int) 3266489917L;
        x ^= x >>> 16;
        return (x >>> 8) / (double) (1 << 24);
    }

    /** The first output, flat. */
    float[] output() {
        try {
            Path file = SharedFolder.path("reference/vectors")
                    .resolve(entry.get("outputs").get(0).get("file").asText());
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
            float[] values = new float[bytes.remaining() / Float.BYTES];
            bytes.asFloatBuffer().get(values);
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How far a 32-bit run may be off: ten times what the authors' own was. */
    double tolerance() {
        return 10 * entry.get("outputs").get(0).get("f32_max_abs_diff").asDouble();
    }

    /** The largest difference between two outputs of one length. */
    static double largestDifference(float[] one, float[] other) {
        return IntStream.range(0, Math.max(one.length, other.length))
                .mapToDouble(i -> Math.abs((double) one[i] - other[i]))
                .max()
                .orElse(0);
    }
}
