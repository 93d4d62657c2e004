package io.falconet.space.zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconet.space.graph.Complexity;
import io.falconet.space.graph.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YoloV5FamilyTest {
    private static final Path COUNTS = Path.of("..", "..", "shared", "reference", "models.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> modelsCostAndGiveWhatTheirAuthorsCodeDoes() throws IOException {
        assumeTrue(Files.exists(COUNTS), "The reference counts are not there: " + COUNTS);
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode entry : JSON.readTree(COUNTS.toFile()).get("models")) {
            ZooModel.find(entry.get("name").asText())
                    .filter(model -> model.recipe() instanceof YoloRecipe)
                    .ifPresent(model -> tests.add(dynamicTest(name(entry), () -> check(model, entry))));
        }
        assertThat(tests).as("entries of this family").hasSizeGreaterThanOrEqualTo(12);
        return tests.stream();
    }

    private static String name(JsonNode entry) {
        return entry.get("name").asText() + " " + entry.get("input");
    }

    private static void check(ZooModel model, JsonNode entry) {
        Shape image = Shape.image(
                entry.get("input").get(2).asInt(), entry.get("input").get(3).asInt());
        ZooNetwork built = model.recipe().build(image, entry.get("num_classes").asInt());
        assertThat(built.complexity())
                .isEqualTo(new Complexity(
                        entry.get("params").asLong(),
                        entry.get("params_executed").asLong(),
                        entry.get("params_executed_bn_folded").asLong(),
                        entry.get("macs").asLong()));
        JsonNode outputs = JSON.valueToTree(built.outputs().value());
        assertThat(outputs).isEqualTo(entry.get("out_shapes"));
    }

    /** Figures of runs of the authors' code that have no entry in the file. */
    @ParameterizedTest
    @CsvSource({
        "yolov5s, 7235389, 7235389, 16433561600",
        "yolov5s-c3ghost-all, 5109925, 5109925, 11077632000",
        "yolov5n-c3ghost-backbone, 1584985, 1584985, 3640652800",
        "yolov5n-c3ghost-all, 1346897, 1346897, 3159859200",
        "yolov5n-ghost, 1049217, 1049217, 2589900800",
        "gsconv-yolov5n, 1764317, 1764317, 4331622400",
        "slimneck-yolov5s, 7323133, 6400381, 15079424000",
        "snc-yolov5n, 1809269, 1578293, 3956608000",
        "snc-yolov5s, 6961133, 6038381, 14335744000",
        "slimneck-yolov5s@aded277, 7062957, 6140205, 14543616000"
    })
    void modelsCostWhatRunsOfTheirAuthorsCodeGave(String name, long parameters, long executed, long flops) {
        Complexity complexity = ZooModel.named(name).published().complexity();
        assertThat(complexity.parameters()).isEqualTo(parameters);
        assertThat(complexity.parametersExecuted()).isEqualTo(executed);
        assertThat(complexity.flops()).isEqualTo(flops);
    }
}
