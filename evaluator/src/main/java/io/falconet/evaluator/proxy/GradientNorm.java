package io.falconet.evaluator.proxy;

import io.falconet.evaluator.data.Batch;
import io.falconet.evaluator.detect.DetectionLoss;
import io.falconet.evaluator.detect.DetectorFamily;
import io.falconet.evaluator.engine.Parameter;
import io.falconet.evaluator.engine.TorchNetwork;
import io.falconet.evaluator.engine.TrainingPass;
import java.util.OptionalDouble;

/**
 * Gradient norm (Abdelfattah et al., 2021): the sum over all learned tensors of the Euclidean norm of the gradient that the
 * first training step would have, of the family's own loss. Empty for families that are not trained, and where the loss is no
 * finite number.
 */
public final class GradientNorm implements UntrainedScore {
    @Override
    public String key() {
        return "grad_norm";
    }

    @Override
    public String label() {
        return "grad norm";
    }

    @Override
    public OptionalDouble of(UntrainedDetector untrained) {
        if (untrained.family().isEmpty()) {
            return OptionalDouble.empty();
        }
        DetectorFamily family = untrained.family().get();
        DetectionLoss loss = family.loss(untrained.everyObject());
        Batch batch = untrained.batch();
        try (TorchNetwork network = new TorchNetwork(family.detector().network(), untrained.weights())) {
            try (TrainingPass pass = network.forward(batch.images(), batch.size())) {
                if (!Double.isFinite(loss.compute(pass.outputs(), batch.boxes()).total())) {
                    return OptionalDouble.empty();
                }
                pass.backward(loss.gradient());
            }
            float[] gradients = new float[network.learnedValues()];
            network.takeGradients(gradients);
            return OptionalDouble.of(network.parameters().stream()
                    .filter(parameter -> parameter.end() <= gradients.length)
                    .mapToDouble(parameter -> norm(gradients, parameter))
                    .sum());
        }
    }

    private static double norm(float[] gradients, Parameter parameter) {
        double squared = 0;
        for (int i = parameter.offset(); i < parameter.end(); i++) {
            squared += (double) gradients[i] * gradients[i];
        }
        return Math.sqrt(squared);
    }
}
