package io.falconet.results.check;

import java.nio.file.Path;

/**
 * A file in the artifact folder that no row names, and that nobody is writing any more: no fault, it takes space alone.
 *
 * @param bytes its size
 */
public record Unnamed(Path file, long bytes) {}
