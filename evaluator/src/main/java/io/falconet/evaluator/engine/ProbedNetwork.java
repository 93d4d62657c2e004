package io.falconet.evaluator.engine;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import io.falconet.space.graph.Network;
import java.nio.ByteOrder;
import java.util.List;

/**
 * A network that is looked into, not trained: its norms take the statistics of the batch, as in training, and nothing is
 * learned. Computes on one core. Each instance belongs to one thread at a time.
 */
public final class ProbedNetwork implements AutoCloseable {
    private final Network live;
    private final PtNDManager manager;
    private final TorchParameters parameters;
    private final Schedule schedule;
    private final ScriptedOperators operators;
    private final ChannelsLast layout = new ChannelsLast();

    /**
     * Loads a network of one input.
     *
     * @throws IllegalArgumentException if the weights are not this network's
     */
    public ProbedNetwork(Network network, Weights weights) {
        live = network.live();
        live.nodes().forEach(node -> node.weights().forEach(weight -> weights.tensor(node, weight)));
        manager = TorchRuntime.newManager();
        parameters = new TorchParameters(manager, live, weights, true);
        operators = new ScriptedOperators(manager);
        schedule = new Schedule(live);
    }

    /**
     * For each two images of a batch, how many values that activations read have the same sign in both; a zero counts as
     * negative. Symmetric. Exact while no map of an image has more than 16 million values.
     */
    public double[][] agreements(float[] images, int count) {
        SignAgreement agreement = new SignAgreement(count);
        try (PtNDManager step = manager.newSubManager(manager.getDevice())) {
            TorchRuntime.claimThreads(1);
            JniUtils.setGradMode(false);
            schedule.run(
                    new OpExecutor(parameters, operators, true, agreement::add),
                    List.of(layout.batch(step, images, count, live.input())));
        }
        return agreement.counts();
    }

    /**
     * How the sum of all outputs changes with each value of each image, laid out as the images. The network reads a view of
     * them, since it lets go what it has read.
     */
    public float[] imageGradients(float[] images, int count) {
        try (PtNDManager step = manager.newSubManager(manager.getDevice())) {
            TorchRuntime.claimThreads(1);
            JniUtils.setGradMode(false);
            PtNDArray batch = layout.batch(step, images, count, live.input());
            JniUtils.attachGradient(batch, true);
            JniUtils.setGradMode(true);
            PtNDArray read = JniUtils.reshape(batch, batch.getShape().getShape());
            PtNDArray outputs =
                    Exchange.joined(schedule.run(new OpExecutor(parameters, operators, true), List.of(read)));
            JniUtils.backward(outputs, (PtNDArray) step.ones(outputs.getShape(), outputs.getDataType()), false, false);
            JniUtils.setGradMode(false);
            return gradient(batch);
        } finally {
            JniUtils.setGradMode(false);
        }
    }

    private static float[] gradient(PtNDArray batch) {
        float[] values = new float[Math.toIntExact(batch.size())];
        PtNDArray row = JniUtils.reshape(JniUtils.getGradient(batch), new long[] {values.length});
        JniUtils.getByteBuffer(row, true)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer()
                .get(values);
        return values;
    }

    @Override
    public void close() {
        manager.close();
    }
}
