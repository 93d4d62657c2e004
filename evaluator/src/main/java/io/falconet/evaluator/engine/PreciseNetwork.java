package io.falconet.evaluator.engine;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.Node;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A network in double precision, for values that leave the range of floats, such as products of many layers that no norm
 * holds back. Several times as slow as the {@linkplain TorchNetwork usual} one. Computes on one core. Each instance belongs
 * to one thread at a time.
 */
public final class PreciseNetwork implements AutoCloseable {
    /**
     * What a network gives for an input.
     *
     * @param total the sum of all outputs
     * @param gradients of that sum, by the key of the learned tensor
     */
    public record Sum(double total, Map<String, double[]> gradients) {}

    private final Network live;
    private final PtNDManager manager;
    private final ScriptedOperators operators;
    private final Map<String, PtNDArray> arrays = new LinkedHashMap<>();
    private final Map<String, PtNDArray> learned = new LinkedHashMap<>();

    /**
     * Loads a network of one input.
     *
     * @throws IllegalArgumentException if the weights are not this network's
     */
    public PreciseNetwork(Network network, Weights weights) {
        live = network.live();
        manager = TorchRuntime.newManager();
        operators = new ScriptedOperators(manager);
        for (Node node : live.nodes()) {
            if (node.ownsWeights()) {
                node.weights().forEach(weight -> {
                    PtNDArray array = array(weights.tensor(node, weight));
                    arrays.put(node.key(weight), array);
                    if (weight.trainable()) {
                        JniUtils.attachGradient(array, true);
                        learned.put(node.key(weight), array);
                    }
                });
            }
        }
    }

    private PtNDArray array(Tensor tensor) {
        long[] shape =
                tensor.dimensions().stream().mapToLong(Integer::longValue).toArray();
        ByteBuffer bytes = SharedMemory.doubles(tensor.values().length);
        DoubleBuffer values = bytes.asDoubleBuffer();
        for (float value : tensor.values()) {
            values.put(value);
        }
        return manager.create(bytes, new Shape(shape), DataType.FLOAT64);
    }

    /** The sum of all outputs for one image of ones, and its gradients. To be asked once: gradients add up. */
    public Sum ofOnes() {
        io.falconet.space.graph.Shape input = live.input();
        Shape shape = new Shape(1, input.channels(), input.height(), input.width());
        try (PtNDManager step = manager.newSubManager(manager.getDevice())) {
            TorchRuntime.claimThreads(1);
            JniUtils.setGradMode(true);
            PtNDArray image = (PtNDArray) step.ones(shape, DataType.FLOAT64);
            OpExecutor executor =
                    new OpExecutor((node, weight) -> arrays.get(node.owner() + "." + weight), operators, true);
            PtNDArray outputs = Exchange.joined(new Schedule(live).run(executor, List.of(image)));
            JniUtils.backward(outputs, (PtNDArray) step.ones(outputs.getShape(), DataType.FLOAT64), false, false);
            JniUtils.setGradMode(false);
            Map<String, double[]> gradients = new LinkedHashMap<>();
            learned.forEach((key, array) -> gradients.put(key, gradient(array)));
            return new Sum(Arrays.stream(values(outputs)).sum(), gradients);
        } finally {
            JniUtils.setGradMode(false);
        }
    }

    /** Nothing flows back to what the outputs do not depend on. */
    private static double[] gradient(PtNDArray array) {
        PtNDArray gradient = JniUtils.getGradient(array);
        return gradient == null ? new double[Math.toIntExact(array.size())] : values(gradient);
    }

    private static double[] values(PtNDArray array) {
        double[] values = new double[Math.toIntExact(array.size())];
        PtNDArray row = JniUtils.reshape(array, new long[] {values.length});
        JniUtils.getByteBuffer(row, true)
                .order(ByteOrder.nativeOrder())
                .asDoubleBuffer()
                .get(values);
        return values;
    }

    @Override
    public void close() {
        manager.close();
    }
}
