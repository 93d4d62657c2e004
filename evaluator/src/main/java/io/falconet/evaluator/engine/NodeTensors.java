package io.falconet.evaluator.engine;

import ai.djl.pytorch.engine.PtNDArray;
import io.falconet.space.graph.Node;

/** A network's tensors as PyTorch holds them. */
interface NodeTensors {
    /** One of the tensors that a node uses, its own or those of the node whose it shares. */
    PtNDArray array(Node node, String weight);
}
