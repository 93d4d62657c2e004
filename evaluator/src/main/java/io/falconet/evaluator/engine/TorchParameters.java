package io.falconet.evaluator.engine;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Weight;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A network's tensors in one block of memory that Java and PyTorch share: learned values first, running statistics
 * after them. A step reads all gradients and writes all values without a call for each tensor's arithmetic.
 */
final class TorchParameters implements NodeTensors {
    private final FloatBuffer memory;
    private final Map<String, PtNDArray> arrays = new LinkedHashMap<>();
    private final Map<String, List<Integer>> dimensions = new LinkedHashMap<>();
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<FloatBuffer> gradients = new ArrayList<>();
    private final int learned;
    private float[] zeros = new float[0];

    /** @param learns whether gradients flow to the learned values */
    TorchParameters(PtNDManager manager, Network network, Weights weights, boolean learns) {
        int offset = place(network, true, 0);
        learned = offset;
        int size = place(network, false, offset);
        ByteBuffer bytes = SharedMemory.floats(size);
        memory = bytes.asFloatBuffer();
        for (Parameter parameter : parameters) {
            memory.put(parameter.offset(), weights.tensor(parameter.key()).values());
            ByteBuffer own = bytes.slice(parameter.offset() * Float.BYTES, parameter.size() * Float.BYTES);
            long[] shape = dimensions.get(parameter.key()).stream()
                    .mapToLong(Integer::longValue)
                    .toArray();
            PtNDArray array = manager.create(own.order(ByteOrder.nativeOrder()), new Shape(shape), DataType.FLOAT32);
            if (learns && parameter.offset() < learned) {
                JniUtils.attachGradient(array, true);
            }
            arrays.put(parameter.key(), array);
        }
    }

    private int place(Network network, boolean trainable, int start) {
        int offset = start;
        for (Node node : network.nodes()) {
            for (Weight weight : node.weights()) {
                if (node.ownsWeights() && weight.trainable() == trainable) {
                    int size = Math.toIntExact(weight.size());
                    parameters.add(new Parameter(node.key(weight), weight.role(), offset, size));
                    dimensions.put(node.key(weight), weight.dimensions());
                    offset = Math.addExact(offset, size);
                }
            }
        }
        return offset;
    }

    @Override
    public PtNDArray array(Node node, String weight) {
        return arrays.get(node.owner() + "." + weight);
    }

    List<Parameter> all() {
        return List.copyOf(parameters);
    }

    int learned() {
        return learned;
    }

    int size() {
        return memory.capacity();
    }

    void read(float[] into) {
        memory.get(0, into);
    }

    void write(float[] values) {
        memory.put(0, values);
    }

    void readStatistics(float[] into) {
        memory.get(learned, into, learned, size() - learned);
    }

    void writeLearned(float[] values) {
        memory.put(0, values, 0, learned);
    }

    /** Reads the gradients of the learned values and sets them to zero for the next step. */
    void takeGradients(float[] into) {
        if (gradients.isEmpty()) {
            mapGradients();
            zeros = new float[largest()];
        }
        int next = 0;
        for (FloatBuffer gradient : gradients) {
            gradient.get(0, into, next, gradient.capacity());
            gradient.put(0, zeros, 0, gradient.capacity());
            next += gradient.capacity();
        }
    }

    /** PyTorch adds to a gradient in place once it is there, so that its memory stays where it is. */
    private void mapGradients() {
        for (Parameter parameter : parameters) {
            if (parameter.offset() < learned) {
                PtNDArray gradient = JniUtils.getGradient(arrays.get(parameter.key()));
                gradients.add(JniUtils.getByteBuffer(gradient, true)
                        .order(ByteOrder.nativeOrder())
                        .asFloatBuffer());
            }
        }
    }

    private int largest() {
        return parameters.stream().mapToInt(Parameter::size).max().orElse(0);
    }

    Map<String, Tensor> tensors() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            float[] values = new float[parameter.size()];
            memory.get(parameter.offset(), values);
            tensors.put(parameter.key(), new Tensor(dimensions.get(parameter.key()), values));
        }
        return tensors;
    }
}
