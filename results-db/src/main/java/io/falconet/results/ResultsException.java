package io.falconet.results;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The results store cannot do what was asked. The message says what was expected, what was found, and the remedy. */
public class ResultsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A failure that nothing else caused. */
    public ResultsException(String message) {
        super(message);
    }

    /** A failure, and what is behind it. */
    public ResultsException(String message, Throwable cause) {
        super(message, cause);
    }

    /** What the database calls the error; nothing where it was not the database that failed. */
    final Optional<String> sqlState() {
        return sql(this).map(SQLException::getSQLState);
    }

    /** What the database said, without the statement: that may be long, and hold what nobody asked to see. */
    static String reason(Throwable failure) {
        return sql(failure)
                .map(Throwable::getMessage)
                .orElse(String.valueOf(failure.getMessage()))
                .split("; SQL statement:", 2)[0]
                .strip();
    }

    /** The innermost: a pool of connections hides it behind one of its own. */
    private static Optional<SQLException> sql(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .reduce((outer, inner) -> inner);
    }
}
