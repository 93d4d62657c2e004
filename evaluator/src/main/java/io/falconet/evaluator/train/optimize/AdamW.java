package io.falconet.evaluator.train.optimize;

import io.falconet.evaluator.engine.Parameter;
import java.util.List;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter, 2019), with the usual constants 0.9, 0.999 and 1e-8, over all
 * values of a network in one array.
 */
final class AdamW implements Optimizer {
    private static final float FIRST = 0.9f;
    private static final float SECOND = 0.999f;
    private static final float EPSILON = 1e-8f;

    private final List<LearnedPart> parts;
    private final double weightDecay;
    private final float[] means;
    private final float[] squares;
    private int step;

    AdamW(List<Parameter> parameters, int learnedValues, double weightDecay) {
        this.parts = LearnedPart.of(parameters, learnedValues);
        this.weightDecay = weightDecay;
        this.means = new float[learnedValues];
        this.squares = new float[learnedValues];
    }

    @Override
    public void step(float[] values, float[] gradients, StepSize size) {
        step++;
        float meanCorrection = (float) (1 / (1 - Math.pow(FIRST, step)));
        float squareCorrection = (float) (1 / (1 - Math.pow(SECOND, step)));
        for (LearnedPart part : parts) {
            float rate = (float) part.rate(size);
            float keep = part.decayed() ? (float) (1 - part.rate(size) * weightDecay) : 1;
            for (int i = part.start(); i < part.end(); i++) {
                float gradient = gradients[i];
                float mean = FIRST * means[i] + (1 - FIRST) * gradient;
                float square = SECOND * squares[i] + (1 - SECOND) * gradient * gradient;
                means[i] = mean;
                squares[i] = square;
                float scale = (float) Math.sqrt(square * squareCorrection) + EPSILON;
                values[i] = keep * values[i] - rate * mean * meanCorrection / scale;
            }
        }
    }

    @Override
    public float[][] memory() {
        return new float[][] {means, squares};
    }

    @Override
    public int steps() {
        return step;
    }

    @Override
    public void restore(float[][] memory, int steps) {
        System.arraycopy(memory[0], 0, means, 0, means.length);
        System.arraycopy(memory[1], 0, squares, 0, squares.length);
        step = steps;
    }
}
