package io.falconet.cluster.cli.terminal;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Rows under named columns, printed as an aligned table, as JSON or as CSV. */
public final class Listing {
    /**
     * One column.
     *
     * @param key its name in JSON and CSV, with the unit where there is one
     * @param title its heading for people
     * @param format how people read its numbers, as {@link String#format} takes it
     */
    public record Column(String key, String title, String format) {
        /** A column whose cells are printed as they are. */
        public static Column of(String key, String title) {
            return new Column(key, title, "%s");
        }
    }

    private final List<Column> columns;
    private final List<List<Object>> rows = new ArrayList<>();

    /** A listing without rows. */
    public Listing(Column... columns) {
        this(Arrays.asList(columns));
    }

    /** A listing without rows. */
    public Listing(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    /** Adds a row: strings, numbers, or null where there is nothing to say. */
    public Listing row(Object... cells) {
        return row(Arrays.asList(cells));
    }

    /** Adds a row of such cells. */
    public Listing row(List<Object> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(
                    "A row of %d cells under %d columns.".formatted(cells.size(), columns.size()));
        }
        rows.add(new ArrayList<>(cells));
        return this;
    }

    /** Prints all rows in that format, and flushes. */
    public void print(OutputFormat format, PrintWriter out) {
        switch (format) {
            case text -> text(out);
            case json -> Json.print(objects(), out);
            case csv -> csv(out);
        }
        out.flush();
    }

    private void text(PrintWriter out) {
        List<List<String>> cells = new ArrayList<>();
        cells.add(columns.stream().map(Column::title).toList());
        for (List<Object> row : rows) {
            List<String> printed = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                printed.add(printed(columns.get(i), row.get(i)));
            }
            cells.add(printed);
        }
        int[] widths = new int[columns.size()];
        cells.forEach(
                row -> Arrays.setAll(widths, i -> Math.max(widths[i], row.get(i).length())));
        for (List<String> row : cells) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String pad = " ".repeat(widths[i] - row.get(i).length());
                line.append(i == 0 ? "" : "  ").append(numeric(i) ? pad + row.get(i) : row.get(i) + pad);
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private String printed(Column column, Object cell) {
        return unknown(cell) ? "–" : String.format(Locale.ROOT, column.format(), cell);
    }

    private static boolean unknown(Object cell) {
        return cell == null || cell instanceof Double number && number.isNaN();
    }

    private boolean numeric(int column) {
        return rows.stream()
                .map(row -> row.get(column))
                .filter(Objects::nonNull)
                .allMatch(Number.class::isInstance);
    }

    /** The rows as objects: what JSON says of them. */
    public List<Map<String, Object>> objects() {
        List<Map<String, Object>> objects = new ArrayList<>();
        for (List<Object> row : rows) {
            Map<String, Object> object = new LinkedHashMap<>();
            for (int i = 0; i < row.size(); i++) {
                Object cell = row.get(i);
                object.put(columns.get(i).key(), unknown(cell) ? null : cell);
            }
            objects.add(object);
        }
        return objects;
    }

    private void csv(PrintWriter out) {
        out.println(columns.stream().map(Column::key).collect(Collectors.joining(",")));
        for (List<Object> row : rows) {
            out.println(row.stream().map(Listing::quoted).collect(Collectors.joining(",")));
        }
    }

    private static String quoted(Object cell) {
        String text = unknown(cell) ? "" : cell.toString();
        return text.matches("[^,\"\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
