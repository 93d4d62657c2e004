package io.falconet.cluster.cli.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconet.cluster.cli.Typed;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String TRUTH =
            """
            {"images": [{"id": 1, "file_name": "a.png", "width": 100, "height": 100}],
             "categories": [{"id": 4, "name": "nut"}, {"id": 7, "name": "bolt"}],
             "annotations": [
              {"id": 1, "image_id": 1, "category_id": 4, "bbox": [10, 10, 20, 20], "area": 400, "iscrowd": 0},
              {"id": 2, "image_id": 1, "category_id": 4, "bbox": [50, 50, 20, 20], "area": 400, "iscrowd": 0}]}
            """;

    private static final String FOUND =
            "[{\"image_id\": 1, \"category_id\": 4, \"bbox\": [10, 10, 20, 20], \"score\": 0.9}]";

    @TempDir
    private Path folder;

    @Test
    void peopleReadFiguresClassesAndConfusion() throws IOException {
        Typed typed = evaluate(TRUTH, FOUND);

        assertThat(typed.code()).isZero();
        assertThat(typed.err()).isEmpty();
        assertThat(typed.out())
                .contains("1 images, 2 objects, 1 detections")
                .contains("AP     0.505  precision, mean of IoU 0.50 to 0.95")
                .contains("APl        –")
                .contains("nut", "bolt", "background");
    }

    @Test
    void jsonHoldsCurvesAndConfusion() throws IOException {
        JsonNode all = JSON.readTree(evaluate(TRUTH, FOUND, "--format", "json").out());

        assertThat(all.at("/figures/AR100").doubleValue()).isEqualTo(0.5);
        assertThat(all.at("/figures/APl").doubleValue()).isEqualTo(-1);
        JsonNode nut = all.at("/classes/0");
        assertThat(nut.get("id").intValue()).isEqualTo(4);
        assertThat(nut.at("/bestF1/score").doubleValue()).isEqualTo(0.9);
        assertThat(nut.at("/curve/precision")).hasSize(101);
        assertThat(nut.at("/curve/score/50").doubleValue()).isEqualTo(0.9);
        assertThat(nut.at("/curve/score/51").doubleValue()).isEqualTo(-1);
        assertThat(all.at("/confusion/labels/2").textValue()).isEqualTo("background");
        assertThat(all.at("/confusion/counts").toString()).isEqualTo("[[1,0,1],[0,0,0],[0,0,0]]");
    }

    @Test
    void csvHasARowForAllAndOneForEachClass() throws IOException {
        assertThat(evaluate(TRUTH, FOUND, "--format", "csv").out().lines())
                .hasSize(4)
                .first()
                .asString()
                .startsWith("class,id,objects,detections,AP,AP50,AP75,APs,APm,APl,AR1,AR10,AR100,ARs,ARm,ARl,bestF1");
    }

    @Test
    void faultyEntriesAreRefusedByName() throws IOException {
        String strange = FOUND.replace("\"image_id\": 1", "\"image_id\": 12");

        Typed typed = evaluate(TRUTH, strange);

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.out()).isEmpty();
        assertThat(typed.err())
                .contains("dt.json", "[0] at line 1, column 2 is for image 12", "Maybe --skip-faults")
                .doesNotContain("\tat ");
        assertThat(evaluate(TRUTH, strange, "--skip-faults").code()).isZero();
    }

    @Test
    void filesTakenForEachOtherAreToldSo() throws IOException {
        assertThat(evaluate(FOUND, TRUTH).err()).contains("easily taken for each other");
        assertThat(evaluate(TRUTH, "[{]").err()).contains("line 1, column 3", "Maybe");
    }

    @Test
    void yoloLabelsAreGroundTruthByTheirNames() throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        ImageIO.write(
                new BufferedImage(100, 100, BufferedImage.TYPE_INT_RGB),
                "png",
                data.resolve("a.png").toFile());
        Files.writeString(data.resolve("a.txt"), "0 0.2 0.2 0.2 0.2\n0 0.6 0.6 0.2 0.2\n");
        Files.writeString(data.resolve("my.names"), "nut\nbolt\n");
        Path named = Files.writeString(
                folder.resolve("named.json"),
                "[{\"file_name\": \"a.png\", \"category\": \"nut\", \"bbox\": [10, 10, 20, 20], \"score\": 0.9}]");

        Typed typed = Typed.run("evaluate", "--ground-truth", data.toString(), "--detections", named.toString());

        assertThat(typed.code()).isZero();
        assertThat(typed.err()).contains("is YOLO", "part all");
        assertThat(typed.out()).contains("1 images, 2 objects, 1 detections").contains("AP     0.505");
        Path numbers = Files.writeString(folder.resolve("dt.json"), FOUND);
        Typed refused = Typed.run("evaluate", "--ground-truth", data.toString(), "--detections", numbers.toString());
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("needs a text \"file_name\"", "Maybe");
    }

    @Test
    void theTwoUsesExcludeEachOther() {
        assertThat(refusal("evaluate", "nanodet-m", "--data", "x", "--detections", "dt.json"))
                .contains("found MODEL and --data beside --detections");
        assertThat(refusal("evaluate")).contains("found neither");
        assertThat(refusal("evaluate", "--detections", "dt.json")).contains("--detections alone");
        assertThat(refusal("evaluate", "nanodet-m")).contains("found MODEL alone");
        assertThat(refusal("evaluate", "--detections", "dt.json", "--ground-truth", "gt.json", "--tile"))
                .contains("--tile is for a model");
    }

    private static String refusal(String... arguments) {
        Typed typed = Typed.run(arguments);
        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains("Maybe falconet evaluate MODEL --data DIR");
        return typed.err();
    }

    @Test
    void everyReferenceCaseScoresAsPycocotoolsPrints() throws IOException {
        Path cases = Path.of("..", "..", "shared", "reference", "map");
        assumeTrue(Files.exists(cases), () -> "skipped: there is no ../shared/reference/map beside the project");
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(cases)) {
            all.filter(f -> f.toString().endsWith(".json")).sorted().forEach(files::add);
        }
        SoftAssertions softly = new SoftAssertions();
        for (Path file : files) {
            JsonNode root = JSON.readTree(file.toFile());
            Typed typed = evaluate(
                    root.get("groundTruth").toString(), root.get("detections").toString(), "--format", "json");
            JsonNode found = JSON.readTree(typed.out());
            compare(softly, file.getFileName() + " ", root.get("expected"), found.get("figures"));
            for (JsonNode one : found.get("classes")) {
                String id = one.get("id").asText();
                compare(
                        softly,
                        file.getFileName() + " " + id,
                        root.at("/expectedPerCategory/" + id),
                        one.get("figures"));
            }
        }
        softly.assertAll();
    }

    private static void compare(SoftAssertions softly, String of, JsonNode expected, JsonNode found) {
        expected.fieldNames()
                .forEachRemaining(name -> softly.assertThat(found.get(name).doubleValue())
                        .as(name + " of " + of)
                        .isEqualTo(expected.get(name).doubleValue(), within(1e-6)));
    }

    private Typed evaluate(String truth, String found, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "evaluate",
                "--ground-truth",
                Files.writeString(folder.resolve("gt.json"), truth).toString(),
                "--detections",
                Files.writeString(folder.resolve("dt.json"), found).toString()));
        arguments.addAll(List.of(options));
        return Typed.run(arguments.toArray(String[]::new));
    }
}
