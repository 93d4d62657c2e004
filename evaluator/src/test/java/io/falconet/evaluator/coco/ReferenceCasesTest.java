package io.falconet.evaluator.coco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconet.evaluator.SharedFolder;
import io.falconet.evaluator.metric.CocoEvaluator;
import io.falconet.evaluator.metric.CocoFigures;
import io.falconet.evaluator.metric.CocoScores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Agreement with pycocotools on its own output: twelve figures, and AP and AP50 of each class. */
class ReferenceCasesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @TestFactory
    List<DynamicTest> figuresEqualThoseOfPycocotools() throws IOException {
        try (Stream<Path> files = Files.list(SharedFolder.path("reference/map"))) {
            return files.filter(f -> f.toString().endsWith(".json"))
                    .sorted()
                    .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> check(f)))
                    .toList();
        }
    }

    private void check(Path file) throws IOException {
        JsonNode root = JSON.readTree(file.toFile());
        EntryFaults faults = new EntryFaults();
        CocoTruth truth = CocoTruthReader.read(written("gt.json", root.get("groundTruth")), faults);
        CocoScores scores = CocoEvaluator.scores(
                truth.classes(), CocoResultsReader.read(written("dt.json", root.get("detections")), truth, faults));
        assertThat(faults.count()).isZero();
        SoftAssertions softly = new SoftAssertions();
        check(softly, "all", scores.figures(), root.get("expected"), 12);
        assertThat(truth.categoryIds()).hasSize(root.get("expectedPerCategory").size());
        for (int c = 0; c < truth.categoryIds().size(); c++) {
            String id = truth.categoryIds().get(c).toString();
            CocoFigures found = scores.classes().get(c).figures();
            check(
                    softly,
                    "category " + id,
                    found,
                    root.get("expectedPerCategory").get(id),
                    2);
        }
        softly.assertAll();
    }

    private static void check(SoftAssertions softly, String of, CocoFigures found, JsonNode expected, int size) {
        assertThat(expected).hasSize(size);
        expected.fieldNames().forEachRemaining(name -> softly.assertThat(
                        printed(found.byName().get(name)))
                .as(name + " of " + of)
                .isEqualTo(expected.get(name).doubleValue(), within(1e-6)));
    }

    private static double printed(double figure) {
        return Double.isNaN(figure) ? -1 : figure;
    }

    private Path written(String name, JsonNode content) throws IOException {
        Path file = folder.resolve(name);
        JSON.writeValue(file.toFile(), content);
        return file;
    }
}
