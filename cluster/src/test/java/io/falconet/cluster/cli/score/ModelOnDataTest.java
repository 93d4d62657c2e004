package io.falconet.cluster.cli.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconet.cluster.cli.Typed;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models that look at labelled data. What a model with random weights sees does not matter here, only who is asked what. */
class ModelOnDataTest {
    @TempDir
    private static Path models;

    @TempDir
    private Path folder;

    private Path yolo;

    @BeforeEach
    void aModelAndData() throws IOException {
        if (!Files.exists(models.resolve("nanodet-m"))) {
            Typed.run("export", "nanodet-m", "--out", models.toString(), "--classes", "2");
        }
        yolo = folder.resolve("yolo");
        picture(yolo.resolve("images/train/x.png"));
        picture(yolo.resolve("images/val/y.png"));
        picture(yolo.resolve("images/val/z.png"));
        label("train/x.txt", "0 0.5 0.5 0.25 0.25\n");
        label("val/y.txt", "0 0.5 0.5 0.25 0.25\n1 0.2 0.2 0.1 0.1\n");
        label("val/z.txt", "");
        names("[class1, class0]");
    }

    @Test
    void theValidationPartIsScoredUnlessAnotherIsNamed() throws IOException {
        Typed typed = Typed.run("evaluate", model(), "--data", yolo.toString(), "--format", "json");

        assertThat(typed.err()).contains("part val", "2 images, 2 objects");
        assertThat(typed.code()).isZero();
        JsonNode all = new ObjectMapper().readTree(typed.out());
        assertThat(all.get("images").intValue()).isEqualTo(2);
        assertThat(all.at("/classes/0/name").textValue()).isEqualTo("class1");
        assertThat(Typed.run("evaluate", model(), "--data", yolo + "/data.yaml", "--split", "train")
                        .err())
                .contains("part train", "1 images");
        Typed absent = Typed.run("evaluate", model(), "--data", yolo.toString(), "--split", "test");
        assertThat(absent.code()).isEqualTo(2);
        assertThat(absent.err()).contains("A part test was expected, found train, val", "Maybe");
    }

    @Test
    void aStudyNamesItsData() throws IOException {
        Path study = Files.writeString(
                folder.resolve("study.yaml"),
                """
                name: tiny
                space: zoo
                data: {path: yolo}
                objectives: [map50-95]
                trials: 1
                fidelity: {epochs: 1, images: all, batch: 4}
                seed: 1
                """);

        Typed typed = Typed.run("evaluate", model(), "--data", study.toString());

        assertThat(typed.err()).contains("part val of %s: 2 images".formatted(study));
        assertThat(typed.code()).isZero();
    }

    @Test
    void vocLabelsAreScoredToo() throws IOException {
        Path voc = folder.resolve("voc");
        picture(voc.resolve("JPEGImages/a.png"));
        Files.createDirectories(voc.resolve("Annotations"));
        Files.writeString(
                voc.resolve("Annotations/a.xml"),
                """
                <annotation>
                  <filename>a.png</filename>
                  <object>
                    <name>class1</name>
                    <bndbox><xmin>10</xmin><ymin>20</ymin><xmax>60</xmax><ymax>50</ymax></bndbox>
                  </object>
                </annotation>
                """);

        Typed typed = Typed.run("evaluate", model(), "--data", voc.toString(), "--format", "csv");

        assertThat(typed.code()).isZero();
        assertThat(typed.err()).contains("part all", "1 images, 1 objects");
        assertThat(typed.out()).contains("class1,1,1,", "class0,2,0,");
        assertThat(Typed.run("evaluate", model(), "--data", voc.toString(), "--labels", "yolo")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void otherClassesAreRefused() throws IOException {
        names("[nut, bolt]");
        Typed typed = Typed.run("evaluate", model(), "--data", yolo.toString());

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains("[class0, class1]", "[bolt, nut]", "Maybe");
    }

    @Test
    void tilesAreAsLargeAsTheNetworksInputUnlessSaid() {
        String image = yolo.resolve("images/val/y.png").toString();
        String out = "--out=" + folder.resolve("out");

        assertThat(Typed.run("predict", model(), "--tile", image, out).code()).isZero();
        assertThat(Typed.run("predict", model(), image, out, "--tile").code()).isZero();
        assertThat(Typed.run("predict", model(), image, out, "--tile", "320x200", "--whole")
                        .code())
                .isZero();
        assertThat(Typed.run("evaluate", model(), "--data", yolo.toString(), "--tile=200", "--overlap", "0.5")
                        .code())
                .isZero();
    }

    @Test
    void wrongTilesAreToldSo() {
        String image = yolo.resolve("images/val/y.png").toString();

        assertThat(Typed.run("predict", model(), image, "--tile=huge").err()).contains("--tile", "huge");
        assertThat(Typed.run("predict", model(), image, "--overlap", "0.3").err())
                .contains("goes with --tile", "Maybe");
        assertThat(Typed.run("predict", model(), image, "--tile", "--overlap", "20")
                        .err())
                .contains("Maybe 0.2");
    }

    @Test
    void imagesOfYoloDataAreFoundByName() throws IOException {
        Path out = folder.resolve("out");
        Typed typed = Typed.run(
                "predict",
                model(),
                yolo.resolve("images/val").toString(),
                yolo.resolve("images/train").toString(),
                "--ground-truth=" + yolo,
                "--score=0.003",
                "--out=" + out);

        assertThat(typed.err()).contains("1 images are not in", "2 images, 0 of them", "Score them");
        JsonNode found =
                new ObjectMapper().readTree(out.resolve("detections.json").toFile());
        assertThat(found).isNotEmpty().allSatisfy(one -> {
            assertThat(one.get("file_name").textValue()).startsWith("images/val/");
            assertThat(one.get("category_id").intValue())
                    .isEqualTo(one.get("category").textValue().equals("class1") ? 1 : 2);
        });
        Typed scored = Typed.run(
                "evaluate",
                "--ground-truth",
                yolo.toString(),
                "--detections",
                out.resolve("detections.json").toString());
        assertThat(scored.code()).isZero();
        assertThat(scored.out()).contains("2 images, 2 objects, %,d detections".formatted(found.size()));
    }

    private static String model() {
        return models.resolve("nanodet-m").toString();
    }

    private void names(String names) throws IOException {
        Files.writeString(yolo.resolve("data.yaml"), "names: " + names + "\ntrain: images/train\nval: images/val\n");
    }

    private void label(String name, String text) throws IOException {
        Path file = yolo.resolve("labels").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static void picture(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        BufferedImage image = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 400 * 300; i++) {
            image.setRGB(i % 400, i / 400, i * 7919);
        }
        ImageIO.write(image, "png", file.toFile());
    }
}
