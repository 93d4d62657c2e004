/**
 * How fast a model runs: the protocol of measurement, its statistics, and the machine that it was measured on. Knows ONNX
 * files and nothing of how they came about.
 */
package io.falconet.latency.measure;
