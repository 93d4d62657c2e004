package io.falconet.space.table;

/** A table that cannot be used as it was meant. The message says what was expected, what was found and what to do. */
public final class TableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With what is wrong, for people. */
    public TableException(String message) {
        super(message);
    }

    /** With what is wrong, for people, and why. */
    public TableException(String message, Throwable cause) {
        super(message, cause);
    }
}
