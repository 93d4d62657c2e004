package io.falconet.space.table;

import io.falconet.space.problem.Spelling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/** Rows of text under named columns, as a CSV file with a header has them (RFC 4180). */
public final class ResultTable {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();

    private final String name;
    private final Map<String, List<String>> columns;
    private final int rows;

    private ResultTable(String name, Map<String, List<String>> columns, int rows) {
        this.name = name;
        this.columns = columns;
        this.rows = rows;
    }

    /**
     * Reads a file.
     *
     * @throws TableException if it is no table: it cannot be read, or a row has another number of cells than the header
     */
    public static ResultTable read(Path file) {
        try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, FORMAT)) {
            Map<String, List<String>> columns = new LinkedHashMap<>();
            parser.getHeaderNames().forEach(column -> columns.put(column, new ArrayList<>()));
            int rows = 0;
            for (CSVRecord row : parser) {
                if (!row.isConsistent()) {
                    throw new TableException(
                            "%s, line %d: %d cells were expected, as in its header, found %d. Maybe a text with a comma lacks its quotes."
                                    .formatted(file, parser.getCurrentLineNumber(), columns.size(), row.size()));
                }
                int cell = 0;
                for (List<String> column : columns.values()) {
                    column.add(row.get(cell++));
                }
                rows++;
            }
            if (rows == 0) {
                throw new TableException(
                        "%s: rows under a header were expected, found none. Maybe it is another file.".formatted(file));
            }
            return new ResultTable(file.getFileName().toString(), columns, rows);
        } catch (IOException | UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
            String found = Files.isRegularFile(file) ? e.getMessage() : "no such file";
            throw new TableException(
                    "%s: a CSV file with a header was expected, found: %s. Maybe the path is another one."
                            .formatted(file, found),
                    e);
        }
    }

    /** The file's name. */
    public String name() {
        return name;
    }

    /** How many rows. */
    public int rows() {
        return rows;
    }

    /** The names of its columns, in their order. */
    public List<String> columns() {
        return List.copyOf(columns.keySet());
    }

    /**
     * A column's cells, by row.
     *
     * @throws TableException if there is none of that name
     */
    public List<String> texts(String column) {
        List<String> cells = columns.get(column);
        if (cells == null) {
            throw new TableException("%s has no column %s, found %s. %s"
                    .formatted(
                            name,
                            column,
                            String.join(", ", columns.keySet()),
                            Spelling.maybe(column, columns.keySet())));
        }
        return List.copyOf(cells);
    }

    /**
     * A column's cells as numbers, by row.
     *
     * @throws TableException if there is none of that name, or a cell is no number
     */
    public double[] numbers(String column) {
        List<String> cells = texts(column);
        double[] numbers = new double[rows];
        for (int i = 0; i < rows; i++) {
            try {
                numbers[i] = Double.parseDouble(cells.get(i));
            } catch (NumberFormatException e) {
                throw new TableException(
                        "%s, row %d, column %s: a number was expected, found \"%s\". Maybe another column is meant."
                                .formatted(name, i + 1, column, cells.get(i)),
                        e);
            }
        }
        return numbers;
    }

    /**
     * This table with the columns of another beside it. Rows belong together that have the same text in the first column
     * that both have; columns that both have stay as they are here.
     *
     * @throws TableException if no column is shared, or a row finds no or several partners
     */
    public ResultTable join(ResultTable other) {
        String key = columns.keySet().stream()
                .filter(other.columns::containsKey)
                .findFirst()
                .orElseThrow(() -> new TableException(
                        "A column in both %s and %s was expected to join them, found none. Maybe give one the other's name of it."
                                .formatted(name, other.name)));
        return join(other, key);
    }

    /**
     * The same, by the column of that name.
     *
     * @throws TableException if one of the two lacks it, or a row finds no or several partners
     */
    public ResultTable join(ResultTable other, String key) {
        Map<String, Integer> partners = new HashMap<>();
        List<String> keys = other.texts(key);
        for (int i = 0; i < keys.size(); i++) {
            if (partners.put(keys.get(i), i) != null) {
                throw new TableException(
                        "%s has several rows of %s %s; one was expected. Maybe join the other way round."
                                .formatted(other.name, key, keys.get(i)));
            }
        }
        int[] order = texts(key).stream()
                .mapToInt(row -> partner(partners, row, key, other))
                .toArray();
        Map<String, List<String>> joined = new LinkedHashMap<>(columns);
        other.columns.forEach((column, cells) -> joined.computeIfAbsent(
                column, absent -> IntStream.of(order).mapToObj(cells::get).toList()));
        return new ResultTable(name, joined, rows);
    }

    private int partner(Map<String, Integer> partners, String row, String key, ResultTable other) {
        Integer partner = partners.get(row);
        if (partner == null) {
            throw new TableException("%s has a row of %s %s, which %s lacks. Maybe the two are of different networks."
                    .formatted(name, key, row, other.name));
        }
        return partner;
    }
}
