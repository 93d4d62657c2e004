package io.falconet.cluster.cli.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconet.cluster.cli.Typed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyCommandTest {
    private static final Path VECTORS = Path.of("..", "..", "shared", "reference", "vectors");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"djl", "onnx"})
    void whatIsRightPasses(String engine) throws IOException {
        copy("mb_se.json", "mb_se.out0.f32", "nd_pan.json", "nd_pan.out0.f32", "nd_pan.out1.f32", "nd_pan.out2.f32");

        Typed typed = Typed.run("verify", folder.toString(), "--engine", engine);

        assertThat(typed.code()).isZero();
        assertThat(typed.out().lines()).hasSize(4).last().isEqualTo("2 passed, 0 failed");
        assertThat(typed.out()).contains("mb_se", "nd_pan", "deviation", "tolerance");
    }

    @Test
    void whatIsNotUnderstoodFailsAndSaysWhy() throws IOException {
        Files.writeString(folder.resolve("broken.json"), "{");
        Files.writeString(
                folder.resolve("unheard.json"),
                """
                {"source": "nobody/nothing", "constructor": {}, "state": [], "outputs": [],
                 "weights_sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                 "inputs": [{"shape": [1, 3, 8, 8], "k": 1000003}]}
                """);

        Typed typed = Typed.run("verify", folder.toString());

        assertThat(typed.code()).isEqualTo(1);
        assertThat(typed.out()).contains("line 1", "a model of the zoo, found nobody/nothing", "Maybe");
        assertThat(typed.out().lines()).last().isEqualTo("0 passed, 2 failed");
    }

    @Test
    void jsonHoldsTheProblemsToo() throws IOException {
        Files.writeString(folder.resolve("broken.json"), "{");

        Typed typed = Typed.run("verify", folder.toString(), "--format", "json");

        JsonNode verdicts = new ObjectMapper().readTree(typed.out());
        assertThat(verdicts).hasSize(1);
        assertThat(verdicts.get(0).path("vector").textValue()).isEqualTo("broken");
        assertThat(verdicts.get(0).path("result").textValue()).isEqualTo("failed");
        assertThat(verdicts.get(0).path("problem").textValue()).contains("Maybe");
        assertThat(typed.err()).contains("0 passed, 1 failed");
    }

    @Test
    void aFolderWithoutVectorsIsARequestGoneWrong() {
        assertThat(Typed.run("verify", folder.toString()).code()).isEqualTo(2);
        Typed nowhere = Typed.run("verify", folder.resolve("nowhere").toString());
        assertThat(nowhere.code()).isEqualTo(2);
        assertThat(nowhere.err()).startsWith("falconet: ").contains("nowhere", "Maybe");
    }

    @Test
    void exportsOfTheZooAreProved() {
        Typed typed = Typed.run("verify", "--exports", "nanodet-m", "--input", "64");

        assertThat(typed.out()).contains("nanodet-m", "64x64", "1.00e-05").doesNotContain("yolo");
        assertThat(typed.code()).isZero();
        assertThat(typed.out().lines()).last().asString().endsWith(" passed, 0 failed");
        assertThat(Typed.run("verify", "--exports", "unicorn").code()).isEqualTo(2);
        assertThat(Typed.run("verify", folder.toString(), "--exports").code()).isEqualTo(2);
        assertThat(Typed.run("verify").err()).contains("or --exports was expected", "Maybe");
    }

    private void copy(String... names) throws IOException {
        assumeTrue(Files.isDirectory(VECTORS), "skipped: there are no reference vectors beside the project");
        for (String name : names) {
            Files.copy(VECTORS.resolve(name), folder.resolve(name));
        }
    }
}
