package io.falconet.cluster.cli.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconet.cluster.cli.Typed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model whose weights are random sees things everywhere, which is enough to look at what is made of them. */
class PredictCommandTest {
    /** What an untrained NanoDet scores everywhere is a little over this. */
    private static final String EVERYTHING = "--score=0.003";

    @TempDir
    private static Path data;

    @TempDir
    private static Path models;

    @TempDir
    private Path out;

    @BeforeAll
    static void aModelAndImages() {
        Typed.run("data", "synth", data.toString(), "--train", "2", "--validation", "3");
        Typed.run("export", "nanodet-m", "--out", models.toString(), "--classes", "2");
    }

    @Test
    void picturesAndDetectionsAreWritten(@TempDir Path other) throws IOException {
        Path sameName = Files.copy(data.resolve("images/val-0002.jpg"), other.resolve("val-0001.jpg"));
        Typed typed = Typed.run("predict", model(), images(), sameName.toString(), EVERYTHING, "--out=" + out);

        assertThat(typed.err()).contains("6 images, 0 of them could not be read");
        assertThat(typed.code()).isZero();
        assertThat(out.resolve("val-0001.png")).isNotEmptyFile();
        assertThat(out.resolve("val-0001-2.png")).isNotEmptyFile();
        JsonNode found =
                new ObjectMapper().readTree(out.resolve("detections.json").toFile());
        var image = ImageIO.read(data.resolve("images/train-0001.jpg").toFile());
        assertThat(found).isNotEmpty().allSatisfy(one -> {
            assertThat(one.get("image_id").intValue()).isBetween(1, 6);
            assertThat(one.get("category").textValue()).startsWith("class");
            JsonNode box = one.get("bbox");
            assertThat(box.get(0).doubleValue() + box.get(2).doubleValue()).isBetween(0.0, image.getWidth() + 0.01);
            assertThat(box.get(1).doubleValue() + box.get(3).doubleValue()).isBetween(0.0, image.getHeight() + 0.01);
        });
    }

    @Test
    void theModelIsFoundByAnyOfItsFiles() {
        String image = data.resolve("images/val-0001.jpg").toString();
        String expected = Typed.run("predict", model(), image, "--out=" + out).out();

        assertThat(expected).contains("0 objects");
        for (String file : new String[] {"model.onnx", "configuration.json"}) {
            assertThat(Typed.run("predict", model() + "/" + file, image, "--out=" + out)
                            .out())
                    .isEqualTo(expected);
        }
    }

    @Test
    void aModelThatTellsObjectsItselfSeesTheSame(@TempDir Path other) {
        String[] options = {"--classes=2", "--postprocess", EVERYTHING, "--out=" + other};
        Typed exported = Typed.run("export", "nanodet-m", options[0], options[1], options[2], options[3]);
        assertThat(exported.out()).contains("model.onnx", "detections.onnx", "configuration.json");
        String folder = other.resolve("nanodet-m").toString();

        Typed expected = Typed.run("predict", folder, images(), EVERYTHING, "--out=" + out);
        Typed found = Typed.run("predict", folder + "/detections.onnx", images(), EVERYTHING, "--out=" + out);

        assertThat(found.out()).isEqualTo(expected.out()).contains(" objects").doesNotContain(" 0 objects");
        Typed more = Typed.run("predict", folder + "/detections.onnx", images(), "--score=0.001", "--out=" + out);
        assertThat(more.code()).isEqualTo(2);
        assertThat(more.err()).contains("leaves out what scores 0.003 or less", "Maybe --score 0.003");
    }

    @Test
    void classesOfTheModelAreSoughtInTheGroundTruth() {
        Typed typed = Typed.run(
                "predict",
                model(),
                data.resolve("images/val-0001.jpg").toString(),
                "--out=" + out,
                "--ground-truth=" + data.resolve("val.json"));

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains("class0", "drone", "Maybe");
    }

    @Test
    void anImageThatCannotBeReadIsNamedAndTheOthersAreDone() throws IOException {
        Path broken = Files.writeString(out.resolve("broken.jpg"), "no image");
        Typed typed = Typed.run(
                "predict",
                model(),
                broken.toString(),
                data.resolve("images/val-0001.jpg").toString(),
                "--out=" + out);

        assertThat(typed.code()).isEqualTo(1);
        assertThat(typed.err()).contains("broken.jpg", "Maybe", "2 images, 1 of them");
        assertThat(out.resolve("val-0001.png")).isNotEmptyFile();
    }

    @Test
    void wrongRequestsAreToldSo() {
        String image = data.resolve("images/val-0001.jpg").toString();

        assertThat(Typed.run("predict", "nanodet-m", image).err()).contains("nobody trained", "Maybe falconet train");
        assertThat(Typed.run("predict", model(), data.resolve("nothing.png").toString())
                        .err())
                .contains("nothing.png", "Maybe");
        assertThat(Typed.run("predict", images(), image).err()).contains("side by side", "Maybe");
        Typed percent = Typed.run("predict", model(), image, "--score", "30", "--out=" + out);
        assertThat(percent.code()).isEqualTo(2);
        assertThat(percent.err()).contains("percent");
        assertThat(Typed.run("predict", model()).code()).isEqualTo(2);
    }

    private static String model() {
        return models.resolve("nanodet-m").toString();
    }

    private static String images() {
        return data.resolve("images").toString();
    }
}
