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
import io.falconet.space.testing.Reference;
import io.falconet.space.zoo.ZooModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** YOLOv5's and GSConv's blocks and models hold the tensors that their authors' code holds, by the same names. */
class YoloTensorsTest {
    private static final Path VECTORS = Path.of("..", "..", "shared", "reference", "vectors");
    private static final String THESE = "(y5|gs4|gs5|gspaper|seed004|m_yolov5|m_gs).*json";

    @TestFactory
    Stream<DynamicTest> tensorsAreCalledAsTheirAuthorsCallThem() throws IOException {
        assumeTrue(Files.exists(VECTORS), "The reference vectors are not there: " + VECTORS);
        try (Stream<Path> files = Files.list(VECTORS)) {
            List<Path> vectors = files.filter(
                            file -> file.getFileName().toString().matches(THESE))
                    .sorted()
                    .toList();
            assertThat(vectors).hasSizeGreaterThanOrEqualTo(36);
            return vectors.stream().map(file -> dynamicTest(file.getFileName().toString(), () -> check(file)));
        }
    }

    private static void check(Path file) throws IOException {
        JsonNode vector = new ObjectMapper().readTree(file.toFile());
        JsonNode constructor = vector.get("constructor");
        Shape input = Reference.shape(vector.get("inputs").get(0).get("shape"));
        Network network = constructor.has("model") ? model(constructor, input) : block(call(constructor), input);
        Map<String, Object> expected = new TreeMap<>();
        for (JsonNode tensor : vector.get("state")) {
            if (tensor.hasNonNull("k")) {
                expected.put(tensor.get("name").asText(), Reference.plain(tensor.get("shape")));
            }
        }
        Map<String, Object> found = new TreeMap<>();
        network.nodes()
                .forEach(node -> node.weights().forEach(weight -> found.put(node.key(weight), weight.dimensions())));
        assertThat(found).isEqualTo(expected);
    }

    /** No reference figures exist for these two. */
    @Test
    void softNearestAndExtendedDownsamplingKeepChannelsOrDoubleThem() {
        assertThat(rethought("SNI", 0, 0, 2)).isEqualTo(new Shape(16, 16, 16));
        assertThat(rethought("ESD", 16, 16)).isEqualTo(new Shape(16, 4, 4));
        assertThat(rethought("ESD", 16, 32)).isEqualTo(new Shape(32, 4, 4));
    }

    private static Shape rethought(String block, Object... args) {
        AuthorsCall call = new AuthorsCall("rethinking-fpn", block, List.of(args), Map.of());
        return block(call, new Shape(16, 8, 8)).outputShapes().get(0);
    }

    private static Network block(AuthorsCall call, Shape input) {
        NetworkBuilder network = NetworkBuilder.of(List.of(input), BatchNorm.STANDARD);
        CatalogEntry entry = Catalog.entry(call).orElseThrow();
        assertThat(entry.names()).isEqualTo(AuthorsNames.SAME);
        return network.build(entry.part().append(network, network.inputs()));
    }

    private static Network model(JsonNode constructor, Shape input) {
        String file = constructor.get("model").asText();
        String name = file.substring(file.indexOf('/') + 1, file.lastIndexOf('.'));
        int classes = constructor.get("nc").asInt();
        return ZooModel.named(name).recipe().build(input, classes).network();
    }

    @SuppressWarnings("unchecked")
    private static AuthorsCall call(JsonNode constructor) {
        return new AuthorsCall(
                constructor.get("variant").asText(),
                constructor.get("block").asText(),
                (List<Object>) Reference.plain(constructor.get("args")),
                (Map<String, Object>) Reference.plain(constructor.get("kwargs")));
    }
}
