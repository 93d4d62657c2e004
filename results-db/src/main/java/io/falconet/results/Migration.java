package io.falconet.results;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * What bringing a store's tables up to date has changed.
 *
 * @param from the version of the tables before; 0 where there were none
 * @param to their version now
 * @param rowsBefore by table, of those that there were
 * @param rowsAfter by table
 */
public record Migration(int from, int to, Map<Table, Long> rowsBefore, Map<Table, Long> rowsAfter) {
    public Migration {
        rowsBefore = copy(rowsBefore);
        rowsAfter = copy(rowsAfter);
    }

    private static Map<Table, Long> copy(Map<Table, Long> rows) {
        EnumMap<Table, Long> ordered = new EnumMap<>(Table.class);
        ordered.putAll(rows);
        return Collections.unmodifiableMap(ordered);
    }

    /** Whether there was anything to do. */
    public boolean changed() {
        return from != to;
    }

    /** One that has not begun. */
    static Migration none(int version, DataSource source, Address address) {
        try {
            Map<Table, Long> rows = Jdbi.create(source).withHandle(handle -> rows(handle, version));
            return new Migration(version, version, rows, rows);
        } catch (JdbiException e) {
            throw new ResultsException(
                    "The tables at %s cannot be counted: %s%nMaybe the database was changed by another program."
                            .formatted(address, ResultsException.reason(e)),
                    e);
        }
    }

    /**
     * The same when it is done.
     *
     * @throws ResultsException if a table has other rows than before; where there was nothing to do, others may write
     */
    Migration done(ResultsDb db) {
        Migration done = new Migration(
                from, db.schema(), rowsBefore, db.transactions().snapshot(handle -> rows(handle, db.schema())));
        rowsBefore.forEach((table, rows) -> {
            long now = done.rowsAfter.get(table);
            if (done.changed() && now != rows) {
                throw new ResultsException(
                        ("Expected %,d rows in table %s after the migration from schema %d to %d, found %,d.%n"
                                        + "Maybe an older Falconet was writing meanwhile; else restore a backup.")
                                .formatted(rows, table.sql(), from, done.to, now));
            }
        });
        return done;
    }

    private static Map<Table, Long> rows(Handle handle, int version) {
        Map<Table, Long> rows = new EnumMap<>(Table.class);
        Table.of(version)
                .forEach(table -> rows.put(
                        table,
                        handle.createQuery("SELECT COUNT(*) FROM " + table.sql())
                                .mapTo(Long.class)
                                .one()));
        return rows;
    }
}
