/**
 * A network as a model of ncnn, Tencent's runtime for phones and boards: a text that names the layers and the blobs between
 * them, and a file of their values. What a layer's parameters mean is said in ncnn's own documentation, {@code
 * docs/developer-guide/operators.md}.
 */
package io.falconet.evaluator.export.ncnn;
