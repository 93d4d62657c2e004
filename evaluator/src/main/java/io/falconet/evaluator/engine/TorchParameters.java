package io.falconet.evaluator.engine;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Weight;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A network's tensors in one row of values: learned ones first, running statistics after them. A step reads all gradients
 * and writes all values without a call for each tensor's arithmetic.
 */
final class TorchParameters implements NodeTensors {
    private final ParameterMemory memory;
    private final Map<String, PtNDArray> arrays = new LinkedHashMap<>();
    private final Map<String, List<Integer>> dimensions = new LinkedHashMap<>();
    private final List<Parameter> parameters = new ArrayList<>();
    private final int learned;
    private final int size;

    /** @param shared whether PyTorch can compute on memory of Java's */
    TorchParameters(PtNDManager manager, Network network, Weights weights, boolean shared) {
        learned = place(network, true, 0);
        size = place(network, false, learned);
        float[] values = new float[size];
        for (Parameter parameter : parameters) {
            System.arraycopy(weights.tensor(parameter.key()).values(), 0, values, parameter.offset(), parameter.size());
        }
        memory = shared ? new SharedParameters(manager, values) : new CopiedParameters(manager, values);
        for (Parameter parameter : parameters) {
            long[] shape = dimensions.get(parameter.key()).stream()
                    .mapToLong(Integer::longValue)
                    .toArray();
            arrays.put(parameter.key(), memory.tensor(parameter.offset(), shape));
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

    /** Lets gradients flow to the learned values. */
    void learn() {
        learnedArrays().forEach(array -> JniUtils.attachGradient(array, true));
    }

    private List<PtNDArray> learnedArrays() {
        return parameters.stream()
                .filter(parameter -> parameter.offset() < learned)
                .map(parameter -> arrays.get(parameter.key()))
                .toList();
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
        return size;
    }

    void read(float[] into) {
        memory.read(0, size, into);
    }

    void write(float[] values) {
        memory.write(0, size, values);
    }

    void readStatistics(float[] into) {
        memory.read(learned, size - learned, into);
    }

    void writeLearned(float[] values) {
        memory.write(0, learned, values);
    }

    /** Reads the gradients of the learned values and sets them to zero for the next step. */
    void takeGradients(float[] into) {
        memory.takeGradients(learnedArrays(), into);
    }

    Map<String, Tensor> tensors() {
        float[] values = new float[size];
        read(values);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            float[] own = Arrays.copyOfRange(values, parameter.offset(), parameter.offset() + parameter.size());
            tensors.put(parameter.key(), new Tensor(dimensions.get(parameter.key()), own));
        }
        return tensors;
    }
}
