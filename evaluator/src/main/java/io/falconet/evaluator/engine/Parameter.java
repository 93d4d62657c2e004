package io.falconet.evaluator.engine;

import io.falconet.space.graph.Weight;

/**
 * Where a weight lies in the flat array that holds all of a network's values.
 *
 * @param key full name
 * @param role what the tensor does
 * @param offset of its first value
 * @param size how many values it has
 */
public record Parameter(String key, Weight.Role role, int offset, int size) {
    /** One past its last value. */
    public int end() {
        return offset + size;
    }
}
