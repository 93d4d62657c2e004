package io.falconet.space.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A whole model as published code builds it.
 *
 * @param source authors and project, then the file or revision, such as {@code ultralytics/yolov5@v7.0 models/yolov5n.yaml}
 * @param arguments by name: numbers, booleans, strings, lists of these
 */
public record AuthorsModel(String source, Map<String, Object> arguments) {
    public AuthorsModel {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }

    /** The whole number of that name. */
    int number(String name, int otherwise) {
        return arguments.get(name) instanceof Number number ? number.intValue() : otherwise;
    }

    /** The fraction of that name, as people write it: {@code 1.0}. */
    String fraction(String name, double otherwise) {
        return Double.toString(arguments.get(name) instanceof Number number ? number.doubleValue() : otherwise);
    }

    /** The text of that name. */
    Optional<String> text(String name) {
        return Optional.ofNullable(arguments.get(name)).map(Object::toString);
    }

    /** The truth value of that name, false where there is none. */
    boolean flag(String name) {
        return Boolean.TRUE.equals(arguments.get(name));
    }
}
