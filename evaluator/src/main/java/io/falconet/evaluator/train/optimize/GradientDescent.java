package io.falconet.evaluator.train.optimize;

import io.falconet.evaluator.engine.Parameter;
import java.util.List;

/**
 * Stochastic gradient descent with momentum, as PyTorch has it: the velocity is the momentum's share of the last one plus
 * the gradient, and the rate applies to the velocity. With Nesterov's look ahead the step is the gradient plus the
 * momentum's share of the new velocity (Sutskever et al., 2013).
 */
final class GradientDescent implements Optimizer {
    private final List<LearnedPart> parts;
    private final double weightDecay;
    private final boolean ahead;
    private final float[] velocities;
    private int steps;

    GradientDescent(List<Parameter> parameters, int learnedValues, double weightDecay, boolean ahead) {
        this.parts = LearnedPart.of(parameters, learnedValues);
        this.weightDecay = weightDecay;
        this.ahead = ahead;
        this.velocities = new float[learnedValues];
    }

    @Override
    public void step(float[] values, float[] gradients, StepSize size) {
        steps++;
        float momentum = (float) size.momentum();
        for (LearnedPart part : parts) {
            float decay = part.decayed() ? (float) weightDecay : 0;
            float rate = (float) part.rate(size);
            for (int i = part.start(); i < part.end(); i++) {
                float gradient = gradients[i] + decay * values[i];
                float velocity = momentum * velocities[i] + gradient;
                velocities[i] = velocity;
                values[i] -= rate * (ahead ? gradient + momentum * velocity : velocity);
            }
        }
    }

    @Override
    public float[][] memory() {
        return new float[][] {velocities};
    }

    @Override
    public int steps() {
        return steps;
    }

    @Override
    public void restore(float[][] memory, int done) {
        System.arraycopy(memory[0], 0, velocities, 0, velocities.length);
        steps = done;
    }
}
