package io.falconet.evaluator.train.optimize;

import io.falconet.evaluator.engine.Parameter;
import java.util.List;

/**
 * Which optimiser trains.
 *
 * @param method the optimiser
 * @param momentum share of the last step's direction that is kept; Adam has its own
 * @param weightDecay of kernels: with Adam apart from the gradient, with gradient descent as part of it
 */
public record Optimization(Method method, double momentum, double weightDecay) {
    /** The optimisers. */
    public enum Method {
        /** Adam with decoupled weight decay. */
        ADAM_W,
        /** Gradient descent with momentum. */
        SGD,
        /** The same, looking ahead along the momentum (Sutskever et al., 2013). */
        NESTEROV
    }

    public Optimization {
        if (!(momentum >= 0 && momentum < 1) || !(weightDecay >= 0)) {
            throw new IllegalArgumentException(
                    "A momentum from 0 to below 1 and a weight decay of 0 or more were expected, found %s and %s."
                            .formatted(momentum, weightDecay));
        }
    }

    /** Adam with decoupled weight decay. */
    public static Optimization adamW(double weightDecay) {
        return new Optimization(Method.ADAM_W, 0, weightDecay);
    }

    /**
     * An optimiser at its first step.
     *
     * @param parameters of the network
     * @param learnedValues how many values are learned
     */
    public Optimizer optimizer(List<Parameter> parameters, int learnedValues) {
        return switch (method) {
            case ADAM_W -> new AdamW(parameters, learnedValues, weightDecay);
            case SGD -> new GradientDescent(parameters, learnedValues, weightDecay, false);
            case NESTEROV -> new GradientDescent(parameters, learnedValues, weightDecay, true);
        };
    }
}
