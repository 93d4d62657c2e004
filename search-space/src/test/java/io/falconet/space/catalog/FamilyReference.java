package io.falconet.space.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconet.space.graph.BatchNorm;
import io.falconet.space.graph.Complexity;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The reference's blocks and state tensors of one group of authors, and the checks of the catalog against them. */
final class FamilyReference {
    private static final Path REFERENCE = Path.of("..", "..", "shared", "reference");
    private static final ObjectMapper JSON = new ObjectMapper();

    private FamilyReference() {}

    /** The counted blocks of those authors. */
    static List<JsonNode> blocks(String variant) {
        return stream(read(REFERENCE.resolve("blocks.json")).get("blocks"))
                .filter(entry -> entry.get("variant").asText().equals(variant))
                .toList();
    }

    /** The blocks of those authors whose tensors are listed. */
    static List<JsonNode> vectors(String variant) {
        Path vectors = REFERENCE.resolve("vectors");
        assumeTrue(Files.isDirectory(vectors), "The reference is not there: " + vectors);
        try (Stream<Path> files = Files.list(vectors)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(FamilyReference::read)
                    .filter(vector ->
                            vector.path("constructor").path("variant").asText().equals(variant))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode vector(String name) {
        return read(REFERENCE.resolve("vectors").resolve(name + ".json"));
    }

    /** Parameters, executed parameters and multiply-accumulates are the reference's. */
    static void checkCounts(JsonNode entry, Network network) {
        Complexity complexity = Complexity.of(network);
        assertThat(List.of(complexity.parameters(), complexity.parametersExecuted(), complexity.macs()))
                .as("parameters, executed, multiply-accumulates")
                .isEqualTo(List.of(
                        entry.get("params").asLong(),
                        entry.get("params_executed").asLong(),
                        entry.get("macs").asLong()));
    }

    /** Each tensor of the authors is one of the network's, and the other way round. */
    static void checkTensors(JsonNode vector, Network network, AuthorsNames names) {
        Map<String, String> expected = new TreeMap<>();
        for (JsonNode tensor : vector.get("state")) {
            if (!tensor.get("kind").asText().equals("keep")) {
                String name = names.inCatalog(tensor.get("name").asText());
                expected.put(name, dimensions(stream(tensor.get("shape")).map(JsonNode::asInt)));
            }
        }
        Map<String, String> found = new TreeMap<>();
        for (Node node : network.nodes()) {
            node.weights().forEach(weight -> found.put(node.key(weight), dimensions(weight.dimensions().stream())));
        }
        assertThat(found).isEqualTo(expected);
    }

    /** A fully connected layer may be a 1x1 convolution in the catalog. */
    private static String dimensions(Stream<Integer> axes) {
        return axes.map(String::valueOf).collect(Collectors.joining("x")).replaceAll("x1x1$", "");
    }

    /** The catalog's part for a call, reading maps of those shapes. */
    static Network build(JsonNode call, List<Shape> inputs) {
        NetworkBuilder network = NetworkBuilder.of(inputs, BatchNorm.STANDARD);
        return network.build(entry(call).part().append(network, network.inputs()));
    }

    static CatalogEntry entry(JsonNode call) {
        return Catalog.entry(new AuthorsCall(
                        call.get("variant").asText(),
                        call.get("block").asText(),
                        JSON.convertValue(call.get("args"), new TypeReference<List<Object>>() {}),
                        JSON.convertValue(call.get("kwargs"), new TypeReference<Map<String, Object>>() {})))
                .orElseThrow();
    }

    /** The maps of a list of shapes, batch axis first. */
    static List<Shape> shapes(JsonNode shapes) {
        return stream(shapes).map(FamilyReference::shape).toList();
    }

    /** What a vector's network reads. */
    static List<Shape> inputs(JsonNode vector) {
        return stream(vector.get("inputs"))
                .map(input -> shape(input.get("shape")))
                .toList();
    }

    /** The map of a shape, batch axis first. */
    static Shape shape(JsonNode shape) {
        return new Shape(
                shape.get(1).asInt(), shape.get(2).asInt(), shape.get(3).asInt());
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        return elements.stream();
    }

    private static JsonNode read(Path file) {
        assumeTrue(Files.exists(file), "The reference is not there: " + file);
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
