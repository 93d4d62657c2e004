package io.falconet.space.zoo;

import io.falconet.space.graph.Network;
import io.falconet.space.graph.Shape;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The shapes of what a model's own code returns for one image, batch axis first, nested as that code nests them: YOLOv5
 * gives all boxes in one tensor and beside it the raw maps of each level, NanoDet all cells in a row.
 *
 * @param value a list of axis lengths, a list of such values, or such values by name
 */
public record OutputShapes(Object value) {
    /** One tensor. */
    public static OutputShapes of(int... axes) {
        return new OutputShapes(Arrays.stream(axes).boxed().toList());
    }

    /** Several tensors in a row. */
    public static OutputShapes several(List<OutputShapes> parts) {
        return new OutputShapes(parts.stream().map(OutputShapes::value).toList());
    }

    /** Several tensors by name, in order. */
    public static OutputShapes named(Map<String, OutputShapes> parts) {
        Map<String, Object> values = new LinkedHashMap<>();
        parts.forEach((name, part) -> values.put(name, part.value()));
        return new OutputShapes(Collections.unmodifiableMap(values));
    }

    /** One map of one image. */
    public static OutputShapes map(Shape shape) {
        return of(1, shape.channels(), shape.height(), shape.width());
    }

    /** The network's maps as they are. */
    public static OutputShapes maps(Network network) {
        return several(network.outputShapes().stream().map(OutputShapes::map).toList());
    }
}
