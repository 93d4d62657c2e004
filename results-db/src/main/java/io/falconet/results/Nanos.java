package io.falconet.results;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Instants as whole nanoseconds since 1970: exact in every database, from 1678 to 2262. */
public final class Nanos {
    private Nanos() {}

    /** As whole nanoseconds. */
    public static long of(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
    }

    /** The instant of that many nanoseconds since 1970. */
    public static Instant instant(long nanos) {
        return Instant.ofEpochSecond(0, nanos);
    }

    /** The instant in a column of whole nanoseconds; nothing where it is null. */
    public static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        long nanos = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(instant(nanos));
    }
}
