package io.falconet.results.imports;

import io.falconet.results.imports.CsvColumn.Role;
import io.falconet.space.outcome.Objective.Direction;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV with a header and a row a trial: Optuna's, Falconet's, or any other. Read row by row, twice. */
final class CsvSource implements Source {
    private static final char MARK = '\uFEFF';

    private final Path file;
    private final CSVFormat format;
    private final List<CsvColumn> columns;
    private final boolean optuna;
    private final boolean falconet;
    private final Set<String> filled = new HashSet<>();

    /** @throws ImportException if it is none */
    CsvSource(Path file) {
        this.file = file;
        this.format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(file))
                .setIgnoreEmptyLines(true)
                .get();
        List<String> headers = new ArrayList<>();
        rows((line, row) -> {
            if (headers.isEmpty()) {
                row.forEach(header -> headers.add(header.strip()));
            } else {
                for (int i = 0; i < Math.min(headers.size(), row.size()); i++) {
                    if (!row.get(i).isBlank()) {
                        filled.add(headers.get(i));
                    }
                }
            }
        });
        refuseTwice(headers);
        this.optuna = CsvColumn.ofOptuna(headers);
        this.falconet = !optuna && CsvColumn.ofFalconet(headers);
        Role rest = falconet ? Role.ATTRIBUTE : Role.PARAMETER;
        this.columns = headers.stream()
                .map(header -> optuna ? CsvColumn.optuna(header) : CsvColumn.plain(header, rest))
                .toList();
    }

    private void refuseTwice(List<String> headers) {
        if (headers.isEmpty()) {
            throw new ImportException(
                    "A CSV with a header was expected, found nothing in %s.%nMaybe it is still being written."
                            .formatted(file));
        }
        Set<String> seen = new LinkedHashSet<>();
        headers.stream()
                .filter(header -> !header.isEmpty() && !seen.add(header))
                .findFirst()
                .ifPresent(header -> {
                    throw new ImportException(
                            "Each column of %s was expected to have a name of its own, found \"%s\" twice.%nMaybe rename one of them in its first line."
                                    .formatted(file, header));
                });
    }

    private interface RowReader {
        void read(int line, CSVRecord row);
    }

    /** Reads all rows, the header first, each with the line at which it begins. */
    private void rows(RowReader reader) {
        try (BufferedReader text = open(file);
                CSVParser parser =
                        CSVParser.builder().setReader(text).setFormat(format).get()) {
            for (CSVRecord row : parser) {
                int breaks = 0;
                for (String cell : row) {
                    breaks +=
                            (int) cell.chars().filter(letter -> letter == '\n').count();
                }
                reader.read((int) parser.getCurrentLineNumber() - breaks, row);
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw unreadable(e);
        }
    }

    private ImportException unreadable(Exception e) {
        Throwable cause = e.getCause() instanceof IOException io ? io : e;
        return cause instanceof CharacterCodingException
                ? new ImportException(
                        "Text in UTF-8 was expected in %s, found other bytes.%nMaybe save it as UTF-8.".formatted(file),
                        e)
                : new ImportException(
                        "A CSV was expected in %s, found: %s%nMaybe a text with a comma or a line break lacks its quotes."
                                .formatted(file, cause.getMessage()),
                        e);
    }

    /** Without the mark that some programs put before the first letter. */
    private static BufferedReader open(Path file) throws IOException {
        BufferedReader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        text.mark(1);
        if (text.read() != MARK) {
            text.reset();
        }
        return text;
    }

    /** What stands most often in the header of comma, semicolon and tab. */
    private static char delimiter(Path file) {
        try (BufferedReader text = open(file)) {
            String header = Optional.ofNullable(text.readLine()).orElse("").replaceAll("\"[^\"]*\"", "");
            char best = ',';
            for (char each : new char[] {';', '\t'}) {
                best = count(header, each) > count(header, best) ? each : best;
            }
            return best;
        } catch (IOException e) {
            return ',';
        }
    }

    private static long count(String text, char letter) {
        return text.chars().filter(each -> each == letter).count();
    }

    @Override
    public String kind() {
        return optuna ? "a CSV of Optuna's" : falconet ? "a CSV of Falconet's" : "a CSV of trials";
    }

    @Override
    public List<String> columns() {
        return columns.stream()
                .filter(column -> column.role() != Role.NOTHING)
                .map(CsvColumn::header)
                .toList();
    }

    @Override
    public List<String> optimised() {
        return optuna ? columns().stream().filter(CsvColumn::optimised).toList() : List.of();
    }

    @Override
    public String name(String column) {
        return optuna ? CsvColumn.named(column) : column;
    }

    @Override
    public Optional<Direction> direction(String column) {
        return Optional.empty();
    }

    @Override
    public boolean empty(String column) {
        return !filled.contains(column);
    }

    @Override
    public void each(Set<String> figures, Consumer<SourceTrial> trials, Faults faults) {
        CsvRow rows = new CsvRow(columns, figures);
        rows((line, row) -> {
            if (row.getRecordNumber() == 1) {
                return;
            }
            if (row.size() == columns.size()) {
                trials.accept(rows.trial(line, row));
            } else {
                faults.add(
                        line,
                        "%d cells were expected, as in the header, found %d.".formatted(columns.size(), row.size()),
                        "Maybe a text with a comma lacks its quotes, or a line was cut off.");
            }
        });
    }
}
