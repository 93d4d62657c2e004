package io.falconet.space.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconet.space.graph.BatchNorm;
import io.falconet.space.graph.Complexity;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Shape;
import io.falconet.space.zoo.ZooModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** YOLOv5's and GSConv's blocks and models hold the tensors that their authors' code holds, and cost what it costs. */
class YoloBlocksTest {
    private static final Path REFERENCE = Path.of("..", "..", "shared", "reference");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> VARIANTS =
            Set.of("yolov5", "seed004", "gsconv-yolov5", "gsconv-scaled-yolov4", "inPaper");

    @TestFactory
    Stream<DynamicTest> blocksCostWhatTheirAuthorsCodeCosts() throws IOException {
        assumeTrue(Files.exists(REFERENCE), "The reference is not there: " + REFERENCE);
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode entry : read("blocks.json").get("blocks")) {
            if (VARIANTS.contains(entry.get("variant").asText())) {
                tests.add(dynamicTest(
                        entry.get("variant") + " " + entry.get("block") + entry.get("args"), () -> cost(entry)));
            }
        }
        assertThat(tests).hasSizeGreaterThanOrEqualTo(88);
        return tests.stream();
    }

    private static void cost(JsonNode entry) {
        Network network = network(call(entry), entry.get("in_shapes").get(0));
        long executed = entry.get("params_executed").asLong();
        Complexity complexity = Complexity.of(network);
        assertThat(complexity.parameters()).isEqualTo(entry.get("params").asLong());
        assertThat(complexity.parametersExecuted()).isEqualTo(executed);
        assertThat(complexity.macs()).isEqualTo(entry.get("macs").asLong());
        assertThat(network.outputShapes()).containsExactly(shape(entry.get("out_shapes")));
    }

    @TestFactory
    Stream<DynamicTest> tensorsAreCalledAsTheirAuthorsCallThem() throws IOException {
        assumeTrue(Files.exists(REFERENCE), "The reference is not there: " + REFERENCE);
        try (Stream<Path> files = Files.list(REFERENCE.resolve("vectors"))) {
            List<Path> vectors = files.filter(file ->
                            file.getFileName().toString().matches("(y5|gs4|gs5|gspaper|seed004|m_yolov5|m_gs)_?.*json"))
                    .sorted()
                    .toList();
            assertThat(vectors).hasSizeGreaterThanOrEqualTo(35);
            return vectors.stream().map(file -> dynamicTest(file.getFileName().toString(), () -> names(file)));
        }
    }

    private static void names(Path file) {
        JsonNode vector = read("vectors/" + file.getFileName());
        JsonNode constructor = vector.get("constructor");
        JsonNode input = vector.get("inputs").get(0).get("shape");
        Network network = constructor.has("model") ? model(constructor, input) : network(call(constructor), input);
        Map<String, List<Integer>> expected = new TreeMap<>();
        for (JsonNode tensor : vector.get("state")) {
            if (tensor.hasNonNull("k")) {
                expected.put(tensor.get("name").asText(), integers(tensor.get("shape")));
            }
        }
        Map<String, List<Integer>> found = new TreeMap<>();
        network.nodes()
                .forEach(node -> node.weights().forEach(weight -> found.put(node.key(weight), weight.dimensions())));
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void softNearestAndExtendedDownsamplingKeepChannelsOrDoubleThem() {
        assertThat(rethought("SNI", List.of(0, 0, 2)).outputShapes()).containsExactly(new Shape(16, 16, 16));
        assertThat(rethought("ESD", List.of(16, 16)).outputShapes()).containsExactly(new Shape(16, 4, 4));
        assertThat(rethought("ESD", List.of(16, 32)).outputShapes()).containsExactly(new Shape(32, 4, 4));
    }

    private static Network rethought(String block, List<Object> args) {
        return network(
                new AuthorsCall("rethinking-fpn", block, args, Map.of()), JSON.valueToTree(List.of(1, 16, 8, 8)));
    }

    private static Network network(AuthorsCall call, JsonNode input) {
        NetworkBuilder network = NetworkBuilder.of(List.of(shape(input)), BatchNorm.STANDARD);
        CatalogEntry entry = Catalog.entry(call).orElseThrow();
        assertThat(entry.names()).isEqualTo(AuthorsNames.SAME);
        return network.build(entry.part().append(network, network.inputs()));
    }

    private static Network model(JsonNode constructor, JsonNode input) {
        String file = constructor.get("model").asText();
        String name = file.substring(file.indexOf('/') + 1, file.lastIndexOf('.'));
        int classes = constructor.get("nc").asInt();
        return ZooModel.named(name).recipe().build(shape(input), classes).network();
    }

    private static AuthorsCall call(JsonNode entry) {
        return new AuthorsCall(
                entry.get("variant").asText(),
                entry.get("block").asText(),
                List.of(JSON.convertValue(entry.get("args"), Object[].class)),
                JSON.convertValue(
                        entry.get("kwargs"),
                        JSON.getTypeFactory().constructMapType(Map.class, String.class, Object.class)));
    }

    private static Shape shape(JsonNode nchw) {
        return new Shape(nchw.get(1).asInt(), nchw.get(2).asInt(), nchw.get(3).asInt());
    }

    private static List<Integer> integers(JsonNode array) {
        List<Integer> values = new ArrayList<>();
        array.forEach(value -> values.add(value.asInt()));
        return values;
    }

    private static JsonNode read(String name) {
        try {
            return JSON.readTree(REFERENCE.resolve(name).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
