package io.falconet.cluster.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.cluster.cli.Typed;
import io.falconet.evaluator.engine.TorchNetwork;
import io.falconet.evaluator.engine.Weights;
import io.falconet.evaluator.export.Configuration;
import io.falconet.evaluator.export.Configuration.ExportedFile;
import io.falconet.evaluator.export.ConfigurationFormat;
import io.falconet.evaluator.synthetic.SyntheticDataset;
import io.falconet.space.zoo.ZooNetwork;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was exported comes in again, whole or not at all. */
class ExportedModelTest {
    private static final String MADE = "onnx,ncnn,weights,yaml";

    @TempDir
    private static Path shared;

    /** A model that was trained on next to nothing, with anchors that fit its data. */
    private static Path trained;

    @TempDir
    private Path folder;

    @BeforeAll
    static void train() throws IOException {
        trained = shared.resolve("mine");
        new SyntheticDataset(8, 4, 1).write(shared.resolve("data"), done -> {});
        Typed typed = Typed.run(
                "train",
                "zoo:model=yolov5n,input=128",
                "--data=" + shared.resolve("data"),
                "--epochs=1",
                "--batch=4",
                "--out=" + trained);
        assertThat(typed.code()).as(typed.err()).isZero();
    }

    private Path export(Object model, String formats, String out) {
        Path to = folder.resolve(out);
        Typed typed = Typed.run("export", model.toString(), "--to", formats, "--out", to.toString());
        assertThat(typed.code()).as(typed.err()).isZero();
        return to;
    }

    private static byte[] read(Path file) throws IOException {
        return Files.readAllBytes(file);
    }

    private static Configuration configuration(Path folder) throws IOException {
        return new ConfigurationFormat().read(folder.resolve("configuration.json"));
    }

    @Test
    void configurationAndWeightsGiveTheSameNetworkBitForBit() throws IOException {
        Path first = export(trained, "weights,config", "first").resolve("mine");
        Path again = export(first, MADE, "again").resolve("mine");

        assertThat(first).isDirectoryContaining("glob:**/weights.safetensors");
        assertThat(first.resolve("model.onnx")).doesNotExist();
        assertThat(read(again.resolve("weights.safetensors"))).isEqualTo(read(trained.resolve("weights.safetensors")));
        assertThat(read(again.resolve("model.onnx"))).isEqualTo(read(trained.resolve("model.onnx")));
        Path direct = export(trained, "ncnn,yaml", "direct").resolve("mine");
        for (String file : List.of("model.param", "model.bin", "model.yaml")) {
            assertThat(read(again.resolve(file))).as(file).isEqualTo(read(direct.resolve(file)));
        }
        assertThat(outputs(first)).isDeepEqualTo(outputs(trained));
    }

    private static float[][] outputs(Path model) throws IOException {
        ConfiguredModel read = ConfiguredModel.at(model).orElseThrow();
        ZooNetwork built = read.build(read.image(), read.classes());
        float[] image = new float[3 * 128 * 128];
        for (int i = 0; i < image.length; i++) {
            image[i] = (float) Math.sin(i);
        }
        try (TorchNetwork network =
                new TorchNetwork(built.network(), Weights.load(read(model.resolve("weights.safetensors"))))) {
            return network.predict(image, 1);
        }
    }

    @Test
    void whatWasFittedToTheDataIsThereAgain() throws IOException {
        Path first = export(trained, "weights,config", "first").resolve("mine");
        ConfiguredModel before = ConfiguredModel.at(trained).orElseThrow();
        ConfiguredModel after = ConfiguredModel.at(first).orElseThrow();

        assertThat(after.build(after.image(), after.classes()).format())
                .isEqualTo(before.build(before.image(), before.classes()).format());
        assertThat(after.configuration().measured())
                .isEqualTo(before.configuration().measured());
        assertThat(after.configuration().model())
                .isEqualTo(before.configuration().model());
    }

    @Test
    void aZipHoldsAllAndComesBackAsItWas() throws IOException {
        Path zip = export(trained, "zip", "one").resolve("mine.zip");

        try (ZipFile opened = new ZipFile(zip.toFile())) {
            assertThat(opened.stream().map(ZipEntry::getName))
                    .containsExactly(
                            "mine/model.onnx",
                            "mine/model.param",
                            "mine/model.bin",
                            "mine/weights.safetensors",
                            "mine/model.yaml",
                            "mine/README.md",
                            "mine/configuration.json");
        }
        assertThat(read(export(trained, "zip", "two").resolve("mine.zip"))).isEqualTo(read(zip));
        assertThat(read(export(zip, "zip", "three").resolve("mine.zip"))).isEqualTo(read(zip));
        assertThat(Typed.run("describe", zip.toString(), "--format", "json").out())
                .isEqualTo(Typed.run("describe", trained.toString(), "--format", "json")
                        .out());
        Path image = shared.resolve("data/images/val-0001.jpg");
        Typed seen = Typed.run("predict", zip.toString(), image.toString(), "--out=" + folder.resolve("seen"));
        assertThat(seen.code()).as(seen.err()).isZero();
    }

    @Test
    void theConfigurationNamesWhatLiesBesideIt() throws IOException {
        Path out = export(trained, "onnx,ncnn,weights,yaml,card,config", "all").resolve("mine");

        try (var files = Files.list(out)) {
            List<String> beside = files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("configuration.json"))
                    .toList();
            assertThat(configuration(out).files())
                    .extracting(ExportedFile::name)
                    .containsExactlyInAnyOrderElementsOf(beside);
        }
        for (ExportedFile file : configuration(out).files()) {
            byte[] content = read(out.resolve(file.name()));
            assertThat(file).isEqualTo(ExportedFile.of(file.name(), content));
        }
        assertThat(Files.readString(out.resolve("README.md")))
                .contains("# mine", "yolov5n", "1 epoch over all training images", "seed 1", "median", "anchors");
    }

    @Test
    void aModelThatTellsObjectsGoesWithTheOthers() throws IOException {
        Path to = folder.resolve("told");
        Typed typed = Typed.run("export", trained.toString(), "--to=zip", "--postprocess", "--out=" + to);

        assertThat(typed.code()).as(typed.err()).isZero();
        Path out = export(to.resolve("mine.zip"), "onnx,card,config", "again").resolve("mine");
        assertThat(configuration(out).files())
                .extracting(ExportedFile::name)
                .containsExactly("model.onnx", "detections.onnx", "README.md");
        assertThat(Files.readString(out.resolve("README.md"))).contains("`detections.onnx` does steps 4 and 5 itself");
    }

    @Test
    void exportingToItsOwnFolderForgetsNoFile() throws IOException {
        Path first = export(trained, "onnx,weights,config", "first").resolve("mine");
        export(first, "ncnn", "first");

        assertThat(configuration(first).files())
                .extracting(ExportedFile::name)
                .containsExactlyInAnyOrder("model.onnx", "weights.safetensors", "model.param", "model.bin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nanodet-m", "yolov5n", "thundernet-snet49", "yolov4-tiny"})
    void modelsOfTheZooComeBackToo(String model) throws IOException {
        Path zip = export(model, "zip", "zoo").resolve(model + ".zip");
        Path bare = export(zip, "weights,config", "bare").resolve(model);
        Path again = export(bare, "zip", "again").resolve(model + ".zip");

        assertThat(read(again)).isEqualTo(read(zip));
        assertThat(Typed.run("describe", zip.toString(), "--format", "csv").out())
                .isEqualTo(Typed.run("describe", model, "--format", "csv").out());
    }

    @Test
    void whatCannotBeSaidIsLeftOutAndTheCardSaysWhy() throws IOException {
        Path zip = export("thundernet-snet49", "zip", "zoo").resolve("thundernet-snet49.zip");
        export(zip, "card", "card");

        try (ZipFile opened = new ZipFile(zip.toFile())) {
            assertThat(opened.stream().map(ZipEntry::getName))
                    .contains("thundernet-snet49/second-stage.onnx", "thundernet-snet49/second-stage.bin")
                    .doesNotContain("thundernet-snet49/model.yaml");
            assertThat(opened.getInputStream(opened.getEntry("thundernet-snet49/README.md")))
                    .asString(StandardCharsets.UTF_8)
                    .contains("There is no `yaml`: ", "second stage", "Random weights");
        }
    }

    @Test
    void aChangedFileIsRefusedByName() throws IOException {
        Path out = export(trained, "onnx,weights,config", "all").resolve("mine");
        byte[] weights = read(out.resolve("weights.safetensors"));
        weights[weights.length - 1] ^= 1;
        Files.write(out.resolve("weights.safetensors"), weights);

        Typed typed = Typed.run(
                "export",
                out.toString(),
                "--to",
                "ncnn",
                "--out",
                folder.resolve("x").toString());

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err())
                .contains("mine/weights.safetensors", "SHA-256", "Maybe")
                .doesNotContain("\tat ");
    }

    @Test
    void weightsOfAnotherNetworkAreRefusedByTensor() throws IOException {
        Path out = export(trained, "config", "all").resolve("mine");
        Path other = export("nanodet-m", "weights", "zoo").resolve("nanodet-m/weights.safetensors");
        Files.copy(other, out.resolve("weights.safetensors"));

        Typed typed = Typed.run(
                "export",
                out.toString(),
                "--to",
                "onnx",
                "--out",
                folder.resolve("x").toString());

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains("mine/weights.safetensors: No tensor is named ", "Maybe");
    }

    @Test
    void whatIsMissingIsNamed() {
        Path out = export(trained, "config", "all").resolve("mine");

        for (String[] line : new String[][] {
            {
                "export",
                out.toString(),
                "--to",
                "ncnn",
                "--out",
                folder.resolve("x").toString()
            },
            {"predict", out.toString(), shared.resolve("data/images").toString()},
            {"profile", out.toString()}
        }) {
            Typed typed = Typed.run(line);
            assertThat(typed.code()).isEqualTo(2);
            assertThat(typed.err()).contains("was expected, or weights.safetensors", "configuration.json", "Maybe");
        }
        assertThat(Typed.run("describe", out.toString()).code()).isZero();
    }

    @Test
    void zipsOfOthersAreRefused() throws IOException {
        Path cut = folder.resolve("cut.zip");
        byte[] whole = read(export("nanodet-m", "zip", "zoo").resolve("nanodet-m.zip"));
        Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
        Typed damaged = Typed.run("describe", cut.toString());

        assertThat(damaged.code()).isEqualTo(2);
        assertThat(damaged.err()).contains("cut.zip: expected a zip that falconet export wrote", "Maybe");
    }

    @Test
    void weightsForTheseClassesAreNotForOthers() {
        Typed typed = Typed.run(
                "export",
                trained.toString(),
                "--classes",
                "7",
                "--out",
                folder.resolve("x").toString());

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains("has weights for", "--classes 7", "Maybe");
    }

    @Test
    void aTrainingGoesOnFromItsWeights() throws IOException {
        Path further = folder.resolve("further");
        String[] line = {
            "train",
            trained.toString(),
            "--data=" + shared.resolve("data"),
            "--epochs=1",
            "--out=" + further,
            "--weights"
        };
        Typed typed = Typed.run(with(line, trained.toString()));

        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(typed.err()).containsPattern("(\\d+) of \\1 tensors start as in");
        String start =
                configuration(trained).file("weights.safetensors").orElseThrow().sha256();
        assertThat(configuration(further).measured().orElseThrow().provenance().versions())
                .containsEntry("start", start);
        assertThat(Files.readString(export(further, "card", "card").resolve("further/README.md")))
                .contains("from weights of SHA-256 `" + start);
        assertThat(Typed.run(with(line, "nanodet-m")).err()).contains("A model with weights was expected", "Maybe");
        assertThat(Typed.run(with(
                                line,
                                export("nanodet-m", "weights,config", "zoo")
                                        .resolve("nanodet-m")
                                        .toString()))
                        .err())
                .contains("Weights that fit", "found none", "Maybe");
    }

    private static String[] with(String[] line, String last) {
        String[] longer = Arrays.copyOf(line, line.length + 1);
        longer[line.length] = last;
        return longer;
    }

    @Test
    void aModelIsNotTrainedIntoItsOwnFolder() throws IOException {
        byte[] before = read(trained.resolve("weights.safetensors"));
        Typed typed = Typed.run(
                "train", trained.toString(), "--data=" + shared.resolve("data"), "--epochs=1", "--out=" + trained);

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains("--out", "Maybe");
        assertThat(read(trained.resolve("weights.safetensors"))).isEqualTo(before);
    }
}
