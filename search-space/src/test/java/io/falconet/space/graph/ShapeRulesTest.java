package io.falconet.space.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeRulesTest {
    private static final Shape MAP = new Shape(8, 6, 7);

    @ParameterizedTest
    @CsvSource({"3, 1, 1, 6, 7", "3, 2, 1, 3, 4", "6, 2, 2, 3, 3", "5, 1, 0, 2, 3", "1, 1, 0, 6, 7", "6, 1, 0, 1, 2"})
    void convCountsWholeWindows(int kernel, int stride, int padding, int height, int width) {
        Conv conv = new Conv(12, kernel, stride, padding, 1, false);
        assertThat(conv.shape(List.of(MAP))).isEqualTo(new Shape(12, height, width));
    }

    @Test
    void convRejectsMapsSmallerThanItsKernel() {
        Conv conv = new Conv(12, 9, 1, 1, 1, false);
        rejects(conv, "at least 7 cells", "found 6", "Maybe", MAP);
    }

    @Test
    void convRejectsChannelsThatItsGroupsDoNotDivide() {
        rejects(Conv.depthwise(12, 3, 1), "divisible by its 12 groups", "found 8x6x7", "", MAP);
    }

    @Test
    void convRejectsOutputChannelsThatItsGroupsDoNotDivide() {
        assertThatThrownBy(() -> new Conv(10, 3, 1, 1, 4, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("channels 10")
                .hasMessageContaining("groups 4");
    }

    @Test
    void poolsCountWholeWindows() {
        assertThat(new Pool(Pool.Kind.MAX, 3, 2, 1).shape(List.of(MAP))).isEqualTo(new Shape(8, 3, 4));
        assertThat(new Pool(Pool.Kind.AVERAGE, 2, 2, 0).shape(List.of(MAP))).isEqualTo(new Shape(8, 3, 3));
        assertThat(new GlobalPool().shape(List.of(MAP))).isEqualTo(new Shape(8, 1, 1));
    }

    @Test
    void resizeMultipliesBothSides() {
        assertThat(new Resize(Resize.Mode.NEAREST, 2).shape(List.of(MAP))).isEqualTo(new Shape(8, 12, 14));
    }

    @Test
    void concatSumsChannels() {
        assertThat(new Concat().shape(List.of(MAP, new Shape(3, 6, 7), MAP))).isEqualTo(new Shape(19, 6, 7));
    }

    @Test
    void concatRejectsDifferentHeights() {
        rejects(new Concat(), "one height and width", "found 8x5x7 beside 8x6x7", "Maybe", MAP, new Shape(8, 5, 7));
    }

    @Test
    void concatRejectsASingleMap() {
        rejects(new Concat(), "at least 2 maps", "found 1", "", MAP);
    }

    @Test
    void addRejectsDifferentChannels() {
        rejects(new Add(), "one shape", "found 9x6x7 beside 8x6x7", "Maybe", MAP, new Shape(9, 6, 7));
    }

    @Test
    void multiplyTakesAGateForEachCellOrForAll() {
        assertThat(new Multiply().shape(List.of(MAP, MAP))).isEqualTo(MAP);
        assertThat(new Multiply().shape(List.of(MAP, new Shape(8, 1, 1)))).isEqualTo(MAP);
        rejects(new Multiply(), "8x1x1", "found 1x6x7", "", MAP, new Shape(1, 6, 7));
    }

    @Test
    void sliceKeepsItsChannels() {
        assertThat(new Slice(2, 5).shape(List.of(MAP))).isEqualTo(new Shape(3, 6, 7));
        rejects(new Slice(4, 9), "Slice", "8 channels", "", MAP);
    }

    @Test
    void shuffleRejectsGroupsThatDoNotDivideTheChannels() {
        assertThat(new Shuffle(4).shape(List.of(MAP))).isEqualTo(MAP);
        rejects(new Shuffle(3), "divisible by its groups", "found 8x6x7", "", MAP);
    }

    @Test
    void operatorsOfOneMapRejectTwo() {
        rejects(new Activate(Activation.RELU), "takes 1 input", "found 2", "", MAP, MAP);
        rejects(BatchNorm.STANDARD, "takes 1 input", "found 2", "", MAP, MAP);
    }

    @Test
    void emptyShapesDoNotExist() {
        assertThatThrownBy(() -> new Shape(8, 0, 7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("at least 1", "8x0x7", "Maybe");
    }

    private static void rejects(Op op, String expected, String found, String remedy, Shape... inputs) {
        assertThatThrownBy(() -> op.shape(List.of(inputs)))
                .isInstanceOf(ShapeException.class)
                .hasMessageContainingAll(expected, found, remedy);
    }
}
