package io.falconet.evaluator.train.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.falconet.evaluator.engine.Parameter;
import io.falconet.space.graph.Weight;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptimizerTest {
    private static final List<Parameter> PARAMETERS = List.of(
            new Parameter("conv.weight", Weight.Role.KERNEL, 0, 1),
            new Parameter("bn.bias", Weight.Role.OFFSET, 1, 1),
            new Parameter("bn.running_mean", Weight.Role.MEAN, 2, 1));

    @Test
    void firstStepsEqualThoseOfThePaper() {
        Optimizer optimizer = Optimization.adamW(0.1).optimizer(PARAMETERS, 2);
        float[] values = {1, 1, 7};
        optimizer.step(values, new float[] {0.5f, -2}, new StepSize(0.01, 0.01, 0));
        assertThat(values[0]).as("decayed, then moved by the rate").isCloseTo(0.999f - 0.01f, within(1e-6f));
        assertThat(values[1]).as("offsets are not decayed").isCloseTo(1.01f, within(1e-6f));
        assertThat(values[2]).as("statistics are left alone").isEqualTo(7);
        optimizer.step(values, new float[] {0.25f, 0}, new StepSize(0.01, 0.01, 0));
        double mean = (0.9 * 0.05 + 0.1 * 0.25) / (1 - 0.81);
        double square = (0.999 * 0.00025 + 0.001 * 0.0625) / (1 - 0.998001);
        assertThat((double) values[0]).isCloseTo(0.989 * 0.999 - 0.01 * mean / Math.sqrt(square), within(1e-5));
    }

    @Test
    void gradientDescentEqualsPyTorchs() {
        Optimizer plain = new Optimization(Optimization.Method.SGD, 0.9, 0.1).optimizer(PARAMETERS, 2);
        Optimizer ahead = new Optimization(Optimization.Method.NESTEROV, 0.9, 0.1).optimizer(PARAMETERS, 2);
        float[] values = {1, 1, 7};
        float[] looking = {1, 1, 7};
        StepSize size = new StepSize(0.01, 0.02, 0.9);
        for (int step = 0; step < 2; step++) {
            plain.step(values, new float[] {0.5f, -2}, size);
            ahead.step(looking, new float[] {0.5f, -2}, size);
        }
        double first = 1 - 0.01 * 0.6;
        assertThat((double) values[0])
                .as("decay is part of the gradient")
                .isCloseTo(first - 0.01 * (0.9 * 0.6 + 0.5 + 0.1 * first), within(1e-6));
        assertThat((double) values[1]).as("offsets have their rate").isCloseTo(1 + 0.02 * 2 * 2.9, within(1e-6));
        double firstLooking = 1 + 0.02 * 2 * 1.9;
        assertThat((double) looking[1]).isCloseTo(firstLooking + 0.02 * 2 * (1 + 0.9 * 1.9), within(1e-6));
        assertThat(values[2]).isEqualTo(7);
    }

    @Test
    void memoryIsAllThatTheNextStepNeeds() {
        for (Optimization.Method method : Optimization.Method.values()) {
            Optimization optimization = new Optimization(method, 0.9, 0.1);
            Optimizer one = optimization.optimizer(PARAMETERS, 2);
            StepSize size = new StepSize(0.01, 0.02, 0.9);
            float[] values = {1, 1, 7};
            one.step(values, new float[] {0.5f, -2}, size);
            Optimizer other = optimization.optimizer(PARAMETERS, 2);
            other.restore(one.memory(), one.steps());
            float[] same = values.clone();
            one.step(values, new float[] {-1, 3}, size);
            other.step(same, new float[] {-1, 3}, size);
            assertThat(same).as(method.name()).isEqualTo(values);
        }
    }

    @Test
    void clippingKeepsTheDirection() {
        float[] gradient = {3, 4};
        assertThat(GradientNorm.clip(gradient, 1)).isEqualTo(5);
        assertThat(gradient).containsExactly(new float[] {0.6f, 0.8f}, within(1e-6f));
        assertThat(GradientNorm.clip(gradient, 2)).isCloseTo(1, within(1e-6));
        assertThat(gradient).containsExactly(new float[] {0.6f, 0.8f}, within(1e-6f));
    }

    @Test
    void averageForgetsItsFirstValues() {
        MovingAverage average = new MovingAverage(new Averaging(0.99, 0), new float[] {100});
        for (int i = 0; i < 200; i++) {
            average.update(new float[] {1});
        }
        assertThat(average.values()[0]).isCloseTo(1, within(0.1f));
    }
}
