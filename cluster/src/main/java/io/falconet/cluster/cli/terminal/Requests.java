package io.falconet.cluster.cli.terminal;

import io.falconet.cluster.driver.RequestException;
import io.falconet.space.graph.ShapeException;
import java.util.function.Supplier;

/** Tells requests that the domain refuses from work that failed. */
public final class Requests {
    private Requests() {}

    /**
     * What the domain makes of what was typed.
     *
     * @throws RequestException if the domain refuses it, in its words
     */
    public static <T> T check(Supplier<T> typed) {
        try {
            return typed.get();
        } catch (IllegalArgumentException | ShapeException e) {
            throw new RequestException(e.getMessage(), e);
        }
    }
}
