package io.falconet.cluster.cli.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconet.cluster.cli.Typed;
import io.falconet.space.space.SearchSpace;
import io.falconet.space.space.SearchSpaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models go out as files of other projects' forms, and come in from them. */
class ModelFileTest {
    @TempDir
    private Path folder;

    private static JsonNode described(String... line) throws IOException {
        Typed typed = Typed.run(line);
        assertThat(typed.err()).isEmpty();
        return new ObjectMapper().readTree(typed.out());
    }

    private String exported(String model, String... options) {
        String[] all = Stream.concat(
                        Stream.of("export", model, "--format", "yaml", "--out", folder.toString()), Stream.of(options))
                .toArray(String[]::new);
        Typed typed = Typed.run(all);
        assertThat(typed.err()).isEmpty();
        assertThat(typed.code()).isZero();
        return typed.out().strip();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yolov5n", "slimneck-yolov5n", "yolov5n-ghost", "yolov4-p5", "nanodet-m", "nanodet-plus-m"})
    void whatIsExportedAsYamlIsFoundAgain(String model) throws IOException {
        String file = exported(model);

        JsonNode before = described("describe", model, "--input", "640", "--format", "json");
        JsonNode after = described("describe", file, "--input", "640", "--format", "json");

        for (String key :
                new String[] {"network", "parametersExecuted", "parametersFused", "macs", "maps", "classes"}) {
            assertThat(after.get(key)).as(key).isEqualTo(before.get(key));
        }
    }

    @Test
    void aSearchedArchitectureSaysWhichModulesItNeeds() throws IOException {
        SearchSpace space = SearchSpaces.named("small-objects");
        String architecture =
                space.architecture(new int[space.choices().size()]).text();

        String file = exported(architecture, "--classes", "6");

        assertThat(Files.readString(Path.of(file)))
                .contains("# architecture " + architecture, "# Needs custom modules beyond YOLOv5's: ", "ConvNorm");
        assertThat(described("describe", file, "--input", "128", "--format", "json")
                        .get("network"))
                .isEqualTo(described("describe", architecture, "--classes", "6", "--format", "json")
                        .get("network"));
    }

    @Test
    void aWrongYamlIsToldLineByLine() throws IOException {
        Path file = folder.resolve("bad.yaml");
        Files.writeString(
                file,
                """
                nc: 80
                depth_multiple: 1.0
                anchors: 3
                backbone:
                  [[-1, 1, Konv, [32, 3, 2]]]
                head:
                  [[[0], 1, Detect, [nc, anchors]]]
                """);

        Typed typed = Typed.run("describe", file.toString());

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err())
                .contains("2 problems", "line 1: width_multiple", "line 5: ", "Konv", "Maybe Conv is meant.");
    }

    @Test
    void aDarknetFileIsDescribed() throws IOException {
        Path file = folder.resolve("tiny.cfg");
        Files.writeString(
                file,
                """
                [net]
                width=64
                height=32

                [convolutional]
                batch_normalize=1
                filters=8
                size=3
                stride=2
                pad=1
                activation=leaky

                [convolutional]
                filters=14
                size=1
                stride=1
                pad=1
                activation=linear

                [yolo]
                mask=0,1
                anchors=4,4, 8,8
                classes=2
                num=2
                """);

        JsonNode described = described("describe", file.toString(), "--format", "json");

        assertThat(described.get("name").asText()).isEqualTo("tiny");
        assertThat(described.get("input").asText()).isEqualTo("32x64");
        assertThat(described.get("classes").asInt()).isEqualTo(2);
        assertThat(described.get("outputs").toString()).isEqualTo("[[1,14,16,32]]");
        Files.writeString(file, Files.readString(file).replace("filters=14", "filters=15"));
        Typed wrong = Typed.run("describe", file.toString());
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("line 14");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ghostnet-1.0", "thundernet-snet49"})
    void whatIsNotTrainedSaysSo(String model) throws IOException {
        Path study = Path.of("..", "docs", "studies", "deeppcb.yaml");
        assumeTrue(Files.exists(Path.of("..", "..", "shared", "data")), "The data of the study are not there.");

        Typed typed = Typed.run("train", model, "--data", study.toString());

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains("Falconet trains ", model, "Maybe ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ghostnet-1.0", "thundernet-snet49", "yolov4-tiny"})
    void whatNoLayerListCanSayIsTold(String model) {
        Typed typed = Typed.run("export", model, "--to", "yaml", "--out", folder.toString());

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains("ayer list", "Maybe ").doesNotContain("\tat ");
    }
}
