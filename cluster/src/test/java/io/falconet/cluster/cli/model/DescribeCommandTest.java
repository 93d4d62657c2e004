package io.falconet.cluster.cli.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconet.cluster.cli.Typed;
import io.falconet.space.space.SearchSpace;
import io.falconet.space.space.SearchSpaces;
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
import org.junit.jupiter.params.provider.ValueSource;

class DescribeCommandTest {
    private static final Path REFERENCE = Path.of("..", "..", "shared", "reference", "models.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> modelsAreDescribedAsTheirAuthorsCodeIs() throws IOException {
        assumeTrue(Files.exists(REFERENCE), "The reference figures are not there: " + REFERENCE);
        List<JsonNode> entries = new ArrayList<>();
        JSON.readTree(REFERENCE.toFile()).get("models").forEach(entries::add);
        return entries.stream()
                .map(entry -> dynamicTest(entry.get("name") + " " + entry.get("input"), () -> check(entry)));
    }

    private static void check(JsonNode entry) throws IOException {
        String name = entry.get("name").asText();
        JsonNode size = entry.get("input");
        JsonNode described = described(
                name,
                "--input",
                size.get(2) + "x" + size.get(3),
                "--classes",
                entry.get("num_classes").asText());

        long parameters = entry.get("params").asLong();
        assertThat(described.get("parameters").asLong()).isEqualTo(parameters);
        assertThat(described.get("parametersExecuted").asLong())
                .isEqualTo(entry.path("params_executed").asLong(parameters));
        if (entry.has("params_executed_bn_folded")) {
            assertThat(described.get("parametersFused")).isEqualTo(entry.get("params_executed_bn_folded"));
        }
        assertThat(described.get("macs").asLong()).isEqualTo(entry.get("macs").asLong());
        assertThat(described.get("flops").asLong())
                .isEqualTo(2 * entry.get("macs").asLong());
        assertThat(described.get("outputs")).isEqualTo(entry.get("out_shapes"));
        assertThat(described.get("parametersEffective").asLong())
                .isEqualTo(described.get("parametersExecuted").asLong()
                        - entry.path("params_without_gradient").asLong());
        assertThat(sum(described, "parameters")).isEqualTo(parameters);
        assertThat(sum(described, "macs")).isEqualTo(entry.get("macs").asLong());
    }

    private static long sum(JsonNode described, String key) {
        long sum = 0;
        for (JsonNode layer : described.get("layers")) {
            sum += layer.get(key).asLong();
        }
        return sum;
    }

    private static JsonNode described(String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of("describe", "--format", "json"));
        line.addAll(List.of(arguments));
        Typed typed = Typed.run(line.toArray(String[]::new));
        assertThat(typed.err()).isEmpty();
        return JSON.readTree(typed.out());
    }

    @Test
    void jsonTellsAllOfAModel() throws IOException {
        JsonNode described = described("nanodet-m");

        assertThat(described.get("name").asText()).isEqualTo("nanodet-m");
        assertThat(described.get("input").asText()).isEqualTo("320x320");
        assertThat(described.get("classes").asInt()).isEqualTo(80);
        assertThat(described.get("maps").toString()).isEqualTo("[[1,112,40,40],[1,112,20,20],[1,112,10,10]]");
        assertThat(described.get("parametersEffective")).isEqualTo(described.get("parametersExecuted"));
        assertThat(sum(described, "parameters"))
                .isEqualTo(described.get("parameters").asLong());
    }

    @Test
    void aModelIsDescribedLayerByLayer() {
        Typed typed = Typed.run("describe", "nanodet-m", "--input", "416", "--classes", "3");

        assertThat(typed.code()).isZero();
        assertThat(typed.out())
                .contains("input         3x416x416")
                .contains("backbone.stem.conv")
                .contains("parameters    ");
    }

    @Test
    void heightComesBeforeWidth() throws IOException {
        assertThat(described("nanodet-m", "--input", "320x640").get("maps").toString())
                .isEqualTo("[[1,112,40,80],[1,112,20,40],[1,112,10,20]]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"100", "321", "319", "320x330", "16"})
    void anInputThatDoesNotFitIsToldTheMultiple(String input) {
        Typed typed = Typed.run("describe", "nanodet-m", "--input", input);

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err())
                .contains("nanodet-m takes images whose sides are multiples of 32 pixels, found ")
                .contains("Maybe --input ");
    }

    @ParameterizedTest
    @CsvSource({"100, 96x96 or 128x128", "321, 320x320 or 352x352", "16, 32x32", "300x640, 288x640 or 320x640"})
    void theNearestInputsThatFitAreNamed(String input, String near) {
        assertThat(Typed.run("describe", "nanodet-m", "--input", input).err())
                .contains("Maybe --input %s.".formatted(near));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-32", "many", "320x", "320x320x3", "99999", "3.5"})
    void anInputThatIsNoSizeIsToldWhatOneIs(String input) {
        Typed typed = Typed.run("describe", "nanodet-m", "--input", input);

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains("384x640", input);
    }

    @Test
    void anArchitectureTakesTheInputsOfItsSpace() {
        SearchSpace space = SearchSpaces.named("small-objects");
        String architecture =
                space.architecture(new int[space.choices().size()]).text();

        assertThat(Typed.run("describe", architecture, "--input", "160").out()).contains("input         3x160x160");
        assertThat(Typed.run("describe", architecture, "--input", "100").err())
                .contains("multiples of 32 pixels, found 100x100", "Maybe --input 128x128.");
        assertThat(Typed.run("describe", architecture, "--input", "128x160").err())
                .contains("square", "Maybe --input 128x128.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1"})
    void aDetectorTellsAtLeastOneClass(String classes) {
        Typed typed = Typed.run("describe", "nanodet-m", "--classes", classes);

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains("At least 1 class", "Maybe");
    }

    @Test
    void aTypingErrorIsAnsweredWithTheNearestModel() {
        assertThat(Typed.run("describe", "nanodett-m").err()).contains("Maybe nanodet-m of the zoo");
    }
}
