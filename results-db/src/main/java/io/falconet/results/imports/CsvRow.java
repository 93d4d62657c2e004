package io.falconet.results.imports;

import io.falconet.results.imports.CsvColumn.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads rows of a CSV as trials.
 *
 * @param columns as they stand in each row
 * @param figures headers of columns that are figures, whatever else they might be
 */
record CsvRow(List<CsvColumn> columns, Set<String> figures) {
    SourceTrial trial(int line, CSVRecord row) {
        Map<Role, String> texts = new LinkedHashMap<>();
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, String> parameters = new LinkedHashMap<>();
        Map<String, String> attributes = new LinkedHashMap<>();
        Map<Long, String> reported = new TreeMap<>();
        for (int i = 0; i < columns.size(); i++) {
            CsvColumn column = columns.get(i);
            String cell = row.get(i);
            String text = cell.strip();
            if (column.role() == Role.VALUE || figures.contains(column.header())) {
                values.put(column.header(), text);
            } else if (!text.isEmpty()) {
                switch (column.role()) {
                    case PARAMETER -> parameters.put(column.name(), cell);
                    case ATTRIBUTE -> attributes.put(column.name(), text);
                    case REPORTED -> reported.put(Long.parseLong(column.name()), text);
                    case NUMBER, STATE, REASON, STARTED, FINISHED, DURATION, ARCHITECTURE, NETWORK ->
                        texts.put(column.role(), text);
                    case VALUE, NOTHING -> {}
                }
            }
        }
        return new SourceTrial(
                line,
                optional(Role.NUMBER, texts),
                optional(Role.STATE, texts),
                texts.getOrDefault(Role.REASON, ""),
                texts.getOrDefault(Role.STARTED, ""),
                texts.getOrDefault(Role.FINISHED, ""),
                texts.getOrDefault(Role.DURATION, ""),
                values,
                parameters,
                attributes,
                reported,
                texts.getOrDefault(Role.ARCHITECTURE, ""),
                texts.getOrDefault(Role.NETWORK, ""));
    }

    private Optional<String> optional(Role role, Map<Role, String> texts) {
        return columns.stream().anyMatch(column -> column.role() == role)
                ? Optional.of(texts.getOrDefault(role, ""))
                : Optional.empty();
    }
}
