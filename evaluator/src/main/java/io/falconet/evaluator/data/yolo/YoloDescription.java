package io.falconet.evaluator.data.yolo;

import io.falconet.evaluator.data.Fault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which images serve which purpose, and what the classes are called.
 *
 * @param root from which files are named
 * @param classes by class index; none where nothing names them
 * @param parts images by the part's name
 * @param faults found on the way
 */
record YoloDescription(Path root, List<String> classes, Map<String, List<Path>> parts, List<Fault> faults) {
    YoloDescription {
        classes = List.copyOf(classes);
        faults = List.copyOf(faults);
        Map<String, List<Path>> copy = new LinkedHashMap<>();
        parts.forEach((name, images) -> {
            if (!images.isEmpty()) {
                copy.put(name, List.copyOf(images));
            }
        });
        parts = Collections.unmodifiableMap(copy);
    }

    /** All images of all parts, each once. */
    List<Path> images() {
        List<Path> all = new ArrayList<>();
        parts.values().forEach(all::addAll);
        return all.stream().distinct().toList();
    }
}
