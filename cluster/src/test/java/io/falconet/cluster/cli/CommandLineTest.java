package io.falconet.cluster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    private Path folder;
    private String store;

    @BeforeEach
    void folder(@TempDir Path temporary) {
        folder = temporary;
        store = "--data-dir=" + temporary.resolve("store");
    }

    @Test
    void fiveMistakesAreToldAtOnceWithTheirLines() throws IOException {
        Path file = folder.resolve("study.yaml");
        Files.writeString(
                file,
                """
                name: pcb
                space: tiny-objects
                data:
                  train: nowhere.json
                  validation: nowhere.json
                  images: .
                objectives: [map50-95, beauty]
                trials: many
                fidelity: {epochs: 0, images: all, batch: 16}
                sead: 1
                """);

        Typed typed = Typed.run("search", file.toString(), store);

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.out()).isEmpty();
        assertThat(typed.err())
                .contains("line 2:", "line 4:", "line 7:", "line 8:", "line 9:", "line 10:")
                .contains("Maybe")
                .doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "describe nope",
                "export nope",
                "pareto nope",
                "resume nope",
                "reproduce nope:1",
                "describe nope:3"
            })
    void whatIsNotThereIsNamedWithARemedy(String line) {
        Typed typed = Typed.run((line + " " + store).split(" "));

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err())
                .startsWith("falconet: ")
                .contains("nope", "Maybe")
                .doesNotContain("\tat ");
    }

    @Test
    void stackTracesAreForThoseWhoAsk() {
        assertThat(Typed.run("describe", "nope", store, "--verbose").err()).contains("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"serch x", "search", "pareto x --format pdf", "zoo nanodet --format pdf", "zoo unicorn"})
    void wrongCommandsAreRequestsGoneWrong(String line) {
        Typed typed = Typed.run(line.split(" "));

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).startsWith("falconet: ");
    }

    @Test
    void anUntrainedModelIsExportedAndFoundAgainByItsConfiguration() {
        Typed exported = Typed.run("export", "nanodet-m", "--out", folder.toString(), "--classes", "2");
        Path configuration = folder.resolve("nanodet-m/configuration.json");

        assertThat(exported.code()).isZero();
        assertThat(exported.out()).contains("model.onnx", "configuration.json");
        assertThat(exported.err()).contains("random");
        assertThat(Typed.run("describe", configuration.toString(), "--format", "csv")
                        .out())
                .isEqualTo(Typed.run("describe", "nanodet-m", "--classes", "2", "--format", "csv")
                        .out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "yolov5n | model.onnx, configuration.json",
                "thundernet-snet49 | model.onnx, second-stage.onnx, configuration.json",
                "ghostnet-0.5 | model.onnx"
            })
    void everyModelOfTheZooIsExported(String model, String files) {
        Typed exported = Typed.run("export", model, "--out", folder.toString());

        assertThat(exported.code()).isZero();
        assertThat(exported.out()
                        .lines()
                        .map(file -> Path.of(file).getFileName().toString()))
                .containsExactly(files.split(", "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fcos-shufflenetv2 --postprocess | GFL or YOLO",
                "thundernet-snet49 --postprocess | GFL or YOLO",
                "ghostnet-0.5 --postprocess | only detectors tell objects",
                "nanodet-m --postprocess --to ncnn | --postprocess with --to onnx",
                "nanodet-m --postprocess --iou 60 | in percent",
                "nanodet-m --postprocess --score 30 | in percent",
                "nanodet-m --iou 0.5 | --postprocess"
            })
    void objectsThatNoModelCanTellAreRefusedBeforeAnythingIsWritten(String line, String problem) {
        Typed typed = Typed.run(("export " + line + " --out " + folder).split(" "));

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains(problem).doesNotContain("\tat ");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nanodet-m | model.param, model.bin",
                "thundernet-snet49 | model.param, model.bin, second-stage.param, second-stage.bin",
                "ghostnet-0.5 | model.param, model.bin"
            })
    void modelsAreExportedToNcnn(String model, String files) throws IOException {
        Typed exported = Typed.run("export", model, "--out", folder.toString(), "--to", "ncnn");

        assertThat(exported.code()).as(exported.err()).isZero();
        assertThat(exported.out()
                        .lines()
                        .map(file -> Path.of(file).getFileName().toString()))
                .containsExactly(files.split(", "));
        assertThat(folder.resolve(model).resolve("model.bin")).isNotEmptyFile();
        assertThat(Files.readString(folder.resolve(model).resolve("model.param")))
                .startsWith("7767517\n")
                .contains("images");
    }

    @Test
    void aConfigurationOfAModelThatIsNotTrainedYetBuildsItAgain() {
        Typed.run("export", "yolov5n", "--out", folder.toString(), "--classes", "2", "--to", "config");

        Typed described = Typed.run(
                "describe", folder.resolve("yolov5n/configuration.json").toString());
        assertThat(described.code()).isZero();
        assertThat(described.out()).contains("21x80x80");
    }

    @Test
    void aConfigurationIsForDetectors() {
        Typed exported = Typed.run("export", "ghostnet-0.5", "--out", folder.toString(), "--to", "config");

        assertThat(exported.code()).isEqualTo(2);
        assertThat(exported.err()).contains("configuration.json", "Maybe");
    }

    @Test
    void aGeneratedDataSetIsFreeOfFaults() {
        String data = folder.resolve("data").toString();
        Typed made = Typed.run("data", "synth", data, "--train", "3", "--validation", "2");

        assertThat(made.code()).isZero();
        Typed checked = Typed.run("data", "check", data + "/train.json");
        assertThat(checked.err()).contains("3 images", "0 faults");
        assertThat(Typed.run("data", "stats", data + "/val.json", "--format", "csv")
                        .out())
                .startsWith("class,objects,small,medium,large,median_side_px");
    }

    @Test
    void aMissingImageIsNamedAndCounted() throws IOException {
        Path data = folder.resolve("data");
        Typed.run("data", "synth", data.toString(), "--train", "3", "--validation", "2");
        Files.delete(data.resolve("images/train-0002.jpg"));

        Typed checked = Typed.run("data", "check", data.resolve("train.json").toString());

        assertThat(checked.code()).isEqualTo(1);
        assertThat(checked.out()).contains("missing image", "train-0002.jpg");
        assertThat(checked.err()).contains("2 images", "missing image: 1");
    }

    @Test
    void anImageCutShortIsNamedAndCounted() throws IOException {
        Path data = folder.resolve("data");
        Typed.run("data", "synth", data.toString(), "--train", "3", "--validation", "2");
        Path image = data.resolve("images/train-0002.jpg");
        byte[] whole = Files.readAllBytes(image);
        Files.write(image, Arrays.copyOf(whole, whole.length / 2));

        Typed checked = Typed.run("data", "check", data.resolve("train.json").toString());

        assertThat(checked.code()).isEqualTo(1);
        assertThat(checked.out()).contains("unreadable image", "train-0002.jpg");
        assertThat(checked.err()).contains("2 images", "unreadable image: 1");
    }

    @Test
    void aFolderIsRecognisedWithItsPartsAndAnchorsFoundInIt() {
        String data = folder.resolve("data").toString();
        Typed.run("data", "synth", data, "--train", "12", "--validation", "2");

        Typed checked = Typed.run("data", "check", data, "--format", "json");

        assertThat(checked.err()).contains("COCO json", "train: 12 images", "val: 2 images");
        Typed anchors = Typed.run("data", "anchors", data, "--count", "3", "--generations", "20", "--format", "csv");
        assertThat(anchors.code()).isZero();
        assertThat(anchors.out()).contains("best_possible_recall", "k-means", "evolved");
        assertThat(anchors.out())
                .isEqualTo(Typed.run("data", "anchors", data, "--count", "3", "--generations", "20", "--format", "csv")
                        .out());
    }

    @Test
    void objectsTooSmallAreToldWithTheInputThatMendsIt() {
        String data = folder.resolve("data").toString();
        Typed.run("data", "synth", data, "--train", "3", "--validation", "2");

        assertThat(Typed.run("data", "stats", data, "--input", "64").err()).contains("under 10 px", "would mend it");
    }

    @Test
    void labelsInTwoPartsOfOneImageMislead() throws IOException {
        Path data = folder.resolve("data");
        Typed.run("data", "synth", data.toString(), "--train", "3", "--validation", "2");
        Files.copy(
                data.resolve("images/train-0001.jpg"),
                data.resolve("images/val-0001.jpg"),
                StandardCopyOption.REPLACE_EXISTING);

        Typed checked = Typed.run("data", "check", data.toString());

        assertThat(checked.code()).isEqualTo(1);
        assertThat(checked.out()).contains("same image in two parts", "train-0001.jpg", "yes");
        assertThat(checked.err()).contains("would mislead");
    }
}
