package io.falconet.evaluator.data;

/** A data set that cannot be used at all. The message says what was expected, what was found and a remedy. */
public final class DatasetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatasetException(String message) {
        super(message);
    }

    public DatasetException(String message, Throwable cause) {
        super(message, cause);
    }
}
