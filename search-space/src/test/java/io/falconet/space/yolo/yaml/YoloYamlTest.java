package io.falconet.space.yolo.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.falconet.space.block.Detector;
import io.falconet.space.graph.Complexity;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.Shape;
import io.falconet.space.problem.ModelFileException;
import io.falconet.space.problem.Problem;
import io.falconet.space.testing.Golden;
import io.falconet.space.yolo.CustomModules;
import io.falconet.space.yolo.YoloDialect;
import io.falconet.space.yolo.YoloRow;
import io.falconet.space.yolo.YoloSpec;
import io.falconet.space.zoo.YoloRecipe;
import io.falconet.space.zoo.ZooModel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class YoloYamlTest {
    static List<ZooModel> listed() {
        return ZooModel.all().stream()
                .filter(model -> model.recipe() instanceof YoloRecipe)
                .toList();
    }

    private static YoloSpec spec(ZooModel model) {
        return ((YoloRecipe) model.recipe()).spec();
    }

    @ParameterizedTest
    @MethodSource("listed")
    void aPublishedListThatIsWrittenAndReadIsTheSameNetwork(ZooModel model) throws ModelFileException {
        YoloSpec read = YoloYamlReader.read(YoloYamlWriter.write(spec(model), model.name()), model.name());

        assertThat(read).isEqualTo(spec(model));
        Network network = read.detector(model.image()).network();
        Network published = model.published().network();
        assertThat(network).isEqualTo(published);
        assertThat(network.id()).isEqualTo(published.id());
        assertThat(Complexity.of(network)).isEqualTo(Complexity.of(published));
    }

    @Test
    void thePublishedListsAreMany() {
        assertThat(listed()).hasSizeGreaterThanOrEqualTo(30);
    }

    @Test
    void aListStandsAsGoldenText() {
        Golden.check(
                "slimneck-yolov5n.yaml",
                YoloYamlWriter.write(spec(ZooModel.named("slimneck-yolov5n")), "slimneck-yolov5n"));
    }

    @ParameterizedTest
    @CsvSource({
        "yolov5s, ''",
        "yolov5s-ghost, ''",
        "gsconv-yolov5s, GSConv",
        "slimneck-yolov5s, 'GSConv, VoVGSCSP'",
        "yolov4-p5, 'BottleneckCSP, BottleneckCSP2, SPPCSP'"
    })
    void theCommentNamesWhatYoloV5DoesNotHave(String model, String modules) {
        assertThat(CustomModules.of(spec(ZooModel.named(model))).stream().map(CustomModules.Module::name))
                .containsExactly(modules.isEmpty() ? new String[0] : modules.split(", "));
        String text = YoloYamlWriter.write(spec(ZooModel.named(model)), model);
        assertThat(text)
                .contains(
                        modules.isEmpty()
                                ? "# Needs no custom modules"
                                : "# Needs custom modules beyond YOLOv5's: " + modules + ".");
    }

    @Test
    void aFileThatDoesNotSayWhoseModulesItMeansIsGuessed() throws ModelFileException {
        String text = YoloYamlWriter.write(spec(ZooModel.named("slimneck-yolov5n")), "x")
                .replaceAll("(?m)^(dialect|activation):.*\n", "");

        YoloSpec read = YoloYamlReader.read(text, "x");

        assertThat(read.dialect()).isEqualTo(YoloDialect.GSCONV_YOLOV5);
        assertThat(read).isEqualTo(spec(ZooModel.named("slimneck-yolov5n")));
    }

    private static final String SMALL =
            """
            nc: 3
            depth_multiple: 1.0
            width_multiple: 0.5
            anchors: 3
            backbone:
              [[-1, 1, Conv, [32, 3, 2]],
               [-1, 3, C3, [64, False]],
               [-1, 1, Conv, [64, 3, 2]]]
            head:
              [[-1, 1, nn.Upsample, [None, 2, 'nearest']],
               [[-1, 1], 1, Concat, [1]],
               [[-1, 2], 1, Detect, [nc, anchors]]]
            """;

    @Test
    void aListOfTheUsualShapeIsRead() throws ModelFileException {
        Detector detector = YoloYamlReader.read(SMALL, "small.yaml").detector(Shape.image(64, 64));

        assertThat(detector.format().strides()).containsExactly(2, 4);
        assertThat(detector.format().classes()).isEqualTo(3);
        assertThat(detector.network().node("model.1.m.2.cv2.conv").shape()).isEqualTo(new Shape(16, 32, 32));
    }

    @Test
    void allProblemsAreToldAtOnceWithTheirLines() {
        String text = SMALL.replace("width_multiple: 0.5\n", "")
                        .replace("anchors: 3", "anchors: few")
                        .replace("Conv, [32, 3, 2]", "Convv, [32, 3, 2]")
                        .replace("C3, [64, False]", "C3, [64, 'no']")
                        .replace("[-1, 1], 1, Concat", "[-1, 9], 1, Concat")
                + "colour: red\n";

        ModelFileException wrong =
                catchThrowableOfType(ModelFileException.class, () -> YoloYamlReader.read(text, "bad.yaml"));

        assertThat(wrong.problems()).extracting(Problem::line).containsExactly(1, 3, 5, 6, 10, 12);
        assertThat(wrong)
                .hasMessageContainingAll(
                        "bad.yaml has 6 problems",
                        "width_multiple is missing",
                        "anchors needs",
                        "\"Convv\"",
                        "Maybe Conv is meant.",
                        "Row 1: Argument 2 of C3 is expected to be True or False, found no",
                        "Row 4 is expected to read rows before it, found 9",
                        "colour is no key of a layer list");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[-1, 3, C3, [64, False]]  | [-1, 3, C3]               | 7 | a list of 3",
                "[-1, 3, C3, [64, False]]  | C3                        | 7 | no list",
                "[-1, 3, C3, [64, False]]  | [-1, 0, C3, [64]]         | 7 | the number of repeats",
                "[-1, 3, C3, [64, False]]  | [x, 3, C3, [64]]          | 7 | the number of the row",
                "[-1, 3, C3, [64, False]]  | [-1, 3, 3, [64]]          | 7 | the name of a module",
                "[-1, 3, C3, [64, False]]  | [-1, 3, C3, 64]           | 7 | a list of arguments",
                "[-1, 3, C3, [64, False]]  | [-1, 3, C3, []]           | 7 | a whole number, found nothing",
                "[-1, 3, C3, [64, False]]  | [-1, 3, C3, [64, 1, 1, 1, 1]] | 7 | at most 4 arguments",
                "[-1, 3, C3, [64, False]]  | [[0, 0], 3, C3, [64]]     | 7 | reads one row",
                "[[-1, 2], 1, Detect, [nc, anchors]] | [-1, 1, Conv, [8]] | 12 | is Detect",
                "[[-1, 1], 1, Concat       | [[-1, 2], 1, Concat       | 11 | At model.4",
                "nc: 3                     | nc: none                  | 1 | nc needs a whole number",
                "anchors: 3                | anchors: [[1, 2, 3]]      | 4 | widths and heights in turn",
                "anchors: 3                | anchors: [[1, 2], [3, 4], [5, 6]] | 12 | 2 levels",
                "nc: 3                     | {                         | 1 | cannot be read as yaml"
            })
    void aMistakeIsNamedWithItsLine(String right, String wrong, int line, String message) {
        String text = SMALL.replace(right, wrong);
        assertThat(text).isNotEqualTo(SMALL);

        ModelFileException thrown =
                catchThrowableOfType(ModelFileException.class, () -> YoloYamlReader.read(text, "bad.yaml"));

        assertThat(thrown.problems()).hasSize(1).allSatisfy(problem -> {
            assertThat(problem.message()).contains(message);
            assertThat(problem.remedy()).startsWith("Maybe ");
        });
        if (!wrong.equals("{")) {
            assertThat(thrown.problems()).extracting(Problem::line).containsExactly(line);
        }
    }

    @Test
    void whatIsNoListIsRefused() {
        assertThatThrownBy(() -> YoloYamlReader.read("- 1", "x.yaml")).hasMessageContaining("A layer list is keys");
        assertThatThrownBy(() -> YoloYamlReader.read("", "x.yaml")).hasMessageContaining("found nothing");
        assertThat(YoloRow.detect(1).head()).isTrue();
    }
}
