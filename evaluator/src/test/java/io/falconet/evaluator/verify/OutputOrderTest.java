package io.falconet.evaluator.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconet.space.graph.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutputOrderTest {
    private static final List<Shape> LEVELS = List.of(new Shape(4, 1, 2), new Shape(4, 1, 1));
    private static final List<float[]> MAPS =
            List.of(new float[] {1, 2, 3, 4, 5, 6, 7, 8}, new float[] {9, 10, 11, 12});

    @Test
    void fourAxesAreAMapAsItIs() {
        List<float[]> outputs = OutputOrder.arrange(LEVELS, MAPS, List.of(List.of(1, 4, 1, 2), List.of(1, 4, 1, 1)));
        assertThat(outputs.get(0)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(outputs.get(1)).containsExactly(9, 10, 11, 12);
    }

    @Test
    void fiveAxesHaveTheValuesOfAnAnchorSideBySide() {
        List<float[]> outputs =
                OutputOrder.arrange(LEVELS, MAPS, List.of(List.of(1, 2, 1, 2, 2), List.of(1, 2, 1, 1, 2)));
        assertThat(outputs.get(0)).containsExactly(1, 3, 2, 4, 5, 7, 6, 8);
        assertThat(outputs.get(1)).containsExactly(9, 10, 11, 12);
    }

    @Test
    void threeAxesAreTheCellsOfAllLevels() {
        List<float[]> outputs = OutputOrder.arrange(LEVELS, MAPS, List.of(List.of(1, 3, 4)));
        assertThat(outputs.get(0)).containsExactly(1, 3, 5, 7, 2, 4, 6, 8, 9, 10, 11, 12);
    }

    @Test
    void twoAxesAreRowsOfChannels() {
        List<Shape> column = List.of(new Shape(2, 3, 1));
        List<float[]> outputs =
                OutputOrder.arrange(column, List.of(new float[] {1, 2, 3, 4, 5, 6}), List.of(List.of(3, 2)));
        assertThat(outputs.get(0)).containsExactly(1, 4, 2, 5, 3, 6);
    }

    @Test
    void mapsThatDoNotFitAreNamed() {
        for (List<List<Integer>> axes : List.of(
                List.of(List.of(1, 2, 4)),
                List.of(List.of(1, 4, 4)),
                List.of(List.of(1, 4, 2, 1)),
                List.of(List.of(1, 4, 1, 2)),
                List.of(List.of(8)))) {
            assertThatThrownBy(() -> OutputOrder.arrange(LEVELS, MAPS, axes))
                    .isInstanceOf(VectorException.class)
                    .hasMessageContainingAll("Expected", "found", "Maybe");
        }
    }
}
