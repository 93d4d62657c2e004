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
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ScaledYoloBlocksTest {
    private static final Path REFERENCE = Path.of("..", "..", "shared", "reference");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> blocksCostWhatTheirAuthorsCodeCosts() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode entry : read("blocks.json").get("blocks")) {
            if (entry.get("variant").asText().equals("scaled-yolov4 (Mish)")) {
                tests.add(dynamicTest(entry.get("block").asText() + " " + entry.get("args"), () -> checkCost(entry)));
            }
        }
        assertThat(tests).hasSize(7);
        return tests.stream();
    }

    private static void checkCost(JsonNode entry) {
        Network network = build(entry, entry.get("in_shapes").get(0));
        long executed = entry.get("params_executed").asLong();
        assertThat(Complexity.of(network))
                .isEqualTo(new Complexity(
                        entry.get("params").asLong(),
                        executed,
                        executed - entry.get("bn_channels").asLong(),
                        entry.get("macs").asLong()));
        assertThat(network.outputShapes()).containsExactly(shape(entry.get("out_shapes")));
    }

    @TestFactory
    Stream<DynamicTest> blocksHoldTheTensorsOfTheirAuthorsCode() {
        return Stream.of("y4_bottleneckcsp", "y4_sppcsp").map(name -> dynamicTest(name, () -> checkTensors(name)));
    }

    private static void checkTensors(String name) throws IOException {
        JsonNode vector = read("vectors/" + name + ".json");
        Network network =
                build(vector.get("constructor"), vector.get("inputs").get(0).get("shape"));
        Map<String, List<Integer>> tensors = new HashMap<>();
        for (Node node : network.nodes()) {
            node.weights().forEach(weight -> tensors.put(node.key(weight), weight.dimensions()));
        }
        Map<String, List<Integer>> published = new HashMap<>();
        for (JsonNode state : vector.get("state")) {
            List<Integer> dimensions = new ArrayList<>();
            state.get("shape").forEach(side -> dimensions.add(side.asInt()));
            published.put(state.get("name").asText(), dimensions);
        }
        assertThat(tensors).isEqualTo(published);
    }

    private static Network build(JsonNode call, JsonNode input) {
        List<Object> arguments = new ArrayList<>();
        call.get("args")
                .forEach(argument -> arguments.add(argument.isBoolean() ? argument.asBoolean() : argument.asInt()));
        CatalogEntry entry = Catalog.entry(new AuthorsCall(
                        call.get("variant").asText(), call.get("block").asText(), arguments, Map.of()))
                .orElseThrow();
        NetworkBuilder network = NetworkBuilder.of(shape(input), BatchNorm.STANDARD);
        return network.build(entry.part().append(network, network.inputs()));
    }

    private static Shape shape(JsonNode nchw) {
        return new Shape(nchw.get(1).asInt(), nchw.get(2).asInt(), nchw.get(3).asInt());
    }

    private static JsonNode read(String file) throws IOException {
        Path path = REFERENCE.resolve(file);
        assumeTrue(Files.exists(path), "The reference is not there: " + path);
        return JSON.readTree(path.toFile());
    }
}
