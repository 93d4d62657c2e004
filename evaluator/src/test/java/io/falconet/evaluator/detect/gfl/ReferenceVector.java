package io.falconet.evaluator.detect.gfl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** What the reference implementation of NanoDet's losses gives; skips the test where the file is absent. */
final class ReferenceVector {
    private static final Path FILE = Path.of("../../shared/reference/vectors/loss_nanodet.json");

    private ReferenceVector() {}

    static JsonNode read(String section) {
        Assumptions.assumeTrue(Files.exists(FILE), "needs the reference vectors at " + FILE);
        try {
            return new ObjectMapper().readTree(FILE.toFile()).get(section);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static float[] floats(JsonNode array) {
        float[] values = new float[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) array.get(i).asDouble();
        }
        return values;
    }

    /** Objects by image as {@code {class, x1, y1, x2, y2}}. */
    static List<List<float[]>> objects(JsonNode section) {
        List<List<float[]>> images = new ArrayList<>();
        for (int image = 0; image < section.get("gt").size(); image++) {
            List<float[]> objects = new ArrayList<>();
            for (int i = 0; i < section.get("gt").get(image).size(); i++) {
                float[] box = floats(section.get("gt").get(image).get(i));
                float label = section.get("labels").get(image).get(i).asInt();
                objects.add(new float[] {label, box[0], box[1], box[2], box[3]});
            }
            images.add(objects);
        }
        return images;
    }

    /** The rule by which the vectors' inputs are filled, from -1 to 1. */
    static float input(int tensor, int index) {
        long x = (index * 2654435761L + (1000003L + tensor) * 40503L + 1) & 0xffffffffL;
        x ^= x >>> 15;
        x = (x * 2246822519L) & 0xffffffffL;
        x ^= x >>> 13;
        x = (x * 3266489917L) & 0xffffffffL;
        x ^= x >>> 16;
        return (float) (2.0 * (x >>> 8) / (1 << 24) - 1);
    }
}
