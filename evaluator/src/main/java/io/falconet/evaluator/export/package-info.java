/**
 * What leaves Falconet: a detector as ONNX, and the configuration that says how to use it. A class a format; each walks the
 * network with an {@link io.falconet.space.graph.OpVisitor} and finds weights by node name.
 */
package io.falconet.evaluator.export;
