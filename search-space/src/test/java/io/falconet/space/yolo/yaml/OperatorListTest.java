package io.falconet.space.yolo.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconet.space.block.Detector;
import io.falconet.space.graph.Complexity;
import io.falconet.space.graph.Shape;
import io.falconet.space.problem.ModelFileException;
import io.falconet.space.space.SearchSpace;
import io.falconet.space.space.SearchSpaces;
import io.falconet.space.testing.Golden;
import io.falconet.space.yolo.OperatorRows;
import io.falconet.space.yolo.YoloSpec;
import io.falconet.space.zoo.ZooModel;
import io.falconet.space.zoo.ZooNetwork;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Any detector can be said operator by operator. */
class OperatorListTest {
    static List<ZooModel> detectors() {
        return ZooModel.all().stream()
                .filter(model -> model.name().matches("nanodet.*|yolov5s.*|fcos.*"))
                .toList();
    }

    private static void check(Detector detector) throws ModelFileException {
        YoloSpec list = OperatorRows.of(detector);
        YoloSpec read = YoloYamlReader.read(YoloYamlWriter.write(list, "a detector"), "list.yaml");
        Detector built = read.detector(detector.network().input());

        assertThat(read.equals(list)).isTrue();
        assertThat(built.network().id()).isEqualTo(detector.network().id());
        assertThat(built.id()).isEqualTo(detector.id());
        assertThat(built.format()).isEqualTo(detector.format());
        assertThat(Complexity.of(built.network()))
                .isEqualTo(Complexity.of(detector.network().live()));
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void aPublishedDetectorIsTheSameNetwork(ZooModel model) throws ModelFileException {
        ZooNetwork built = model.published();
        check(new Detector(built.network(), built.format().orElseThrow()));
    }

    @ParameterizedTest
    @CsvSource({"small-objects, 1", "small-objects, 2", "catalog, 3", "catalog, 4", "catalog, 5"})
    void aSearchedArchitectureIsTheSameNetwork(String name, long seed) throws ModelFileException {
        SearchSpace space = SearchSpaces.named(name);
        Random random = new Random(seed);
        for (int i = 0; i < 30; i++) {
            int[] options = space.choices().stream()
                    .mapToInt(choice -> random.nextInt(choice.options().size()))
                    .toArray();
            check(space.detector(space.architecture(options), 1 + random.nextInt(20)));
        }
    }

    @Test
    void theListIsForTheClassesForWhichItWasWritten() {
        YoloSpec list = OperatorRows.of(ZooModel.named("nanodet-m").detector(Shape.image(320, 320), 3));

        assertThatThrownBy(() -> list.withClasses(5).detector(Shape.image(320, 320)))
                .hasMessageContaining("Maybe the list was written for 3 classes.");
    }

    @Test
    void aListOfOperatorsStandsAsGoldenText() {
        Detector detector = ZooModel.named("nanodet-m-0.5x").detector(Shape.image(320, 320), 3);
        Golden.check("nanodet-m-0.5x.yaml", YoloYamlWriter.write(OperatorRows.of(detector), "nanodet-m-0.5x"));
    }
}
