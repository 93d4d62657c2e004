package io.falconet.evaluator.detect.thundernet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.falconet.evaluator.detect.Box;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThunderNetTest {
    @Test
    void anchorsKeepTheAreaInWholePixels() {
        List<Box> boxes = RegionAnchors.STANDARD.boxes();
        assertThat(boxes).hasSize(25);
        assertThat(boxes.get(0)).as("23 x 12 pixels, doubled").isEqualTo(new Box(-15, -4, 30, 19));
        assertThat(boxes.get(10)).isEqualTo(new Box(-8, -8, 23, 23));
    }

    @Test
    void smallDifferencesCountBySquareAndLargeOnesByValue() {
        SmoothL1 loss = new SmoothL1(3, 1, 1);
        assertThat(loss.value(0.1)).isCloseTo(9 * 0.01 / 2, within(1e-12));
        assertThat(loss.value(-2)).isCloseTo(2 - 0.5 / 9, within(1e-12));
        for (double difference = -1; difference < 1; difference += 0.0137) {
            double slope = (loss.value(difference + 1e-6) - loss.value(difference - 1e-6)) / 2e-6;
            assertThat(loss.slope(difference)).isCloseTo(slope, within(1e-4));
        }
    }

    @Test
    void lossOfATableIsTheMeanOfItsRows() {
        float[] gradient = new float[4];
        double mean = new SmoothL1(1, 1, 0.5).mean(new float[] {3, 0, 0, 0}, new float[] {0, 0, 0.5f, 0}, 2, gradient);
        assertThat(mean).isCloseTo((0.5 * 2.5 + 0.5 * 0.125) / 2, within(1e-12));
        assertThat(gradient).containsExactly(0.25f, 0, -0.125f, 0);
    }

    @Test
    void theHardestBackgroundIsLearned() {
        float[] losses = {0.1f, 5, 3, 4, 4, 9};
        boolean[] objects = {true, false, false, false, false, false};
        assertThat(new HardNegatives(2).choose(losses, objects)).containsExactly(true, true, false, false, false, true);
        assertThat(new HardNegatives(3).choose(losses, objects))
                .as("the first of equals")
                .containsExactly(true, true, false, true, false, true);
        assertThat(HardNegatives.STANDARD.choose(losses, new boolean[6])).containsOnly(false);
    }

    @Test
    void eachBinTakesTheLargestSampleOfItsOwnChannel() {
        float[] values = new float[8 * 16];
        for (int i = 0; i < values.length; i++) {
            values[i] = 100 * (i / 16) + i % 4;
        }
        FeatureMaps maps = new FeatureMaps(8, 4, 4, values);
        PsRoiAlign align = new PsRoiAlign(2, 2, 0.5f);
        float[] pooled = align.forward(maps, List.of(new Region(0, new Box(0, 0, 4, 4))));
        // columns 0 to 2 in two bins of two samples each: at 0.25, 0.75 and 1.25, 1.75
        assertThat(pooled).containsExactly(0.75f, 101.75f, 200.75f, 301.75f, 400.75f, 501.75f, 600.75f, 701.75f);
        assertThat(align.forward(maps, List.of(new Region(0, new Box(40, 40, 44, 44)))))
                .as("outside the maps")
                .containsOnly(0);
        assertThatThrownBy(() -> PsRoiAlign.STANDARD.forward(maps, List.of()))
                .hasMessageContaining("multiple of 49 channels was expected, found 8");
    }
}
