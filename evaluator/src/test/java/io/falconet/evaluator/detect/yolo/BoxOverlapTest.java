package io.falconet.evaluator.detect.yolo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BoxOverlapTest {
    private static final CenteredBox SQUARE = new CenteredBox(5, 5, 10, 10);
    private static final CenteredBox MOVED = new CenteredBox(7, 7, 10, 10);
    private static final double STEP = 1e-5;

    @Test
    void squaresThatOverlapAreMeasuredByHand() {
        double iou = 64.0 / 136;
        assertThat(overlap(OverlapMeasure.IOU, SQUARE, MOVED)).isCloseTo(iou, within(1e-8));
        assertThat(overlap(OverlapMeasure.GIOU, SQUARE, MOVED)).isCloseTo(iou - 8.0 / 144, within(1e-8));
        assertThat(overlap(OverlapMeasure.DIOU, SQUARE, MOVED)).isCloseTo(iou - 8.0 / 288, within(1e-8));
        assertThat(overlap(OverlapMeasure.CIOU, SQUARE, MOVED))
                .as("no penalty for equal aspect ratios")
                .isCloseTo(iou - 8.0 / 288, within(1e-8));
    }

    @Test
    void boxesApartAreMeasuredByHand() {
        CenteredBox far = new CenteredBox(35, 5, 10, 10);
        assertThat(overlap(OverlapMeasure.IOU, SQUARE, far)).isZero();
        assertThat(overlap(OverlapMeasure.GIOU, SQUARE, far)).isCloseTo(-0.5, within(1e-8));
        assertThat(overlap(OverlapMeasure.DIOU, SQUARE, far)).isCloseTo(-900.0 / 1700, within(1e-8));
    }

    @ParameterizedTest
    @EnumSource
    void equalBoxesReachOne(OverlapMeasure measure) {
        assertThat(overlap(measure, SQUARE, SQUARE)).isCloseTo(1, within(1e-6));
    }

    private static double overlap(OverlapMeasure measure, CenteredBox predicted, CenteredBox object) {
        return new BoxOverlap(measure, predicted, object).value();
    }

    @ParameterizedTest
    @EnumSource(names = "CIOU", mode = EnumSource.Mode.EXCLUDE)
    void gradientEqualsFiniteDifferences(OverlapMeasure measure) {
        Random random = new Random(1);
        for (int round = 0; round < 500; round++) {
            double[] predicted = numbers(random);
            CenteredBox object = box(numbers(random));
            double[] gradient = new BoxOverlap(measure, box(predicted), object).gradient();
            for (int i = 0; i < 4; i++) {
                double slope = (overlap(measure, box(moved(predicted, i, STEP)), object)
                                - overlap(measure, box(moved(predicted, i, -STEP)), object))
                        / (2 * STEP);
                assertThat(gradient[i]).isCloseTo(slope, within(1e-6));
            }
        }
    }

    /** The weight of the aspect ratio counts as a constant, so it is one here too. */
    @Test
    void gradientOfCompleteOverlapHoldsTheWeightOfTheAspectRatio() {
        Random random = new Random(2);
        for (int round = 0; round < 500; round++) {
            double[] predicted = numbers(random);
            CenteredBox object = box(numbers(random));
            double penalty = penalty(box(predicted), object);
            double weight = penalty / (penalty + 1 - overlap(OverlapMeasure.IOU, box(predicted), object));
            double[] gradient = new BoxOverlap(OverlapMeasure.CIOU, box(predicted), object).gradient();
            for (int i = 0; i < 4; i++) {
                double above = held(box(moved(predicted, i, STEP)), object, weight);
                double below = held(box(moved(predicted, i, -STEP)), object, weight);
                assertThat(gradient[i]).isCloseTo((above - below) / (2 * STEP), within(1e-6));
            }
        }
    }

    private static double held(CenteredBox predicted, CenteredBox object, double weight) {
        return overlap(OverlapMeasure.DIOU, predicted, object) - weight * penalty(predicted, object);
    }

    private static double penalty(CenteredBox predicted, CenteredBox object) {
        double angle = Math.atan(object.width() / object.height()) - Math.atan(predicted.width() / predicted.height());
        return 4 / (Math.PI * Math.PI) * angle * angle;
    }

    private static double[] numbers(Random random) {
        return new double[] {
            4 * random.nextDouble(), 4 * random.nextDouble(), 1 + 4 * random.nextDouble(), 1 + 4 * random.nextDouble()
        };
    }

    private static double[] moved(double[] numbers, int at, double step) {
        double[] moved = numbers.clone();
        moved[at] += step;
        return moved;
    }

    private static CenteredBox box(double[] numbers) {
        return new CenteredBox(numbers[0], numbers[1], numbers[2], numbers[3]);
    }
}
