package io.falconet.evaluator.export.ncnn;

/**
 * A model in ncnn's two files. The array is not copied; whoever reads it leaves it as it is.
 *
 * @param param the layers, a line each: what ncnn calls the {@code .param} file
 * @param bin the layers' values in the order of the lines: the {@code .bin} file
 */
public record NcnnModel(String param, byte[] bin) {}
