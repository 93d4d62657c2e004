package io.falconet.evaluator.export.ncnn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which blobs hold a model's values. ncnn may drop a blob once a layer has read it, so that a blob has one reader, and one
 * that users read has none: a value that is wanted more often is handed on by a layer of its own.
 */
final class Blobs {
    private final Map<String, List<String>> byValue = new HashMap<>();
    private final Map<String, Integer> taken = new HashMap<>();

    /** @param outputs the values that users read, by the names under which they do */
    Blobs(List<Layer> layers, Map<String, String> outputs) {
        Map<String, Integer> readers = new HashMap<>();
        layers.forEach(layer -> layer.inputs().forEach(value -> readers.merge(value, 1, Integer::sum)));
        for (Layer layer : layers) {
            for (String value : layer.outputs()) {
                List<String> names = outputs.entrySet().stream()
                        .filter(output -> output.getValue().equals(value))
                        .map(Map.Entry::getKey)
                        .toList();
                byValue.put(value, blobs(layer, value, readers.getOrDefault(value, 0), names));
            }
        }
    }

    private static List<String> blobs(Layer layer, String value, int readers, List<String> outputs) {
        if (readers + outputs.size() <= 1 && !(layer.isInput() && readers == 0)) {
            return outputs.isEmpty() ? List.of(value) : outputs;
        }
        List<String> blobs = new ArrayList<>();
        blobs.add(value);
        for (int reader = 1; reader <= readers; reader++) {
            blobs.add(value + "/" + reader);
        }
        blobs.addAll(outputs);
        return blobs;
    }

    /** The blob in which a layer produces the value. */
    String produced(String value) {
        return byValue.get(value).get(0);
    }

    /** The blob from which the next layer reads the value. */
    String next(String value) {
        List<String> blobs = byValue.get(value);
        return blobs.size() == 1 ? blobs.get(0) : blobs.get(taken.merge(value, 1, Integer::sum));
    }

    /** The layer that hands the value on, where several read it. */
    Optional<Layer> split(String value) {
        List<String> blobs = byValue.get(value);
        return blobs.size() == 1
                ? Optional.empty()
                : Optional.of(new Layer(
                        "Split", value + "/split", List.of(value), blobs.subList(1, blobs.size()), List.of()));
    }
}
