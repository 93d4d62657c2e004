package io.falconet.space.graph;

/** An operator was given maps that it cannot take. The message says what was expected, what was found and what to do. */
public final class ShapeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ShapeException(String message) {
        super(message);
    }
}
