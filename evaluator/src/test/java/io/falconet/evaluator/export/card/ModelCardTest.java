package io.falconet.evaluator.export.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.evaluator.data.Normalisation;
import io.falconet.evaluator.export.Configuration;
import io.falconet.evaluator.export.ModelDescription;
import io.falconet.space.block.Detector;
import io.falconet.space.graph.Shape;
import io.falconet.space.outcome.DeviceProfile;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.LatencyReport;
import io.falconet.space.outcome.Provenance;
import io.falconet.space.space.Architecture;
import io.falconet.space.zoo.ZooModel;
import io.falconet.space.zoo.ZooNetwork;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelCardTest {
    private static final List<String> HEADINGS = List.of(
            "Model details",
            "Intended use",
            "Factors",
            "Metrics",
            "Evaluation data",
            "Training data",
            "Quantitative analyses",
            "Ethical considerations",
            "Caveats and recommendations",
            "Files");

    private static ZooNetwork built(String model) {
        return ZooModel.named(model).recipe().build(Shape.image(320, 320), 2);
    }

    private static Configuration configuration(String model) {
        ZooNetwork built = built(model);
        return new Configuration(ModelDescription.of(
                Architecture.parse("zoo:model=%s,input=320".formatted(model)),
                new Detector(built.network(), built.format().orElseThrow()),
                List.of("short | open", "mouse_bite"),
                Normalisation.IMAGENET));
    }

    private static Configuration trained() {
        Provenance provenance = new Provenance(
                7,
                "0.1+12345678",
                "f00df00df00df00d",
                new Fidelity(1200, 0, 16),
                Map.of("recipe", "short (0badcafe)", "jdk", "17"),
                Instant.parse("2024-05-06T07:08:09Z"),
                Duration.ofMinutes(3));
        LatencyReport latency = new LatencyReport(
                new DeviceProfile("local", "a processor", "ONNX Runtime 1", 1),
                10,
                100,
                1_500_000,
                1_400_000,
                1_600_000,
                1);
        return configuration("nanodet-m")
                .with(new Configuration.Measured(
                        Map.of("map50-95", 0.25, "latency", 1.5), Optional.of(latency), provenance))
                .named("boards-0012", Optional.of("boards:12"))
                .with("model.onnx", new byte[] {1, 2, 3});
    }

    @Test
    void aTrainedModelTellsWhatWasMeasured() {
        String card = new ModelCard(
                        trained(), built("nanodet-m"), Map.of("source", "its authors"), Map.of("yaml", "It cannot."))
                .text();

        assertThat(HEADINGS).allSatisfy(heading -> assertThat(card).contains("\n## " + heading + "\n"));
        assertThat(card)
                .startsWith("# boards-0012\n")
                .contains("`boards:12`", "| source | its authors |", "zoo:model=nanodet-m,input=320")
                .contains("0 short \\| open, 1 mouse_bite")
                .contains("| mAP50-95 | 0.2500 |")
                .contains("median 1.500 ms, 95 % interval 1.400 to 1.600 ms, 100 runs, on local")
                .contains("1,200 epochs over all training images", "recipe `short (0badcafe)`, seed 7")
                .contains("f00df00df00df00d", "039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81")
                .contains("stand-in", "Licence", "There is no `yaml`: It cannot.")
                .contains("fill the rest with [124, 116, 104]")
                .contains("under 60 pixels")
                .doesNotContain("Random weights", "null", "Optional");
    }

    @Test
    void equalModelsHaveEqualCards() {
        assertThat(new ModelCard(trained(), built("nanodet-m"), Map.of(), Map.of()).text())
                .isEqualTo(new ModelCard(trained(), built("nanodet-m"), Map.of(), Map.of()).text());
    }

    @ParameterizedTest
    @CsvSource({"yolov5n, '(2 s(w))²'", "yolov4-tiny, e^w", "nanodet-m, softmax"})
    void everyFormatIsToldHowItIsRead(String model, String words) {
        String card = new ModelCard(configuration(model), built(model), Map.of(), Map.of()).text();

        assertThat(card)
                .contains(words, "Random weights", "None: the weights are random.")
                .doesNotContain("null");
    }
}
