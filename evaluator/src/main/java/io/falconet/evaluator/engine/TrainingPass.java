package io.falconet.evaluator.engine;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.util.List;

/**
 * A batch on its way through a network in training mode. The loss and its gradient with respect to the outputs are
 * computed by whoever holds the pass; {@link #backward} carries the gradient to the weights. Close it to free what the
 * way back needed.
 */
public final class TrainingPass implements AutoCloseable {
    private final PtNDManager step;
    private final List<PtNDArray> outputs;
    private final PtNDArray joined;
    private final Exchange exchange;

    TrainingPass(PtNDManager step, List<PtNDArray> outputs, Exchange exchange) {
        this.step = step;
        this.outputs = outputs;
        this.joined = Exchange.joined(outputs);
        this.exchange = exchange;
    }

    /** The values of each output. The network's next pass overwrites them. */
    public float[][] outputs() {
        return exchange.values(joined, outputs);
    }

    /**
     * Adds to the weights' gradients, once.
     *
     * @param gradients of the loss with respect to each output, laid out as {@link #outputs()}
     */
    public void backward(float[][] gradients) {
        JniUtils.backward(joined, exchange.gradient(step, gradients), false, false);
    }

    @Override
    public void close() {
        step.close();
        JniUtils.setGradMode(false);
    }
}
