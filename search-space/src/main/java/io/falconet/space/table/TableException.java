package io.falconet.space.table;

/** A table that cannot be used as it was meant. The message says what was expected, what was found and what to do. */
public final class TableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TableException(String message) {
        super(message);
    }

    TableException(String message, Throwable cause) {
        super(message, cause);
    }
}
