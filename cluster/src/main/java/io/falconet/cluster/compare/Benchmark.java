package io.falconet.cluster.compare;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A finished comparison, with all that is needed to believe it.
 *
 * @param title on what
 * @param made when it was finished
 * @param data facts on the images, by name
 * @param training facts on how all were trained, by name
 * @param device facts on where they were timed, by name
 * @param command that makes it again
 * @param notes sentences on what is not in it, and why
 * @param batches images at a time for which all were timed; latency is meant for the first
 * @param results the most accurate first, those without accuracy last
 */
public record Benchmark(
        String title,
        Instant made,
        Map<String, String> data,
        Map<String, String> training,
        Map<String, String> device,
        String command,
        List<String> notes,
        List<Integer> batches,
        List<Result> results) {
    public Benchmark {
        data = ordered(data);
        training = ordered(training);
        device = ordered(device);
        notes = List.copyOf(notes);
        batches = List.copyOf(batches);
        results = List.copyOf(results);
        if (batches.isEmpty()) {
            throw new IllegalArgumentException("Detectors are timed with at least one number of images at a time.");
        }
    }

    private static Map<String, String> ordered(Map<String, String> facts) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /** Images at a time for which latency is meant. */
    public int batch() {
        return batches.get(0);
    }

    /** The standing of each result, in their order. */
    public List<Standing> standings() {
        return Standing.of(results, batch());
    }
}
