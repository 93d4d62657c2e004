package io.falconet.evaluator.detect.gfl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.falconet.evaluator.detect.Box;
import io.falconet.space.block.GflFormat;
import io.falconet.space.graph.Shape;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GflLossTest {
    private static final GflFormat FORMAT = new GflFormat(3, 7, List.of(8, 16, 32));
    private static final List<Shape> SHAPES = List.of(new Shape(35, 8, 8), new Shape(35, 4, 4), new Shape(35, 2, 2));
    private static final CellGrid GRID = CellGrid.of(SHAPES, FORMAT.strides());
    private static final List<List<float[]>> OBJECTS = List.of(
            List.of(new float[] {1, 5, 6, 30, 28}, new float[] {2, 33.5f, 20.25f, 60, 58}),
            List.of(new float[] {0, 10, 12, 22, 20}));

    @Test
    void wholeLossEqualsTheReference() {
        JsonNode expected = ReferenceVector.read("nanodet_m_loss");
        GflLoss loss = new GflLoss(FORMAT, GRID, AtssAssigner.STRICT);
        GflLossValue value = loss.compute(referenceOutputs(), ReferenceVector.objects(expected));
        assertThat(value.positives()).isEqualTo(8);
        assertThat(value.quality()).isCloseTo(expected.get("loss_qfl").asDouble(), within(2e-4));
        assertThat(value.box()).isCloseTo(expected.get("loss_bbox").asDouble(), within(2e-5));
        assertThat(value.distance()).isCloseTo(expected.get("loss_dfl").asDouble(), within(2e-5));
        assertThat(value.total()).isCloseTo(expected.get("loss").asDouble(), within(3e-4));
    }

    /** The vector lays predictions out by image, cell, channel. */
    private static float[][] referenceOutputs() {
        float[][] outputs = new float[3][];
        for (int level = 0; level < 3; level++) {
            CellGrid.Level geometry = GRID.levels().get(level);
            outputs[level] = new float[2 * 35 * geometry.cells()];
            for (int image = 0; image < 2; image++) {
                for (int cell = 0; cell < geometry.cells(); cell++) {
                    for (int channel = 0; channel < 35; channel++) {
                        int index = (image * 84 + geometry.first() + cell) * 35 + channel;
                        outputs[level][(image * 35 + channel) * geometry.cells() + cell] =
                                2 * ReferenceVector.input(60, index);
                    }
                }
            }
        }
        return outputs;
    }

    @Test
    void qualityFocalLossEqualsTheReference() {
        JsonNode expected = ReferenceVector.read("qfl");
        float[] gradient = new float[1];
        for (int row = 0; row < expected.get("label").size(); row++) {
            float[] logits = ReferenceVector.floats(expected.get("pred").get(row));
            double sum = 0;
            for (int c = 0; c < logits.length; c++) {
                sum += c == expected.get("label").get(row).asInt()
                        ? QualityFocal.object(
                                logits[c],
                                (float) expected.get("score").get(row).asDouble(),
                                gradient,
                                0,
                                1)
                        : QualityFocal.background(logits[c], gradient, 0, 1);
            }
            assertThat(sum).isCloseTo(expected.get("per_row").get(row).asDouble(), within(1e-5));
        }
    }

    @Test
    void distributionFocalLossEqualsTheReference() {
        JsonNode expected = ReferenceVector.read("dfl");
        for (int row = 0; row < expected.get("label").size(); row++) {
            float[] logits = ReferenceVector.floats(expected.get("pred").get(row));
            DistanceDistribution distribution = new DistanceDistribution(logits, 0, 1, 8);
            assertThat((double) distribution.focalLoss(
                            (float) expected.get("label").get(row).asDouble()))
                    .isCloseTo(expected.get("per_row").get(row).asDouble(), within(1e-5));
        }
    }

    @Test
    void overlapsEqualTheReference() {
        JsonNode expected = ReferenceVector.read("giou");
        for (int row = 0; row < expected.get("giou").size(); row++) {
            Box first = box(expected.get("b1").get(row));
            Box second = box(expected.get("b2").get(row));
            assertThat((double) new BoxLoss(first, second).giou)
                    .isCloseTo(expected.get("giou").get(row).asDouble(), within(1e-6));
            assertThat((double) first.iou(second))
                    .isCloseTo(expected.get("iou").get(row).asDouble(), within(1e-6));
        }
    }

    private static Box box(JsonNode corners) {
        float[] values = ReferenceVector.floats(corners);
        return new Box(values[0], values[1], values[2], values[3]);
    }

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
        float[][] outputs = randomOutputs(5);
        GflLoss loss = new GflLoss(FORMAT, GRID, AtssAssigner.EVERY_OBJECT);
        loss.compute(outputs, OBJECTS);
        float[][] gradient = new float[3][];
        for (int level = 0; level < 3; level++) {
            gradient[level] = loss.gradient()[level].clone();
        }
        float h = 3e-3f;
        int checked = 0;
        for (int level = 0; level < 3; level++) {
            int area = GRID.levels().get(level).cells();
            for (int i = 0; i < outputs[level].length; i++) {
                if (i / area % 35 < 3 || gradient[level][i] == 0) {
                    continue;
                }
                float at = outputs[level][i];
                outputs[level][i] = at + h;
                GflLossValue above = loss.compute(outputs, OBJECTS);
                outputs[level][i] = at - h;
                GflLossValue below = loss.compute(outputs, OBJECTS);
                outputs[level][i] = at;
                double slope = (above.box() + above.distance() - below.box() - below.distance()) / (2 * h);
                assertThat((double) gradient[level][i]).isCloseTo(slope, within(1e-4 + 0.01 * Math.abs(slope)));
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(8 * 32);
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
    }
}
