package io.falconet.space.yolo.yaml;

import io.falconet.space.yaml.YamlValue;
import io.falconet.space.yolo.YoloRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a backbone or a head, as far as they can be read, with their lines.
 *
 * @param first the place of the first row
 * @param rows empty where a row cannot be read
 */
record RowList(int first, List<Optional<YoloRow>> rows, List<Integer> lines) {
    /** Takes a row, its place and its line. */
    @FunctionalInterface
    interface Taker {
        void take(YoloRow row, int index, int line);
    }

    static RowList of(Optional<YamlValue> value, int first) {
        List<Optional<YoloRow>> rows = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        for (YamlValue row : value.map(YamlValue::items).orElse(List.of())) {
            rows.add(new RowForm(row, first + rows.size()).row());
            lines.add(row.line());
        }
        return new RowList(first, rows, lines);
    }

    /** The place after the last row. */
    int next() {
        return first + rows.size();
    }

    List<YoloRow> whole() {
        return rows.stream().map(Optional::orElseThrow).toList();
    }

    List<String> modules() {
        return rows.stream()
                .flatMap(Optional::stream)
                .filter(row -> !row.head())
                .map(YoloRow::module)
                .toList();
    }

    /** Whether a row is of this list. */
    boolean has(int index) {
        return index >= first && index < next();
    }

    int line(int index) {
        return lines.get(index - first);
    }

    void forEach(Taker taker) {
        for (int i = 0; i < rows.size(); i++) {
            int at = i;
            rows.get(i).ifPresent(row -> taker.take(row, first + at, lines.get(at)));
        }
    }
}
