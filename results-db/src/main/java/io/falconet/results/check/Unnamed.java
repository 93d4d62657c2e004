package io.falconet.results.check;

/**
 * A file beside the artifacts that no row names, and that nobody is writing any more: no fault, it takes space alone.
 *
 * @param file its path or URI
 * @param bytes its size
 */
public record Unnamed(String file, long bytes) {}
