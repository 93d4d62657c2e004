package io.falconet.evaluator.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.falconet.evaluator.engine.Parameter;
import io.falconet.space.graph.Weight;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdamWTest {
    private static final List<Parameter> PARAMETERS = List.of(
            new Parameter("conv.weight", Weight.Role.KERNEL, 0, 1),
            new Parameter("bn.bias", Weight.Role.OFFSET, 1, 1),
            new Parameter("bn.running_mean", Weight.Role.MEAN, 2, 1));

    @Test
    void firstStepsEqualThoseOfThePaper() {
        AdamW optimizer = new AdamW(PARAMETERS, 2, 0.1);
        float[] values = {1, 1, 7};
        optimizer.step(values, new float[] {0.5f, -2}, 0.01);
        assertThat(values[0]).as("decayed, then moved by the rate").isCloseTo(0.999f - 0.01f, within(1e-6f));
        assertThat(values[1]).as("offsets are not decayed").isCloseTo(1.01f, within(1e-6f));
        assertThat(values[2]).as("statistics are left alone").isEqualTo(7);
        optimizer.step(values, new float[] {0.25f, 0}, 0.01);
        double mean = (0.9 * 0.05 + 0.1 * 0.25) / (1 - 0.81);
        double square = (0.999 * 0.00025 + 0.001 * 0.0625) / (1 - 0.998001);
        assertThat((double) values[0]).isCloseTo(0.989 * 0.999 - 0.01 * mean / Math.sqrt(square), within(1e-5));
    }

    @Test
    void clippingKeepsTheDirection() {
        float[] gradient = {3, 4};
        assertThat(AdamW.clip(gradient, 1)).isEqualTo(5);
        assertThat(gradient).containsExactly(new float[] {0.6f, 0.8f}, within(1e-6f));
        assertThat(AdamW.clip(gradient, 2)).isCloseTo(1, within(1e-6));
        assertThat(gradient).containsExactly(new float[] {0.6f, 0.8f}, within(1e-6f));
    }

    @Test
    void averageForgetsItsFirstValues() {
        MovingAverage average = new MovingAverage(0.99, new float[] {100});
        for (int i = 0; i < 200; i++) {
            average.update(new float[] {1});
        }
        assertThat(average.values()[0]).isCloseTo(1, within(0.1f));
    }
}
