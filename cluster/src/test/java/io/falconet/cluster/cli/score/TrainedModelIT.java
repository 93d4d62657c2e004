package io.falconet.cluster.cli.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconet.cluster.cli.Typed;
import io.falconet.evaluator.synthetic.SyntheticDataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that was trained by the command line on generated images, and is scored on those that it learned by heart. */
class TrainedModelIT {
    @TempDir
    private static Path folder;

    private static Typed trained;

    @BeforeAll
    static void train() throws IOException {
        SyntheticDataset.Location data = new SyntheticDataset(16, 1, 3).write(folder.resolve("data"), done -> {});
        Files.copy(data.train(), data.validation(), StandardCopyOption.REPLACE_EXISTING);
        trained = Typed.run(
                "train",
                "zoo:model=yolov5n,input=256",
                "--data=" + folder.resolve("data"),
                "--epochs=40",
                "--batch=4",
                "--out=" + folder.resolve("model"));
    }

    @Test
    void evaluatingGivesTheFiguresThatTrainingPrinted() throws IOException {
        double expected = printed("mAP50-95");
        JsonNode figures = figures();

        assertThat(expected).isGreaterThan(0.02);
        assertThat(figures.get("AP").doubleValue()).isCloseTo(expected, within(1e-3));
        assertThat(figures.get("AP50").doubleValue()).isCloseTo(printed("mAP50"), within(1e-3));
    }

    @Test
    void whatItPredictsScoresTheSame() throws IOException {
        Path out = folder.resolve("seen");
        String truth = folder.resolve("data/train.json").toString();
        Typed.run(
                "predict",
                folder.resolve("model").toString(),
                folder.resolve("data/images").toString(),
                "--ground-truth=" + truth,
                "--score=0.001",
                "--out=" + out);
        Typed scored = Typed.run(
                "evaluate",
                "--detections=" + out.resolve("detections.json"),
                "--ground-truth=" + truth,
                "--format=json");

        JsonNode found = new ObjectMapper().readTree(scored.out()).get("figures");
        assertThat(found.get("AP").doubleValue()).isCloseTo(figures().get("AP").doubleValue(), within(2e-3));
    }

    /** The images side by side on one: too small at a glance, in tiles as large as when they were learned. */
    @Test
    void tilesFindOnALargeImageWhatOneGlanceDoesNot() throws IOException {
        String large = Mosaic.of(folder.resolve("data/train.json"), folder.resolve("data/images"), 416, 5)
                .write(folder.resolve("large"))
                .toString();
        double glance = figures(large).get("AP50").doubleValue();
        double tiled =
                figures(large, "--tile=416", "--overlap=0.25").get("AP50").doubleValue();

        assertThat(glance).isLessThan(0.02);
        assertThat(tiled).isGreaterThan(0.05);
    }

    private static JsonNode figures() throws IOException {
        return figures(folder.resolve("data").toString(), "--split=train");
    }

    private static JsonNode figures(String data, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("evaluate", folder.resolve("model").toString(), "--data=" + data, "--format=json"));
        arguments.addAll(List.of(options));
        Typed typed = Typed.run(arguments.toArray(String[]::new));
        assertThat(typed.code()).as(typed.err()).isZero();
        return new ObjectMapper().readTree(typed.out()).get("figures");
    }

    private static double printed(String label) {
        assertThat(trained.code()).as(trained.err()).isZero();
        return trained.out()
                .lines()
                .filter(line -> line.startsWith(label + " "))
                .map(line -> line.substring(label.length()).strip().split(" ")[0])
                .mapToDouble(Double::parseDouble)
                .findFirst()
                .orElseThrow();
    }
}
