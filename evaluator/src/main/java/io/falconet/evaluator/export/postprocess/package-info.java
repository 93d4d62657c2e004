/**
 * Decoding and suppression as operators of an exported model, so that whoever runs it gets boxes and writes no code of their
 * own to read them. What {@link io.falconet.evaluator.detect} does with a model's outputs in Java is said here once more in
 * ONNX's standard operators, a record a family.
 */
package io.falconet.evaluator.export.postprocess;
