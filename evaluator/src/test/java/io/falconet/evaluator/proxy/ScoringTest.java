package io.falconet.evaluator.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconet.evaluator.data.CocoReader;
import io.falconet.evaluator.data.Dataset;
import io.falconet.evaluator.data.ImageCache;
import io.falconet.evaluator.synthetic.SyntheticDataset;
import io.falconet.evaluator.train.TrainingRecipe;
import io.falconet.space.graph.Shape;
import io.falconet.space.zoo.ZooModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoringTest {
    private static final ImageCache IMAGES = new ImageCache(16 << 20);

    @TempDir
    static Path folder;

    private static Dataset train;

    @BeforeAll
    static void draw() throws IOException {
        SyntheticDataset.Location files = new SyntheticDataset(6, 1, 7).write(folder, done -> {});
        train = CocoReader.read(files.train(), files.images()).dataset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nanodet-m", "nanodet-t", "nanodet-plus-m", "yolov5n", "slimneck-yolov5n", "yolov4-tiny"})
    void detectorsThatAreTrainedHaveEveryScore(String model) {
        assertThat(scores(model, 1).values()).allMatch(value -> Double.isFinite(value.orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fcos-shufflenetv2", "thundernet-snet49"})
    void othersHaveAllButTheGradientNorm(String model) {
        Map<String, OptionalDouble> scores = scores(model, 1);
        assertThat(scores.remove("grad_norm")).isEmpty();
        assertThat(scores).hasSize(5);
        assertThat(scores.values()).allMatch(value -> Double.isFinite(value.orElseThrow()));
    }

    @Test
    void seedAndDataDecide() {
        Map<String, OptionalDouble> first = scores("yolov5n", 1);
        assertThat(scores("yolov5n", 1)).isEqualTo(first);
        Map<String, OptionalDouble> other = scores("yolov5n", 2);
        assertThat(Arrays.asList("parameters", "macs"))
                .allMatch(key -> other.get(key).equals(first.get(key)));
        assertThat(Arrays.asList("synflow", "naswot", "jacov", "grad_norm"))
                .noneMatch(key -> other.get(key).equals(first.get(key)));
    }

    @Test
    void oneImageHasNothingToBeComparedWith() {
        assertThatThrownBy(() -> new Scoring(train, TrainingRecipe.SHORT, IMAGES, 1, 1))
                .hasMessageContaining("at least 2 images, found 1")
                .hasMessageContaining("Maybe 16");
    }

    private static Map<String, OptionalDouble> scores(String model, long seed) {
        Scoring scoring = new Scoring(train, TrainingRecipe.SHORT, IMAGES, 4, seed);
        Map<String, OptionalDouble> scores = new LinkedHashMap<>();
        scoring.of(ZooModel.named(model)
                        .detector(Shape.image(64, 64), train.classes().size()))
                .forEach(value -> scores.put(value.score().key(), value.value()));
        return scores;
    }
}
