package io.falconet.evaluator.train;

import io.falconet.evaluator.engine.Parameter;
import io.falconet.space.graph.Weight;
import java.util.List;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter, 2019), with the usual constants 0.9, 0.999 and 1e-8, over all
 * values of a network in one array.
 */
final class AdamW {
    private static final float FIRST = 0.9f;
    private static final float SECOND = 0.999f;
    private static final float EPSILON = 1e-8f;

    private final List<Parameter> learned;
    private final double weightDecay;
    private final float[] means;
    private final float[] squares;
    private int step;

    /**
     * @param parameters of the network, of which those beyond the learned values are left alone
     * @param learnedValues how many values are learned
     */
    AdamW(List<Parameter> parameters, int learnedValues, double weightDecay) {
        this.learned = parameters.stream()
                .filter(parameter -> parameter.offset() < learnedValues)
                .toList();
        this.weightDecay = weightDecay;
        this.means = new float[learnedValues];
        this.squares = new float[learnedValues];
    }

    /** Moves the values against their gradients. */
    void step(float[] values, float[] gradients, double learningRate) {
        step++;
        float meanCorrection = (float) (1 / (1 - Math.pow(FIRST, step)));
        float squareCorrection = (float) (1 / (1 - Math.pow(SECOND, step)));
        float rate = (float) learningRate;
        for (Parameter parameter : learned) {
            float keep = parameter.role() == Weight.Role.KERNEL ? (float) (1 - learningRate * weightDecay) : 1;
            for (int i = parameter.offset(); i < parameter.end(); i++) {
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

    /**
     * Shortens a gradient to at most a norm.
     *
     * @return its norm before
     */
    static double clip(float[] gradients, double longest) {
        double squares = 0;
        for (float gradient : gradients) {
            squares += (double) gradient * gradient;
        }
        double norm = Math.sqrt(squares);
        if (norm > longest) {
            float factor = (float) (longest / norm);
            for (int i = 0; i < gradients.length; i++) {
                gradients[i] *= factor;
            }
        }
        return norm;
    }
}
