package io.falconet.evaluator.detect.gfl;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.evaluator.detect.Box;
import io.falconet.space.block.GflFormat;
import io.falconet.space.graph.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DslAssignerTest {
    private static final GflFormat FORMAT = new GflFormat(2, 3, List.of(8));
    private static final int CHANNELS = FORMAT.channels();
    private static final CellGrid GRID = CellGrid.of(List.of(new Shape(CHANNELS, 4, 4)), List.of(8), CellGrid.CORNER);

    /** A cell, counted from 0 to 15, has its point at its top left corner, 8 pixels from the next. */
    @Test
    void objectGetsTheCellThatPredictsItBest() {
        float[] output = outputs();
        predict(output, 5, 0, 1);
        predict(output, 6, 1, 1);
        Box object = new Box(0, 0, 17, 17);
        assertThat(assign(output, List.of(object), List.of(0)))
                .as("cell 5 predicts the box (0, 0, 16, 16) and the class")
                .isEqualTo(onlyCell(5, 0));
    }

    @Test
    void asManyCellsAsOverlapsAddUpTo() {
        float[] output = outputs();
        Box object = new Box(-1, -1, 17, 17);
        for (int cell : new int[] {0, 1, 2, 4, 5, 6, 8, 9, 10}) {
            predict(output, cell, 0, 2);
        }
        int[] assigned = assign(output, List.of(object), List.of(0));
        double sum = IntStream.range(0, 16)
                .filter(cell -> cell % 4 < 3 && cell < 12)
                .mapToDouble(cell -> box(cell, 16).iou(object))
                .sum();
        assertThat(Arrays.stream(assigned).filter(cell -> cell == 0).count()).isEqualTo((long) sum);
    }

    private static Box box(int cell, float distance) {
        float x = cell % 4 * 8;
        float y = cell / 4 * 8;
        return new Box(x - distance, y - distance, x + distance, y + distance);
    }

    @Test
    void cellThatTwoObjectsClaimGoesToTheCheaperOne() {
        float[] output = outputs();
        predict(output, 5, 1, 1);
        List<Box> objects = List.of(new Box(5, 5, 12, 12), new Box(0, 0, 15, 15));
        int[] assigned = assign(output, objects, List.of(0, 1));
        assertThat(assigned[5]).isEqualTo(1);
    }

    @Test
    void objectsBetweenPointsGetNothing() {
        assertThat(assign(outputs(), List.of(new Box(1, 1, 7, 7)), List.of(0))).containsOnly(DslAssigner.NONE);
        assertThat(assign(outputs(), List.of(), List.of())).containsOnly(DslAssigner.NONE);
    }

    @Test
    void onlyPointsWithinAnObjectAreAssigned() {
        Random random = new Random(4);
        for (int round = 0; round < 200; round++) {
            float[] output = outputs();
            for (int i = 0; i < output.length; i++) {
                output[i] = (float) random.nextGaussian();
            }
            List<Box> objects = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                float x = 20 * random.nextFloat();
                float y = 20 * random.nextFloat();
                objects.add(new Box(x, y, x + 9 + 10 * random.nextFloat(), y + 9 + 10 * random.nextFloat()));
            }
            int[] assigned = assign(output, objects, List.of(0, 1, 0));
            assertThat(assigned).as("nine pixels hold a point").containsAnyOf(0, 1, 2);
            for (int cell = 0; cell < assigned.length; cell++) {
                Box point = box(cell, 0);
                if (assigned[cell] != DslAssigner.NONE) {
                    assertThat(objects).anyMatch(box -> within(box, point));
                }
            }
        }
    }

    private static boolean within(Box box, Box point) {
        return point.x1() > box.x1() && point.x1() < box.x2() && point.y1() > box.y1() && point.y1() < box.y2();
    }

    private static int[] assign(float[] output, List<Box> objects, List<Integer> classes) {
        return DslAssigner.STANDARD.assign(new GflOutputs(FORMAT, GRID, new float[][] {output}), 0, objects, classes);
    }

    private static int[] onlyCell(int cell, int object) {
        int[] assigned = new int[16];
        Arrays.fill(assigned, DslAssigner.NONE);
        assigned[cell] = object;
        return assigned;
    }

    private static float[] outputs() {
        float[] output = new float[CHANNELS * 16];
        Arrays.fill(output, -20);
        return output;
    }

    /** Lets a cell see a class in a box that reaches some strides to all sides of its point. */
    private static void predict(float[] output, int cell, int classIndex, int strides) {
        output[classIndex * 16 + cell] = 3;
        for (int side = 0; side < 4; side++) {
            output[(2 + side * 4 + strides) * 16 + cell] = 20;
        }
    }
}
