package io.falconet.evaluator.train;

import io.falconet.evaluator.data.Batch;
import io.falconet.evaluator.detect.DetectionLoss;
import io.falconet.evaluator.engine.TorchNetwork;
import io.falconet.evaluator.engine.TrainingPass;

/** Moves a network's weights by one batch after the other. */
final class TrainingStep {
    private final TorchNetwork network;
    private final DetectionLoss loss;
    private final TrainingRecipe recipe;
    private final AdamW optimizer;
    private final MovingAverage average;
    private final float[] values;
    private final float[] gradients;

    TrainingStep(TorchNetwork network, DetectionLoss loss, TrainingRecipe recipe) {
        this.network = network;
        this.loss = loss;
        this.recipe = recipe;
        values = new float[network.allValues()];
        gradients = new float[network.learnedValues()];
        network.readValues(values);
        optimizer = new AdamW(network.parameters(), network.learnedValues(), recipe.weightDecay());
        average = new MovingAverage(recipe.averageDecay(), values);
    }

    /**
     * One step.
     *
     * @return the batch's loss before it; where that is not finite the weights stay as they are
     */
    double run(Batch batch, double learningRate) {
        double total;
        try (TrainingPass pass = network.forward(batch.images(), batch.size())) {
            total = loss.compute(pass.outputs(), batch.boxes()).total();
            if (!Double.isFinite(total)) {
                return total;
            }
            pass.backward(loss.gradient());
        }
        network.takeGradients(gradients);
        AdamW.clip(gradients, recipe.clipNorm());
        network.readValues(values);
        optimizer.step(values, gradients, learningRate);
        network.writeValues(values);
        average.update(values);
        return total;
    }

    /** Leaves the network with the weights that the training is to give. */
    void finish() {
        if (recipe.averageDecay() > 0) {
            network.writeValues(average.values());
        }
    }
}
