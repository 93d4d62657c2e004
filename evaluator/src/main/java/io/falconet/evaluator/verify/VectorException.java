package io.falconet.evaluator.verify;

/** A reference vector that cannot be understood. The message says what was expected, what was found and a remedy. */
public final class VectorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    VectorException(String message) {
        super(message);
    }
}
