package io.falconet.evaluator.detect.yolo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class YoloLossTest {
    private static final int IMAGES = 2;
    private static final AnchorGrid GRID = new AnchorGrid(
            3,
            List.of(
                    new AnchorLevel(8, 4, 4, List.of(new Anchor(10, 10), new Anchor(16, 16))),
                    new AnchorLevel(16, 2, 2, List.of(new Anchor(20, 20), new Anchor(32, 32)))));
    private static final List<Target> TARGETS = List.of(
            new Target(0, 1, 0.3f, 0.4f, 0.25f, 0.25f),
            new Target(0, 0, 0.7f, 0.6f, 0.5f, 0.5f),
            new Target(1, 2, 0.2f, 0.8f, 0.4f, 0.4f));
    private static final YoloGains GAINS = new YoloGains(0.05, 1, 0.5, 1.3, 0.7, List.of(4.0, 1.0));
    private static final float STEP = 1e-2f;

    private final YoloLoss loss = new YoloLoss(GRID, AnchorMatcher.STANDARD, GAINS);

    @Test
    void gradientOfClassesAndObjectnessEqualsFiniteDifferences() {
        float[][] outputs = outputs(1);
        for (int level = 0; level < outputs.length; level++) {
            for (int i = 0; i < outputs[level].length; i++) {
                int channel = channel(level, i);
                if (channel >= AnchorGrid.OBJECTNESS) {
                    check(outputs, level, i, YoloLossValue::total);
                }
            }
        }
    }

    /**
     * What boxes reach is a constant for the objectness, so only their own part of the loss is compared. All boxes and
     * objects are squares, where the weight of the aspect ratio is 0.
     */
    @Test
    void gradientOfBoxesEqualsFiniteDifferences() {
        float[][] outputs = outputs(2);
        int checked = 0;
        for (int level = 0; level < outputs.length; level++) {
            for (int i = 0; i < outputs[level].length; i++) {
                if (channel(level, i) < AnchorGrid.OBJECTNESS) {
                    checked += check(outputs, level, i, value -> value.images() * value.box()) ? 1 : 0;
                }
            }
        }
        assertThat(checked).isGreaterThan(50);
    }

    private static int channel(int level, int index) {
        return index / GRID.levels().get(level).cells() % GRID.channels();
    }

    private boolean check(float[][] outputs, int level, int i, ToDoubleFunction<YoloLossValue> part) {
        loss.compute(outputs, IMAGES, TARGETS);
        double gradient = loss.gradient()[level][i];
        float at = outputs[level][i];
        outputs[level][i] = at + STEP;
        double above = part.applyAsDouble(loss.compute(outputs, IMAGES, TARGETS));
        outputs[level][i] = at - STEP;
        double below = part.applyAsDouble(loss.compute(outputs, IMAGES, TARGETS));
        outputs[level][i] = at;
        double slope = (above - below) / (2.0 * STEP);
        assertThat(gradient).isCloseTo(slope, within(2e-6 + 2e-3 * Math.abs(slope)));
        return gradient != 0;
    }

    /** Random outputs whose boxes are as wide as high. */
    private static float[][] outputs(long seed) {
        Random random = new Random(seed);
        float[][] outputs = new float[GRID.levels().size()][];
        for (int level = 0; level < outputs.length; level++) {
            int cells = GRID.levels().get(level).cells();
            outputs[level] = new float[IMAGES * GRID.values(GRID.levels().get(level))];
            for (int i = 0; i < outputs[level].length; i++) {
                boolean height = channel(level, i) == 3;
                outputs[level][i] = height ? outputs[level][i - cells] : (float) random.nextGaussian();
            }
        }
        return outputs;
    }

    @Test
    void imagesWithoutObjectsTeachBackground() {
        YoloLossValue value = loss.compute(outputs(3), IMAGES, List.of());
        assertThat(value.matches()).isZero();
        assertThat(value.box()).isZero();
        assertThat(value.classes()).isZero();
        assertThat(value.total()).isEqualTo(2 * value.objectness()).isPositive();
        assertThat(loss.gradient()[1]).doesNotContain(Float.NaN);
    }

    @Test
    void oneClassNeedsNoLearning() {
        AnchorLevel level = new AnchorLevel(8, 2, 2, List.of(new Anchor(8, 8)));
        YoloGains gains = YoloGains.standard(1);
        YoloLoss single = new YoloLoss(new AnchorGrid(1, List.of(level)), AnchorMatcher.STANDARD, gains);
        YoloLossValue value =
                single.compute(new float[][] {new float[24]}, 1, List.of(new Target(0, 0, 0.25f, 0.25f, 0.5f, 0.5f)));
        assertThat(value.matches()).isEqualTo(1);
        assertThat(value.classes()).isZero();
        // all logits are 0: the predicted box is the object
        assertThat(value.box()).isCloseTo(0, within(1e-6));
        assertThat(value.objectness()).isCloseTo(4 * Math.log(2), within(1e-6));
    }

    @Test
    void gainsFollowTheDetector() {
        YoloGains gains = YoloGains.standard(3).scaled(20, 320);
        assertThat(gains.box()).isCloseTo(0.05, within(1e-12));
        assertThat(gains.classes()).isCloseTo(0.125, within(1e-12));
        assertThat(gains.objectness()).isCloseTo(0.25, within(1e-12));
        assertThat(YoloGains.standard(4).balance()).containsExactly(4.0, 1.0, 0.25, 0.06);
        assertThatThrownBy(() -> YoloGains.standard(6)).hasMessageContaining("found 6");
        assertThatThrownBy(() -> new YoloLoss(GRID, AnchorMatcher.STANDARD, YoloGains.standard(3)))
                .hasMessageContaining("2 levels were expected, found 3");
    }
}
