package io.falconet.evaluator.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconet.evaluator.SharedFolder;
import io.falconet.evaluator.data.Dataset;
import io.falconet.evaluator.data.GroundTruth;
import io.falconet.evaluator.data.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Agreement with pycocotools on its own output. */
class ReferenceCasesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    List<DynamicTest> figuresEqualThoseOfPycocotools() throws IOException {
        try (Stream<Path> files = Files.list(SharedFolder.path("reference/map"))) {
            return files.filter(f -> f.toString().endsWith(".json"))
                    .sorted()
                    .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> check(f)))
                    .toList();
        }
    }

    private static void check(Path file) throws IOException {
        JsonNode root = JSON.readTree(file.toFile());
        Dataset truth = truth(root.get("groundTruth"));
        List<Detection> detections = CocoResults.detections(root.get("detections"), truth);
        CocoFigures found = CocoEvaluator.figures(truth, detections);
        Map<String, Double> figures = figures(found);
        SoftAssertions softly = new SoftAssertions();
        figures.forEach((name, value) -> softly.assertThat(printed(value))
                .as(name)
                .isEqualTo(root.get("expected").get(name).doubleValue(), within(1e-6)));
        for (int c = 0; c < truth.categoryIds().size(); c++) {
            JsonNode expected = root.get("expectedPerCategory")
                    .get(truth.categoryIds().get(c).toString());
            softly.assertThat(printed(found.classes().get(c).ap()))
                    .as("AP of " + c)
                    .isEqualTo(expected.get("AP").doubleValue(), within(1e-6));
            softly.assertThat(printed(found.classes().get(c).ap50()))
                    .as("AP50 of " + c)
                    .isEqualTo(expected.get("AP50").doubleValue(), within(1e-6));
        }
        softly.assertAll();
        assertThat(figures).hasSize(root.get("expected").size());
    }

    private static double printed(double figure) {
        return Double.isNaN(figure) ? -1 : figure;
    }

    private static Map<String, Double> figures(CocoFigures f) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("AP", f.ap());
        figures.put("AP50", f.ap50());
        figures.put("AP75", f.ap75());
        figures.put("APs", f.apSmall());
        figures.put("APm", f.apMedium());
        figures.put("APl", f.apLarge());
        figures.put("AR1", f.ar1());
        figures.put("AR10", f.ar10());
        figures.put("AR100", f.ar100());
        figures.put("ARs", f.arSmall());
        figures.put("ARm", f.arMedium());
        figures.put("ARl", f.arLarge());
        return figures;
    }

    private static Dataset truth(JsonNode node) {
        Map<Long, String> categories = new TreeMap<>();
        node.get("categories")
                .forEach(c ->
                        categories.put(c.get("id").longValue(), c.path("name").asText()));
        List<Long> ids = List.copyOf(categories.keySet());
        Map<Long, List<GroundTruth>> objects = new HashMap<>();
        for (JsonNode a : node.get("annotations")) {
            JsonNode box = a.get("bbox");
            objects.computeIfAbsent(a.get("image_id").longValue(), i -> new ArrayList<>())
                    .add(new GroundTruth(
                            ids.indexOf(a.get("category_id").longValue()),
                            box.get(0).floatValue(),
                            box.get(1).floatValue(),
                            box.get(2).floatValue(),
                            box.get(3).floatValue(),
                            a.get("area").floatValue(),
                            a.path("iscrowd").asInt() == 1,
                            a.get("id").longValue()));
        }
        List<Sample> samples = new ArrayList<>();
        node.get("images").forEach(i -> {
            String name = i.get("file_name").textValue();
            long id = i.get("id").longValue();
            samples.add(new Sample(
                    Path.of(name),
                    name,
                    id,
                    i.get("width").intValue(),
                    i.get("height").intValue(),
                    objects.getOrDefault(id, List.of())));
        });
        return new Dataset(List.copyOf(categories.values()), ids, samples, "");
    }
}
