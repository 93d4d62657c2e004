package io.falconet.evaluator.detect.gfl;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.evaluator.detect.Box;
import io.falconet.space.graph.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AtssAssignerTest {
    private static final List<Integer> STRIDES = List.of(8, 16, 32);
    private static final CellGrid SMALL =
            CellGrid.of(List.of(new Shape(1, 8, 8), new Shape(1, 4, 4), new Shape(1, 2, 2)), STRIDES, CellGrid.CENTER);

    private static Map<Integer, Integer> positives(int[] assigned) {
        Map<Integer, Integer> positives = new TreeMap<>();
        for (int cell = 0; cell < assigned.length; cell++) {
            if (assigned[cell] != AtssAssigner.NONE) {
                positives.put(cell, assigned[cell]);
            }
        }
        return positives;
    }

    @Test
    void tinyObjectBetweenCentresGetsTheNearestCell() {
        List<Box> tiny = List.of(new Box(13, 13, 18, 18));
        assertThat(AtssAssigner.STRICT.assign(SMALL, tiny)).containsOnly(AtssAssigner.NONE);
        assertThat(positives(AtssAssigner.EVERY_OBJECT.assign(SMALL, tiny))).containsExactly(Map.entry(9, 0));
    }

    @Test
    void everyObjectGetsACell() {
        CellGrid grid = CellGrid.of(
                List.of(new Shape(1, 20, 20), new Shape(1, 10, 10), new Shape(1, 5, 5)), STRIDES, CellGrid.CENTER);
        Random random = new Random(1);
        for (int round = 0; round < 200; round++) {
            List<Box> objects =
                    Stream.generate(() -> box(random, 160)).limit(12).toList();
            int[] assigned = AtssAssigner.EVERY_OBJECT.assign(grid, objects);
            assertThat(Arrays.stream(assigned).distinct().sorted().toArray())
                    .isEqualTo(IntStream.range(-1, objects.size()).toArray());
        }
    }

    private static Box box(Random random, int side) {
        float width = 2 + random.nextFloat() * 40;
        float height = 2 + random.nextFloat() * 40;
        float x = random.nextFloat() * (side - width);
        float y = random.nextFloat() * (side - height);
        return new Box(x, y, x + width, y + height);
    }

    @Test
    void gridsSmallerThanTheWindowWork() {
        CellGrid one = CellGrid.of(List.of(new Shape(1, 1, 2)), List.of(32), CellGrid.CENTER);
        assertThat(AtssAssigner.EVERY_OBJECT.assign(one, List.of(new Box(40, 2, 60, 30))))
                .containsExactly(AtssAssigner.NONE, 0);
    }
}
