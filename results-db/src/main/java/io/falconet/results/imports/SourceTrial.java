package io.falconet.results.imports;

import java.util.Map;
import java.util.Optional;

/**
 * A trial as a file tells it. Texts are empty where it tells nothing.
 *
 * @param line of the file; 0 where it has none
 * @param number by which the other program knows it; nothing where the file has no such column
 * @param state in the other program's word; nothing where the file has no such column, and all have ended well
 * @param reason of that state
 * @param values by column: what may be an objective
 * @param parameters by name
 * @param attributes whatever else is told of it, by name
 * @param reported values that it told on its way, by step
 */
record SourceTrial(
        int line,
        Optional<String> number,
        Optional<String> state,
        String reason,
        String started,
        String finished,
        String duration,
        Map<String, String> values,
        Map<String, String> parameters,
        Map<String, String> attributes,
        Map<Long, String> reported,
        String architecture,
        String network) {}
