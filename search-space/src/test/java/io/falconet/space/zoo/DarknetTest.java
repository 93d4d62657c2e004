package io.falconet.space.zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconet.space.block.AnchorFormat;
import io.falconet.space.block.AnchorFormat.Anchor;
import io.falconet.space.graph.Add;
import io.falconet.space.graph.Complexity;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.NetworkText;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Pool;
import io.falconet.space.graph.Shape;
import io.falconet.space.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DarknetTest {
    private static final Path MODELS = Path.of("..", "..", "shared", "reference", "models.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> modelsCostWhatTheirLayerListsCost() throws IOException {
        assumeTrue(Files.exists(MODELS), "The reference counts are not there: " + MODELS);
        List<JsonNode> entries = new ArrayList<>();
        for (JsonNode entry : JSON.readTree(MODELS.toFile()).get("models")) {
            if (entry.get("name").asText().startsWith("darknet:")) {
                entries.add(entry);
            }
        }
        assertThat(entries).hasSize(6);
        return entries.stream()
                .map(entry -> dynamicTest(entry.get("name").asText() + " " + entry.get("input"), () -> check(entry)));
    }

    private static void check(JsonNode entry) {
        Shape image = Shape.image(
                entry.get("input").get(2).asInt(), entry.get("input").get(3).asInt());
        ZooNetwork built = ZooModel.named(entry.get("name").asText())
                .recipe()
                .build(image, entry.get("num_classes").asInt());
        assertThat(built.complexity().parameters())
                .isEqualTo(entry.get("params").asLong());
        assertThat(built.complexity().macs()).isEqualTo(entry.get("macs").asLong());
        JsonNode outputs = JSON.valueToTree(built.outputs().value());
        assertThat(outputs).isEqualTo(entry.get("out_shapes"));
        for (JsonNode layer : entry.get("layers")) {
            String prefix = "model." + layer.get("i").asInt() + ".";
            List<Node> nodes = built.network().nodes().stream()
                    .filter(node -> node.name().startsWith(prefix))
                    .toList();
            assertThat(nodes.stream().mapToLong(Node::parameters).sum())
                    .as(prefix)
                    .isEqualTo(layer.get("params").asLong());
            assertThat(nodes.stream().mapToLong(Node::macs).sum())
                    .as(prefix)
                    .isEqualTo(layer.get("macs").asLong());
            if (!nodes.isEmpty()) {
                JsonNode shape = JSON.valueToTree(
                        OutputShapes.map(nodes.get(nodes.size() - 1).shape()).value());
                assertThat(shape).as(prefix).isEqualTo(layer.get("out_shape"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "yolov3-tiny, 416, 8852366, 2782480896",
        "yolov4-tiny-3l, 416, 6327453, 4151353856",
        "yolov4, 608, 64363101, 64194741248",
        "yolov4-csp, 640, 52921437, 60119859200"
    })
    void modelsWithoutReferenceAreBuiltByTheSameRules(String name, int side, long parameters, long macs) {
        Complexity complexity =
                ZooModel.named(name).recipe().build(Shape.image(side, side), 80).complexity();
        assertThat(complexity.parameters()).isEqualTo(parameters);
        assertThat(complexity.macs()).isEqualTo(macs);
    }

    @ParameterizedTest
    @CsvSource({
        "yolov3-tiny, 416, 5.6, 0.05",
        "yolov3-spp, 608, 141.5, 0.05",
        "yolov4-tiny, 416, 6.9, 0.05",
        "yolov4, 608, 128.5, 0.05",
        "yolov4, 416, 60.1, 0.05",
        "yolov4-csp, 512, 77, 0.5",
        "yolov4-csp, 640, 120, 0.5"
    })
    void darknetsOwnCountIsTheClaimedOne(String name, int side, double claimed, double rounding) {
        Network network =
                ZooModel.named(name).recipe().build(Shape.image(side, side), 80).network();
        long others =
                network.nodes().stream().mapToLong(DarknetTest::otherOperations).sum();
        double counted = (Complexity.of(network).flops() + others) / 1e9;
        assertThat(counted).isCloseTo(claimed, within(rounding));
    }

    /** What darknet counts beside convolutions: each cell of a pooling window, each sum. */
    private static long otherOperations(Node node) {
        if (node.op() instanceof Pool pool) {
            return node.shape().elements() * pool.kernel() * pool.kernel();
        }
        return node.op() instanceof Add ? node.shape().elements() : 0;
    }

    @Test
    void standsAsGoldenText() {
        Golden.check(
                "yolov4-tiny",
                NetworkText.of(ZooModel.named("yolov4-tiny").published().network()));
    }

    @Test
    void formatSaysHowBoxesAreReadFinestFirst() {
        ZooNetwork tiny = ZooModel.named("yolov4-tiny").published();
        assertThat(tiny.network().outputShapes()).containsExactly(new Shape(255, 26, 26), new Shape(255, 13, 13));
        assertThat(tiny.format())
                .contains(new AnchorFormat(
                        80,
                        AnchorFormat.Sides.EXPONENTIAL,
                        List.of(
                                new AnchorFormat.Level(
                                        16, 1.05, List.of(new Anchor(23, 27), new Anchor(37, 58), new Anchor(81, 82))),
                                new AnchorFormat.Level(
                                        32,
                                        1.05,
                                        List.of(new Anchor(81, 82), new Anchor(135, 169), new Anchor(344, 319))))));
    }

    @Test
    void squaredSidesAreReadBeforeTheSigmoid() {
        Network network = ZooModel.named("yolov4-csp").published().network();
        assertThat(network.outputs()).allMatch(name -> name.endsWith(".conv"));
        assertThat(network.outputShapes())
                .containsExactly(new Shape(255, 64, 64), new Shape(255, 32, 32), new Shape(255, 16, 16));
    }

    @Test
    void classesChangeThePredictionsAlone() {
        ZooNetwork few = ZooModel.named("yolov4-tiny").recipe().build(Shape.image(416, 416), 3);
        assertThat(few.network().outputShapes()).containsExactly(new Shape(24, 26, 26), new Shape(24, 13, 13));
        assertThat(few.complexity().parameters()).isEqualTo(6_056_606 - (255 - 24) * (512 + 256 + 2));
    }
}
