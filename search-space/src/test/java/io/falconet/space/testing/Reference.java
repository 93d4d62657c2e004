package io.falconet.space.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconet.space.graph.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Figures that were read off the authors' own code. They are no part of the repository: tests are skipped without them. */
public final class Reference {
    private static final Path FOLDER = Path.of("..", "..", "shared", "reference");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Reference() {}

    /** The entries of a file's list. */
    public static List<JsonNode> entries(String file, String list) throws IOException {
        Path path = FOLDER.resolve(file);
        assumeTrue(Files.exists(path), "The reference figures are not there: " + path);
        List<JsonNode> entries = new ArrayList<>();
        JSON.readTree(path.toFile()).get(list).forEach(entries::add);
        return entries;
    }

    /** A map's shape out of batch, channels, height and width. */
    public static Shape shape(JsonNode batchFirst) {
        return new Shape(
                batchFirst.get(1).asInt(),
                batchFirst.get(2).asInt(),
                batchFirst.get(3).asInt());
    }

    /** Any value as JSON has it. */
    public static JsonNode json(Object value) {
        return JSON.valueToTree(value);
    }

    /** Any JSON as lists, maps, texts, numbers and truth values. */
    public static Object plain(JsonNode json) {
        return JSON.convertValue(json, Object.class);
    }
}
