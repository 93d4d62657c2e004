package io.falconet.space.yolo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YoloSpecTest {
    private static final Shape IMAGE = Shape.image(64, 64);

    /** A list of those rows and a head on the last of them. */
    private static YoloSpec list(YoloRow... rows) {
        return list(YoloDialect.YOLOV5, 1, 1, rows);
    }

    private static YoloSpec list(YoloDialect dialect, double depth, double width, YoloRow... rows) {
        List<YoloRow> head = List.of(YoloRow.detect(rows.length - 1));
        return new YoloSpec(
                dialect, 3, depth, width, YoloAnchors.count(2), dialect.activation(), Arrays.asList(rows), head);
    }

    private static YoloRow conv(int channels) {
        return YoloRow.of(1, "Conv", channels, 3, 2);
    }

    @ParameterizedTest
    @CsvSource({"0.25, 64, 16", "0.25, 100, 32", "0.5, 64, 32", "0.75, 10, 8", "1.25, 64, 80", "0.25, 16, 16"})
    void widthsAreRoundedUpToAMultipleOf8ButTheHeadsOwn(double multiple, int asked, int given) {
        assertThat(list(YoloDialect.YOLOV5, 1, multiple, conv(64)).channels(asked))
                .isEqualTo(given);
    }

    @ParameterizedTest
    @CsvSource({"0.33, 3, 1", "0.33, 9, 3", "0.5, 5, 2", "0.5, 7, 4", "1.33, 9, 12", "0.1, 3, 1", "0.33, 1, 1"})
    void repeatsAreRoundedHalvesToEven(double multiple, int asked, int given) {
        assertThat(list(YoloDialect.YOLOV5, multiple, 1, conv(64)).repeats(asked))
                .isEqualTo(given);
    }

    @Test
    void modulesRepeatAsAWholeOrWithin() {
        Network network = list(conv(16), YoloRow.of(2, "Conv", 16, 3, 1), YoloRow.of(2, "C3", 16))
                .detector(IMAGE)
                .network();
        assertThat(network.node("model.0.conv").shape()).isEqualTo(new Shape(16, 32, 32));
        assertThat(network.node("model.1.1.bn").inputs()).containsExactly("model.1.1.conv");
        assertThat(network.node("model.2.m.1.cv2.conv").shape()).isEqualTo(new Shape(8, 32, 32));
        assertThat(network.outputs()).containsExactly("model.3.m.0");
        assertThat(network.outputShapes()).containsExactly(new Shape(16, 32, 32));
    }

    @Test
    void rowsCountBackFromThemselves() {
        YoloRow back = new YoloRow(List.of(-1, -2), 1, "Concat", List.of(1));
        Network network =
                list(conv(16), YoloRow.of(1, "Conv", 8), back).detector(IMAGE).network();
        assertThat(network.node("model.2.concat").inputs()).containsExactly("model.1.act", "model.0.act");
    }

    @Test
    void dialectsDifferInWhatANameMeans() {
        YoloRow[] rows = {conv(32), YoloRow.of(3, "VoVGSCSP", 32, false)};
        Network head =
                list(YoloDialect.GSCONV_YOLOV5, 1, 1, rows).detector(IMAGE).network();
        Network early = list(YoloDialect.GSCONV_YOLOV5_ADED277, 1, 1, rows)
                .detector(IMAGE)
                .network();
        assertThat(head.node("model.1.gsb.2.shortcut.conv").shape().channels()).isEqualTo(16);
        assertThat(early.node("model.1.gsb.shortcut.conv").shape().channels()).isEqualTo(16);
        assertThat(head.idle()).contains("model.1.res.conv", "model.1.res.bn");
    }

    @Test
    void dialectsAreFoundByTheirLabel() {
        assertThat(YoloDialect.named("gsconv-yolov5@aded277")).contains(YoloDialect.GSCONV_YOLOV5_ADED277);
        assertThat(YoloDialect.GSCONV_YOLOV5.activation()).isEqualTo(Activation.MISH);
    }

    @Test
    void unknownModuleIsNamedWithItsRow() {
        refuses(list(conv(16), YoloRow.of(1, "C4", 16)), 1, "C3Ghost", "\"C4\"", "Maybe");
    }

    @Test
    void wrongArgumentIsNamedWithItsPlace() {
        refuses(list(conv(16), YoloRow.of(1, "C3", 16, "yes")), 1, "Argument 2 of C3", "True or False", "yes");
        refuses(list(conv(16), YoloRow.of(1, "Conv")), 1, "Argument 1 of Conv", "whole number", "nothing");
        refuses(list(conv(16), YoloRow.of(1, "SPPF", 16, 5, 9)), 1, "SPPF takes at most 2", "found 3");
        refuses(list(conv(16), YoloRow.of(1, "nn.Upsample", "None", 2, "cubic")), 1, "nearest or bilinear", "cubic");
    }

    @Test
    void moduleOfOneMapIsNotGivenTwo() {
        YoloRow row = new YoloRow(List.of(-1, 0), 1, "C3", List.of(16));
        refuses(list(conv(16), conv(16), row), 2, "C3 reads one row", "Maybe a Concat");
    }

    @Test
    void rowsReadOnlyRowsBeforeThem() {
        YoloRow ahead = new YoloRow(List.of(-1, 5), 1, "Concat", List.of(1));
        assertThatThrownBy(() -> list(conv(16), ahead))
                .isInstanceOfSatisfying(
                        YoloSpecException.class, e -> assertThat(e.row()).isEqualTo(1))
                .hasMessageContainingAll("before it", "found 5", "Maybe");
    }

    @Test
    void onlyTheLastRowIsDetect() {
        List<YoloRow> rows = new ArrayList<>(list(conv(16)).rows());
        assertThat(rows).hasSize(2);
        assertThatThrownBy(() -> list(rows.toArray(YoloRow[]::new)))
                .isInstanceOf(YoloSpecException.class)
                .hasMessageContaining("Detect");
    }

    @Test
    void anchorsOfAnotherNumberOfLevelsAreRefused() {
        YoloAnchors two = YoloAnchors.of(List.of(List.of(4, 4), List.of(8, 8)));
        YoloSpec spec = new YoloSpec(
                YoloDialect.YOLOV5, 3, 1, 1, two, Activation.SILU, List.of(conv(16)), List.of(YoloRow.detect(0)));
        refuses(spec, 1, "each of the 1 levels", "found 2", "Maybe");
    }

    private static void refuses(YoloSpec spec, int row, String... words) {
        assertThatThrownBy(() -> spec.detector(IMAGE))
                .isInstanceOfSatisfying(
                        YoloSpecException.class, e -> assertThat(e.row()).isEqualTo(row))
                .hasMessageContainingAll(words);
    }
}
