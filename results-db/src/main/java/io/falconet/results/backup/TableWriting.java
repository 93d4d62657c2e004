package io.falconet.results.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.falconet.results.Table;
import java.io.BufferedReader;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/** Fills a table with the lines of a backup, some hundred rows at a time. */
final class TableWriting {
    private static final int BATCH = 500;

    private final Handle handle;
    private final Table table;
    private final List<String> columns;
    private final List<Integer> types;

    /**
     * @param columns in the order of the lines
     * @throws IllegalArgumentException if the table has no such column
     */
    TableWriting(Handle handle, Table table, List<String> columns) {
        Map<String, Integer> known = TableReading.types(handle, table);
        if (!known.keySet().containsAll(columns)) {
            throw new IllegalArgumentException(
                    "Table %s has the columns %s, found rows of %s.%nMaybe the backup was changed by hand."
                            .formatted(table.sql(), known.keySet(), columns));
        }
        this.handle = handle;
        this.table = table;
        this.columns = List.copyOf(columns);
        this.types = columns.stream().map(known::get).toList();
    }

    /** Inserts all rows, without what may point to a later one. */
    void insert(BufferedReader lines) throws IOException, SQLException {
        List<Integer> told = places(column -> !table.forward().contains(columns.get(column)));
        write(
                "INSERT INTO %s (%s) VALUES (%s)"
                        .formatted(
                                table.sql(),
                                names(told, ", ", ""),
                                told.stream().map(column -> "?").collect(Collectors.joining(", "))),
                told,
                lines,
                values -> true);
    }

    /** Adds what points to other rows of the table, once all of them are there. */
    void point(BufferedReader lines) throws IOException, SQLException {
        List<Integer> pointers = places(column -> table.forward().contains(columns.get(column)));
        List<Integer> key = table.key().stream().map(columns::indexOf).toList();
        List<Integer> all = new ArrayList<>(pointers);
        all.addAll(key);
        write(
                "UPDATE %s SET %s WHERE %s"
                        .formatted(table.sql(), names(pointers, ", ", " = ?"), names(key, " AND ", " = ?")),
                all,
                lines,
                values -> pointers.stream().anyMatch(column -> values.get(column) != null));
    }

    private List<Integer> places(IntPredicate wanted) {
        return IntStream.range(0, columns.size()).filter(wanted).boxed().toList();
    }

    private String names(List<Integer> places, String between, String after) {
        return places.stream().map(column -> columns.get(column) + after).collect(Collectors.joining(between));
    }

    private void write(String sql, List<Integer> places, BufferedReader lines, RowFilter wanted)
            throws IOException, SQLException {
        try (PreparedStatement statement = handle.getConnection().prepareStatement(sql)) {
            int waiting = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                List<Object> values = values(line);
                if (!wanted.takes(values)) {
                    continue;
                }
                for (int parameter = 0; parameter < places.size(); parameter++) {
                    int place = places.get(parameter);
                    Rows.bind(statement, parameter + 1, types.get(place), values.get(place));
                }
                statement.addBatch();
                waiting++;
                if (waiting == BATCH) {
                    statement.executeBatch();
                    waiting = 0;
                }
            }
            if (waiting > 0) {
                statement.executeBatch();
            }
        }
    }

    private List<Object> values(String line) throws JsonProcessingException {
        List<Object> values = Rows.values(line);
        if (values.size() != columns.size()) {
            throw new IllegalArgumentException(
                    "Expected %d values a row in table %s, found %d.%nMaybe the backup was changed by hand."
                            .formatted(columns.size(), table.sql(), values.size()));
        }
        return values;
    }

    /** Whether a row is to be written. */
    private interface RowFilter {
        boolean takes(List<Object> values);
    }
}
