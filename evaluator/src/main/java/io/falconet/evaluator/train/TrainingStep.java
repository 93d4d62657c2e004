package io.falconet.evaluator.train;

import io.falconet.evaluator.data.Batch;
import io.falconet.evaluator.detect.DetectionLoss;
import io.falconet.evaluator.engine.TorchNetwork;
import io.falconet.evaluator.engine.TrainingPass;
import io.falconet.evaluator.train.optimize.GradientNorm;
import io.falconet.evaluator.train.optimize.MovingAverage;
import io.falconet.evaluator.train.optimize.Optimizer;
import io.falconet.evaluator.train.optimize.StepSize;
import java.util.Arrays;

/** Moves a network's weights by one batch after the other. */
final class TrainingStep {
    private final TorchNetwork network;
    private final DetectionLoss loss;
    private final TrainingRecipe recipe;
    private final Optimizer optimizer;
    private final MovingAverage average;
    private final float[] values;
    private final float[] gradients;
    /** Gradients of the batches that wait for a step. */
    private final float[] waiting;

    private int batchesWaiting;

    TrainingStep(TorchNetwork network, DetectionLoss loss, TrainingRecipe recipe) {
        this.network = network;
        this.loss = loss;
        this.recipe = recipe;
        values = new float[network.allValues()];
        gradients = new float[network.learnedValues()];
        waiting = new float[network.learnedValues()];
        network.readValues(values);
        optimizer = recipe.optimization().optimizer(network.parameters(), network.learnedValues());
        average = new MovingAverage(recipe.averaging(), values);
    }

    /**
     * One batch.
     *
     * @param passes how many batches make a step
     * @return the batch's loss before it; where that is not finite the weights stay as they are
     */
    double run(Batch batch, StepSize size, int passes) {
        double total;
        try (TrainingPass pass = network.forward(batch.images(), batch.size())) {
            total = loss.compute(pass.outputs(), batch.boxes()).total();
            if (!Double.isFinite(total)) {
                return total;
            }
            pass.backward(loss.gradient());
        }
        network.takeGradients(gradients);
        network.readStatistics(values);
        if (gathered(passes)) {
            GradientNorm.clip(gradients, recipe.clipNorm());
            optimizer.step(values, gradients, size);
            network.writeLearned(values);
            average.update(values);
        }
        return total;
    }

    /** Whether enough batches have come for a step; their gradients are then summed. */
    private boolean gathered(int passes) {
        batchesWaiting++;
        if (passes == 1 && batchesWaiting == 1) {
            batchesWaiting = 0;
            return true;
        }
        boolean enough = batchesWaiting >= passes;
        for (int i = 0; i < waiting.length; i++) {
            float sum = waiting[i] + gradients[i];
            gradients[i] = sum;
            waiting[i] = enough ? 0 : sum;
        }
        batchesWaiting = enough ? 0 : batchesWaiting;
        return enough;
    }

    /** Leaves the network with the weights that the training is to give. */
    void finish() {
        if (recipe.averaging().kept()) {
            network.writeValues(average.values());
        }
    }

    /** All that the following batches build on. */
    TrainingState state() {
        network.readValues(values);
        return new TrainingState(
                values,
                optimizer.memory(),
                optimizer.steps(),
                average.values(),
                average.updates(),
                batchesWaiting == 0 ? new float[0] : waiting,
                batchesWaiting);
    }

    /** Goes on from a state. */
    void restore(TrainingState state) {
        System.arraycopy(state.values(), 0, values, 0, values.length);
        network.writeValues(values);
        optimizer.restore(state.memory(), state.steps());
        average.restore(state.average(), state.averageUpdates());
        Arrays.fill(waiting, 0);
        System.arraycopy(state.waiting(), 0, waiting, 0, state.waiting().length);
        batchesWaiting = state.batchesWaiting();
    }
}
