package io.falconet.cluster.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.cluster.cli.Typed;
import io.falconet.evaluator.synthetic.SyntheticDataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {
    private static final String MODEL = "zoo:model=yolov5n,input=128";

    @TempDir
    private Path folder;

    private Path study;

    @BeforeEach
    void makeAStudy() throws IOException {
        SyntheticDataset.Location data = new SyntheticDataset(8, 4, 1).write(folder.resolve("data"), done -> {});
        study = folder.resolve("study.yaml");
        Files.writeString(
                study,
                """
                name: tiny
                space: zoo
                data:
                  train: %s
                  validation: %s
                  images: %s
                objectives: [map50-95, parameters]
                strategy: {name: random}
                trials: 1
                fidelity: {epochs: 1, images: all, batch: 4}
                seed: 1
                """
                        .formatted(data.train(), data.validation(), data.images()));
    }

    @Test
    void trainsByANamedRecipe() {
        Path out = folder.resolve("out");
        Typed typed = Typed.run(
                "train",
                MODEL,
                "--data",
                study.toString(),
                "--out",
                out.toString(),
                "--recipe",
                "yolov5",
                "--threads",
                "2");
        assertThat(typed.err())
                .contains("recipe yolov5, 2 threads", "epoch 1 of 1: loss", "0:00 min left", "of it for data");
        assertThat(typed.code()).isZero();
        assertThat(typed.out()).contains("mAP50");
        assertThat(out.resolve("model.onnx")).exists();
        assertThat(out.resolve("checkpoint.bin")).doesNotExist();
    }

    @Test
    void trainingWithoutThreadsIsRefused() {
        Typed typed = Typed.run("train", MODEL, "--data", study.toString(), "--threads", "0");
        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains("found 0", "Maybe");
    }

    @Test
    void aGpuThatIsNotThereIsRefusedRatherThanReplaced() {
        Typed typed = Typed.run("train", MODEL, "--data", study.toString(), "--gpu", "9999", out());
        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains("A GPU that can train was expected: GPU 9999 was given, but", "Maybe");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void trainsOnAFolder() {
        Path out = folder.resolve("out");
        Typed typed = Typed.run(
                "train", MODEL, "--data", folder.resolve("data").toString(), "--out", out.toString(), "--epochs", "1");

        assertThat(typed.err()).contains("1 epoch over all training images, 8 images a step");
        assertThat(typed.code()).isZero();
        assertThat(out.resolve("model.onnx")).exists();
    }

    @Test
    void dataThatAreNotSplitAreRefusedBeforeAnythingIsTrained() throws IOException {
        Files.delete(folder.resolve("data/val.json"));
        Typed typed = Typed.run("train", MODEL, "--data", folder.resolve("data").toString(), out());

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains("A part val was expected, found train", "Maybe");
        Typed absent =
                Typed.run("train", MODEL, "--data", folder.resolve("nothing").toString(), out());
        assertThat(absent.code()).isEqualTo(2);
        assertThat(absent.err()).contains("nothing", "Maybe");
    }

    @Test
    void unknownRecipesAreRefusedWithThoseKnown() {
        Typed typed = Typed.run("train", MODEL, "--data", study.toString(), "--recipe", "slow");
        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains("nanodet-plus", "slow", "Maybe short");
    }

    private String out() {
        return "--out=" + folder.resolve("out");
    }
}
