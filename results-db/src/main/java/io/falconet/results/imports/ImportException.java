package io.falconet.results.imports;

/** A file that cannot be imported as was asked. The message tells all that is wrong with it, each with a remedy. */
public final class ImportException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    ImportException(String message) {
        super(message);
    }

    ImportException(String message, Throwable cause) {
        super(message, cause);
    }
}
