package io.falconet.results;

import java.io.IOException;
import java.net.SocketException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The results store cannot do what was asked. The message says what was expected, what was found, and the remedy. */
public class ResultsException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    /** In the words of Linux and macOS, of Windows, and of quotas. */
    private static final Pattern FULL =
            Pattern.compile("No space left on device|not enough space on the disk|[Qq]uota exceeded");

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

    /** Whether it was a file that could not be read or written. */
    final boolean disk() {
        return file(this).isPresent();
    }

    /** Whether a disk, or what one may have of it, is used up. */
    final boolean full() {
        return file(this).filter(FULL.asPredicate()).isPresent();
    }

    /** What the disk or the database said, without the statement: that may be long, and hold what nobody asked to see. */
    static String reason(Throwable failure) {
        return file(failure)
                .or(() -> sql(failure).map(Throwable::getMessage))
                .orElse(String.valueOf(failure.getMessage()))
                .split("; SQL statement:", 2)[0]
                .strip();
    }

    /** What the operating system said of a file; not what it said of a connection. */
    private static Optional<String> file(Throwable failure) {
        return causes(failure)
                .filter(cause -> cause instanceof IOException && !(cause instanceof SocketException))
                .map(Throwable::getMessage)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** The innermost: a pool of connections hides it behind one of its own. */
    private static Optional<SQLException> sql(Throwable failure) {
        return causes(failure)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .reduce((outer, inner) -> inner);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }
}
