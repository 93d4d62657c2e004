package io.falconet.space.zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconet.space.block.AnchorFormat;
import io.falconet.space.graph.Activate;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.BatchNorm;
import io.falconet.space.graph.Complexity;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Shape;
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

class ScaledYoloV4Test {
    private static final Path MODELS = Path.of("..", "..", "shared", "reference", "models.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> modelsCostWhatTheirAuthorsCodeCosts() throws IOException {
        assumeTrue(Files.exists(MODELS), "The reference counts are not there: " + MODELS);
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode entry : JSON.readTree(MODELS.toFile()).get("models")) {
            String name = entry.get("name").asText();
            if (name.endsWith("yolov4-p5")) {
                tests.add(dynamicTest(
                        "%s %s of %s".formatted(name, entry.get("input"), entry.get("num_classes")),
                        () -> check(entry)));
            }
        }
        assertThat(tests).hasSize(6);
        return tests.stream();
    }

    private static void check(JsonNode entry) {
        Shape image = Shape.image(
                entry.get("input").get(2).asInt(), entry.get("input").get(3).asInt());
        ZooNetwork built = ZooModel.named(entry.get("name").asText())
                .recipe()
                .build(image, entry.get("num_classes").asInt());
        assertThat(built.complexity())
                .isEqualTo(new Complexity(
                        entry.get("params").asLong(),
                        entry.get("params_executed").asLong(),
                        entry.get("params_executed_bn_folded").asLong(),
                        entry.get("macs").asLong()));
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
        }
    }

    /** Figures of runs of the authors' code that have no entry in the file; operations in thousand millions, rounded. */
    @ParameterizedTest
    @CsvSource({
        "yolov4-p5, 70834012, 326.64",
        "gsconv-yolov4-p5, 67794780, 318.65",
        "sn-yolov4-p5, 55047116, 261.81",
        "snc-yolov4-p5, 54949900, 261.43"
    })
    void modelsCostWhatRunsOfTheirAuthorsCodeGave(String name, long parameters, double flops) {
        Complexity complexity = ZooModel.named(name).published().complexity();
        assertThat(complexity.parameters()).isEqualTo(parameters);
        assertThat(Math.round(complexity.flops() / 1e7)).isEqualTo(Math.round(flops * 100));
    }

    @Test
    void everyActivationIsMishAndEveryNormTheFamilys() {
        for (ZooModel model : ScaledYoloV4.models()) {
            assertThat(model.published().network().nodes()).allSatisfy(node -> {
                if (node.op() instanceof Activate activate) {
                    assertThat(activate.function()).isEqualTo(Activation.MISH);
                } else if (node.op() instanceof BatchNorm norm) {
                    assertThat(norm).isEqualTo(new BatchNorm(1e-3, 0.03));
                }
            });
        }
    }

    @Test
    void eachLevelHasFourAnchors() {
        AnchorFormat format =
                (AnchorFormat) ZooModel.named("yolov4-p5").published().format().orElseThrow();
        assertThat(format.strides()).containsExactly(8, 16, 32);
        assertThat(format.levels())
                .allSatisfy(level -> assertThat(level.anchors()).hasSize(4));
    }
}
