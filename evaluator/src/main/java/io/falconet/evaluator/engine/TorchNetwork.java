package io.falconet.evaluator.engine;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.Shape;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A network that PyTorch runs, operator by operator, on one core or some, or on a GPU. Each instance belongs to one thread at a time; any
 * number of them live in one JVM and do not see each other.
 *
 * <p>Batches go in as {@code images x 3 x height x width} values; each output comes back as {@code images x channels x
 * height x width} values, all in row-major order.
 *
 * <pre>{@code
 * try (TorchNetwork torch = new TorchNetwork(network, Weights.initial(network, seed))) {
 *     float[][] outputs = torch.predict(images, 16);
 * }
 * }</pre>
 */
public final class TorchNetwork implements AutoCloseable {
    private final Network live;
    private final Weights given;
    private final PtNDManager manager;
    private final TorchParameters parameters;
    private final Schedule schedule;
    private final List<ChannelsLast> layouts;
    private final ScriptedOperators operators;
    private final Exchange exchange = new Exchange();
    private final int threads;

    /** Loads a network that computes on one core. */
    public TorchNetwork(Network network, Weights weights) {
        this(network, weights, 1);
    }

    /**
     * Loads a network. Nodes on which no output depends are not run, and keep the weights given.
     *
     * @param threads that compute; other numbers of them round differently
     * @throws IllegalArgumentException if the weights are not this network's
     */
    public TorchNetwork(Network network, Weights weights, int threads) {
        this(network, weights, threads, Processor.CPU);
    }

    /**
     * The same on a processor.
     *
     * @param threads of the CPU that compute, where it does
     */
    public TorchNetwork(Network network, Weights weights, int threads, Processor processor) {
        live = network.live();
        given = weights;
        this.threads = threads;
        live.nodes().forEach(node -> node.weights().forEach(weight -> weights.tensor(node, weight)));
        manager = processor.newManager();
        parameters = new TorchParameters(manager, live, weights, processor.shares());
        parameters.learn();
        operators = new ScriptedOperators(manager);
        schedule = new Schedule(live);
        layouts = live.inputs().stream().map(input -> new ChannelsLast()).toList();
    }

    /** The outputs for a batch, with the norms' running statistics. */
    public float[][] predict(float[] images, int count) {
        return predict(List.of(images), count);
    }

    /** The outputs of a part of a network for a batch of each of its inputs. */
    public float[][] predict(List<float[]> inputs, int count) {
        try (PtNDManager step = manager.newSubManager(manager.getDevice())) {
            TorchRuntime.claimThreads(threads);
            JniUtils.setGradMode(false);
            List<PtNDArray> outputs =
                    schedule.run(new OpExecutor(parameters, operators, false), batches(step, inputs, count));
            return Outputs.values(outputs);
        }
    }

    /**
     * Runs a batch forward in training mode, which updates the norms' running statistics. The pass must be closed before
     * the next batch goes in; it carries the gradients back.
     */
    public TrainingPass forward(float[] images, int count) {
        PtNDManager step = manager.newSubManager(manager.getDevice());
        TorchRuntime.claimThreads(threads);
        JniUtils.setGradMode(true);
        List<PtNDArray> outputs =
                schedule.run(new OpExecutor(parameters, operators, true), batches(step, List.of(images), count));
        return new TrainingPass(step, outputs, exchange);
    }

    private List<PtNDArray> batches(PtNDManager step, List<float[]> inputs, int count) {
        List<Shape> shapes = live.inputs();
        if (inputs.size() != shapes.size()) {
            throw new IllegalArgumentException(
                    "The network reads %d inputs, found %d.".formatted(shapes.size(), inputs.size()));
        }
        return IntStream.range(0, shapes.size())
                .mapToObj(i -> layouts.get(i).batch(step, inputs.get(i), count, shapes.get(i)))
                .toList();
    }

    /** Where each tensor lies in the flat arrays that the methods below exchange; learned ones come first. */
    public List<Parameter> parameters() {
        return parameters.all();
    }

    /** How many values are learned; the running statistics follow after them. */
    public int learnedValues() {
        return parameters.learned();
    }

    /** How many values there are in all. */
    public int allValues() {
        return parameters.size();
    }

    /** Reads all values: learned ones, then running statistics. */
    public void readValues(float[] into) {
        parameters.read(into);
    }

    /** Replaces all values. */
    public void writeValues(float[] values) {
        parameters.write(values);
    }

    /** Reads the running statistics alone, which a training pass changes, into their places among all values. */
    public void readStatistics(float[] into) {
        parameters.readStatistics(into);
    }

    /** Replaces the learned values alone. */
    public void writeLearned(float[] values) {
        parameters.writeLearned(values);
    }

    /** Reads the gradients of the learned values, summed since they were last taken, and clears them. */
    public void takeGradients(float[] into) {
        parameters.takeGradients(into);
    }

    /** The weights as they are now, in the order of those given. */
    public Weights weights() {
        return given.with(parameters.tensors());
    }

    @Override
    public void close() {
        manager.close();
    }
}
