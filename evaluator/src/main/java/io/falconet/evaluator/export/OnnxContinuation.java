package io.falconet.evaluator.export;

import java.util.List;

/** What a model's file goes on to compute of a network's outputs, for one image at a time. */
@FunctionalInterface
public interface OnnxContinuation {
    /**
     * Appends operators to the graph, and declares what the model gives.
     *
     * @param outputs the values that hold the network's outputs, in its order, each 1×channels×rows×columns
     */
    void append(OnnxGraph graph, List<String> outputs);
}
