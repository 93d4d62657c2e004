package io.falconet.evaluator.detect.gfl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.falconet.space.block.GflFormat;
import io.falconet.space.graph.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GflLossTest {
    private static final GflFormat FORMAT = new GflFormat(3, 7, List.of(8, 16, 32));
    private static final List<Shape> SHAPES = List.of(new Shape(35, 8, 8), new Shape(35, 4, 4), new Shape(35, 2, 2));
    private static final CellGrid GRID = CellGrid.of(SHAPES, FORMAT.strides(), CellGrid.CENTER);
    private static final List<List<float[]>> OBJECTS = List.of(
            List.of(new float[] {1, 5, 6, 30, 28}, new float[] {2, 33.5f, 20.25f, 60, 58}),
            List.of(new float[] {0, 10, 12, 22, 20}));

    @Test
    void gradientOfClassScoresEqualsFiniteDifferences() {
        float[] gradient = new float[1];
        float[] unused = new float[1];
        float h = 1e-3f;
        for (float logit = -4; logit <= 4; logit += 0.37f) {
            QualityFocal.background(logit, gradient, 0, 1);
            double slope = (QualityFocal.background(logit + h, unused, 0, 1)
                            - QualityFocal.background(logit - h, unused, 0, 1))
                    / (2.0 * h);
            assertThat((double) gradient[0]).isCloseTo(slope, within(2e-3));
            QualityFocal.object(logit, 0.7f, gradient, 0, 1);
            slope = (QualityFocal.object(logit + h, 0.7f, unused, 0, 1)
                            - QualityFocal.object(logit - h, 0.7f, unused, 0, 1))
                    / (2.0 * h);
            assertThat((double) gradient[0]).isCloseTo(slope, within(2e-3));
        }
    }

    /** Box qualities and weights are constants of the loss, so only the distances' logits can be checked as a whole. */
    @Test
    void gradientOfDistancesEqualsFiniteDifferences() {
        int checked = checkDistances(new GflLoss(FORMAT, GRID, AtssAssigner.EVERY_OBJECT), randomOutputs(5), 3e-3f);
        assertThat(checked).isGreaterThan(8 * 32);
    }

    /** NanoDet-Plus assigns by the outputs; the steps are too small to change that. */
    @Test
    void gradientOfDistancesEqualsFiniteDifferencesInNanoDetPlus() {
        CellGrid corners = CellGrid.of(SHAPES, FORMAT.strides(), CellGrid.CORNER);
        int checked = checkDistances(new GflLoss(FORMAT, corners, DslAssigner.STANDARD), randomOutputs(6), 3e-3f);
        assertThat(checked).isGreaterThan(3 * 32);
    }

    private static int checkDistances(GflLoss loss, float[][] outputs, float step) {
        loss.compute(outputs, OBJECTS);
        float[][] gradient = Arrays.stream(loss.gradient()).map(float[]::clone).toArray(float[][]::new);
        int checked = 0;
        for (int level = 0; level < 3; level++) {
            int area = GRID.levels().get(level).cells();
            for (int i = 0; i < outputs[level].length; i++) {
                if (i / area % 35 < 3 || gradient[level][i] == 0) {
                    continue;
                }
                float at = outputs[level][i];
                outputs[level][i] = at + step;
                GflLossValue above = loss.compute(outputs, OBJECTS);
                outputs[level][i] = at - step;
                GflLossValue below = loss.compute(outputs, OBJECTS);
                outputs[level][i] = at;
                double slope = (above.box() + above.distance() - below.box() - below.distance()) / (2 * step);
                assertThat((double) gradient[level][i]).isCloseTo(slope, within(1e-4 + 0.01 * Math.abs(slope)));
                checked++;
            }
        }
        return checked;
    }

    private static float[][] randomOutputs(long seed) {
        Random random = new Random(seed);
        float[][] outputs = new float[3][];
        for (int level = 0; level < 3; level++) {
            outputs[level] = new float[2 * 35 * GRID.levels().get(level).cells()];
            for (int i = 0; i < outputs[level].length; i++) {
                outputs[level][i] = (float) random.nextGaussian();
            }
        }
        return outputs;
    }

    @Test
    void imagesWithoutObjectsTeachBackground() {
        GflLoss loss = new GflLoss(FORMAT, GRID, AtssAssigner.EVERY_OBJECT);
        GflLossValue value = loss.compute(randomOutputs(3), List.of(List.of(), List.of()));
        assertThat(value.positives()).isZero();
        assertThat(value.box()).isZero();
        assertThat(value.quality()).isPositive();
        assertThat(loss.gradient()[0]).doesNotContain(Float.NaN);
        GflLoss plus = new GflLoss(FORMAT, GRID, DslAssigner.STANDARD);
        assertThat(plus.compute(randomOutputs(3), List.of(List.of(), List.of())).quality())
                .as("divided by 1 for the batch, not for each image")
                .isCloseTo(2 * value.quality(), within(1e-3));
    }
}
