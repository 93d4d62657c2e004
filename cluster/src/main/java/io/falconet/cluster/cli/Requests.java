package io.falconet.cluster.cli;

import io.falconet.cluster.driver.RequestException;
import io.falconet.space.graph.ShapeException;
import java.util.function.Supplier;

/** Tells requests that the domain refuses from work that failed. */
final class Requests {
    private Requests() {}

    /**
     * What the domain makes of what was typed.
     *
     * @throws RequestException if the domain refuses it, in its words
     */
    static <T> T check(Supplier<T> typed) {
        try {
            return typed.get();
        } catch (IllegalArgumentException | ShapeException e) {
            throw new RequestException(e.getMessage(), e);
        }
    }

    /**
     * How many kinds to tell apart: those asked for, or the model's own.
     *
     * @param asked null where nothing was asked
     * @throws RequestException if the model cannot tell so many apart
     */
    static int classes(Model model, Integer asked) {
        if (asked == null || asked == model.classes()) {
            return model.classes();
        }
        if (model.classes() == 0) {
            throw new RequestException(
                    "%s gives maps and tells no classes apart, found --classes %d.".formatted(model.name(), asked),
                    "leave --classes away.");
        }
        if (asked < 1) {
            throw new RequestException(
                    "At least 1 class was expected, found --classes " + asked + ".", "a positive number.");
        }
        return asked;
    }
}
