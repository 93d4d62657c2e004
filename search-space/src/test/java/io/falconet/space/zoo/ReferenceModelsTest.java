package io.falconet.space.zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.falconet.space.graph.Complexity;
import io.falconet.space.testing.Reference;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each published model costs, to the last weight, what its authors' code costs, and gives outputs of the same shapes. */
class ReferenceModelsTest {
    @TestFactory
    Stream<DynamicTest> modelsCostWhatTheirAuthorsCodeCosts() throws IOException {
        return Reference.entries("models.json", "models").stream()
                .map(entry -> dynamicTest(
                        "%s %s of %s".formatted(name(entry), entry.get("input"), entry.get("num_classes")),
                        () -> check(entry)));
    }

    private static void check(JsonNode entry) {
        ZooNetwork built = ZooModel.named(name(entry))
                .recipe()
                .build(
                        Reference.shape(entry.get("input")),
                        entry.get("num_classes").asInt());
        long parameters = entry.get("params").asLong();
        long executed = entry.path("params_executed").asLong(parameters);
        Complexity complexity = built.complexity();
        assertThat(complexity.parameters()).as("parameters").isEqualTo(parameters);
        assertThat(complexity.parametersExecuted()).as("executed").isEqualTo(executed);
        assertThat(complexity.parametersFused())
                .as("with batch norms folded")
                .isEqualTo(entry.path("params_executed_bn_folded").asLong(complexity.parametersFused()));
        assertThat(complexity.macs()).as("multiply-accumulates").isEqualTo(macs(entry));
        assertThat(complexity.flops()).as("operations").isEqualTo(2 * macs(entry));
        assertThat(built.stages().stream()
                        .mapToLong(stage -> Complexity.of(stage.live()).parameters())
                        .sum())
                .as("effective")
                .isEqualTo(executed - entry.path("params_without_gradient").asLong());
        assertThat(Reference.json(built.outputs().value())).as("outputs").isEqualTo(entry.get("out_shapes"));
    }

    private static long macs(JsonNode entry) {
        return entry.get("macs").asLong();
    }

    private static String name(JsonNode entry) {
        return entry.get("name").asText();
    }
}
