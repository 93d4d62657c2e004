package io.falconet.results.backup;

import io.falconet.results.Table;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Reads a table row by row, in the order of its key. Tables of trials are read some trials at a time: H2 and a server
 * that was not asked otherwise gather all rows of a query first.
 */
final class TableReading {
    private static final int TRIALS = 250;
    private static final int FETCH = 1000;

    private final Handle handle;
    private final Table table;
    private final List<String> columns;

    /** Reads all columns that there are. */
    TableReading(Handle handle, Table table) {
        this(handle, table, List.copyOf(types(handle, table).keySet()));
    }

    /** Reads some columns, in that order. */
    TableReading(Handle handle, Table table, List<String> columns) {
        this.handle = handle;
        this.table = table;
        this.columns = List.copyOf(columns);
    }

    /** The columns of a table in its order, each with its type as {@link java.sql.Types} calls it. */
    static Map<String, Integer> types(Handle handle, Table table) {
        try (Query none = handle.createQuery("SELECT * FROM " + table.sql() + " WHERE 1 = 0")) {
            return none.scanResultSet((result, context) -> {
                ResultSetMetaData all = result.get().getMetaData();
                Map<String, Integer> types = new LinkedHashMap<>();
                for (int column = 1; column <= all.getColumnCount(); column++) {
                    types.put(all.getColumnName(column).toLowerCase(Locale.ROOT), all.getColumnType(column));
                }
                return types;
            });
        }
    }

    List<String> columns() {
        return columns;
    }

    /** Shows each row. */
    void each(Row row) {
        if (!table.ofTrials()) {
            show(query("").setFetchSize(FETCH), row);
            return;
        }
        for (long study : handle.createQuery("SELECT id FROM study ORDER BY id")
                .mapTo(Long.class)
                .list()) {
            int after = Integer.MIN_VALUE;
            OptionalInt last = last(study, after);
            while (last.isPresent()) {
                show(
                        query("WHERE study_id = :study AND number > :after AND number <= :last")
                                .setFetchSize(FETCH)
                                .bind("study", study)
                                .bind("after", after)
                                .bind("last", last.getAsInt()),
                        row);
                after = last.getAsInt();
                last = last(study, after);
            }
        }
    }

    private Query query(String where) {
        return handle.createQuery("SELECT %s FROM %s %s ORDER BY %s"
                .formatted(String.join(", ", columns), table.sql(), where, String.join(", ", table.key())));
    }

    /** Closes the query, which would keep its rows in memory until the transaction ends. */
    private static void show(Query query, Row row) {
        try (query) {
            query.scanResultSet((result, context) -> {
                ResultSet rows = result.get();
                while (rows.next()) {
                    row.at(rows);
                }
                return null;
            });
        }
    }

    /** The number of the last of the next few trials; sorted by all of the key, for H2 would sort the study otherwise. */
    private OptionalInt last(long study, int after) {
        return handle
                .createQuery(
                        """
                        SELECT number FROM trial
                         WHERE study_id = :study AND number > :after
                         ORDER BY study_id, number
                         LIMIT :most
                        """)
                .bind("study", study)
                .bind("after", after)
                .bind("most", TRIALS)
                .mapTo(Integer.class)
                .list()
                .stream()
                .mapToInt(Integer::intValue)
                .max();
    }

    /** Looks at the row at which a query is. */
    interface Row {
        void at(ResultSet row) throws SQLException;
    }
}
