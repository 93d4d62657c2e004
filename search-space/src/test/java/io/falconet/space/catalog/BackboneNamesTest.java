package io.falconet.space.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconet.space.graph.BatchNorm;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Shape;
import io.falconet.space.zoo.ZooModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each tensor of the authors' backbones and of their blocks has one of the same size in the catalog, and none is left. */
class BackboneNamesTest {
    private static final Path VECTORS = Path.of("..", "..", "shared", "reference", "vectors");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> VARIANTS = Set.of("dla", "huawei", "mobilenetv3", "megvii", "nanodet/torchvision");

    private static final Map<String, String> MODELS = Map.of(
            "m_dla34_levels", "dla34-features",
            "m_dla46_c_levels", "dla46_c-features",
            "m_ghostnet_1.0", "ghostnet-1.0",
            "m_mobilenetv3_large", "mobilenetv3-large-1.0",
            "m_shufflenetv2_1.0x", "shufflenetv2-1.0x");

    @TestFactory
    Stream<DynamicTest> tensorsOfBlocksAreNamed() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        assumeTrue(Files.isDirectory(VECTORS), "The reference vectors are not there: " + VECTORS);
        try (Stream<Path> files = Files.list(VECTORS)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                JsonNode vector = JSON.readTree(file.toFile());
                if (VARIANTS.contains(vector.path("constructor").path("variant").asText())) {
                    tests.add(dynamicTest(vector.get("name").asText(), () -> checkBlock(vector)));
                }
            }
        }
        assertThat(tests).hasSizeGreaterThan(20);
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> tensorsOfModelsAreNamed() {
        assumeTrue(Files.isDirectory(VECTORS), "The reference vectors are not there: " + VECTORS);
        return MODELS.entrySet().stream()
                .map(model -> dynamicTest(model.getKey(), () -> checkModel(model.getKey(), model.getValue())));
    }

    private static void checkBlock(JsonNode vector) {
        JsonNode constructor = vector.get("constructor");
        CatalogEntry entry = Catalog.entry(new AuthorsCall(
                        constructor.get("variant").asText(),
                        constructor.get("block").asText(),
                        List.of(JSON.convertValue(constructor.get("args"), Object[].class)),
                        arguments(constructor.get("kwargs"))))
                .orElseThrow();
        List<Shape> inputs = new ArrayList<>();
        vector.get("inputs").forEach(input -> inputs.add(shape(input)));
        NetworkBuilder network = NetworkBuilder.of(inputs, BatchNorm.STANDARD);
        check(vector, network.build(entry.part().append(network, network.inputs())), entry.names());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> arguments(JsonNode named) {
        return JSON.convertValue(named, Map.class);
    }

    private static void checkModel(String file, String model) throws IOException {
        JsonNode vector = JSON.readTree(VECTORS.resolve(file + ".json").toFile());
        Shape image = shape(vector.get("inputs").get(0));
        Network network = ZooModel.named(model).recipe().build(image, 1000).network();
        check(vector, network, file.contains("ghost") ? GhostNetBlocks.NAMES : AuthorsNames.SAME);
    }

    private static Shape shape(JsonNode input) {
        JsonNode axes = input.get("shape");
        return new Shape(axes.get(1).asInt(), axes.get(2).asInt(), axes.get(3).asInt());
    }

    private static void check(JsonNode vector, Network network, AuthorsNames names) {
        Map<String, Long> ours = new TreeMap<>();
        network.nodes().forEach(node -> node.weights().forEach(weight -> ours.put(node.key(weight), weight.size())));
        Map<String, Long> theirs = new TreeMap<>();
        for (JsonNode tensor : vector.get("state")) {
            long size = 1;
            for (JsonNode axis : tensor.get("shape")) {
                size *= axis.asLong();
            }
            theirs.put(names.inCatalog(tensor.get("name").asText()), size);
        }
        assertThat(ours).isEqualTo(theirs);
        List<Shape> outputs = new ArrayList<>();
        for (JsonNode output : vector.get("outputs")) {
            JsonNode axes = output.get("shape");
            outputs.add(axes.size() == 4 ? shape(output) : new Shape(axes.get(1).asInt(), 1, 1));
        }
        assertThat(network.outputShapes()).isEqualTo(outputs);
    }
}
