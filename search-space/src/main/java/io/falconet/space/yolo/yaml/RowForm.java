package io.falconet.space.yolo.yaml;

import io.falconet.space.yaml.YamlValue;
import io.falconet.space.yolo.YoloRow;
import java.util.List;
import java.util.Optional;

/**
 * A row as it stands in a file: {@code [from, number, module, args]}.
 *
 * @param value the row
 * @param index its place, from 0, backbone and head counted through
 */
record RowForm(YamlValue value, int index) {
    private static final String FORM = "[from, number, module, [arguments]]";

    /** The row; what is wrong with it is reported. */
    Optional<YoloRow> row() {
        List<YamlValue> cells = value.list().orElse(List.of());
        if (cells.size() != 4) {
            value.problem(
                    "Row %d is expected to be %s, found %s."
                            .formatted(index, FORM, value.list().isEmpty() ? "no list" : "a list of " + cells.size()),
                    "Maybe [-1, 1, Conv, [64, 3, 2]].");
            return Optional.empty();
        }
        Optional<List<Integer>> from = from(cells.get(0));
        Optional<Integer> number = number(cells.get(1));
        Optional<String> module = module(cells.get(2));
        Optional<List<YamlValue>> args = cells.get(3).list();
        if (args.isEmpty()) {
            wrong(cells.get(3), "a list of arguments", "Maybe [] where there are none.");
        }
        if (from.isEmpty() || number.isEmpty() || module.isEmpty() || args.isEmpty()) {
            return Optional.empty();
        }
        List<Object> plain = args.get().stream().map(RowForm::argument).toList();
        return Optional.of(new YoloRow(from.get(), number.get(), module.get(), plain));
    }

    /** An argument that is left empty is Python's None. */
    private static Object argument(YamlValue value) {
        Object plain = value.plain();
        return "".equals(plain) || "null".equals(plain) || "~".equals(plain) ? YoloRow.NONE : plain;
    }

    private Optional<List<Integer>> from(YamlValue cell) {
        List<YamlValue> cells = cell.list().orElse(List.of(cell));
        boolean numbers = !cells.isEmpty() && cells.stream().allMatch(one -> one.plain() instanceof Integer);
        if (!numbers) {
            wrong(cell, "the number of the row that it reads, or a list of such", "Maybe -1, the row before.");
            return Optional.empty();
        }
        List<Integer> from = cells.stream().map(one -> (Integer) one.plain()).toList();
        for (int read : from) {
            int absolute = read < 0 ? index + read : read;
            if (absolute >= index || absolute < (index == 0 ? -1 : 0)) {
                cell.problem(
                        "Row %d is expected to read rows before it, found %d.".formatted(index, read),
                        "Maybe a row was added or removed above and the numbers were not moved.");
                return Optional.empty();
            }
        }
        return Optional.of(from);
    }

    private Optional<Integer> number(YamlValue cell) {
        if (cell.plain() instanceof Integer number && number >= 1) {
            return Optional.of(number);
        }
        wrong(cell, "the number of repeats, 1 or more", "Maybe 1.");
        return Optional.empty();
    }

    private Optional<String> module(YamlValue cell) {
        if (cell.plain() instanceof String module && !module.isBlank()) {
            return Optional.of(module);
        }
        wrong(cell, "the name of a module", "Maybe Conv.");
        return Optional.empty();
    }

    private void wrong(YamlValue cell, String expected, String remedy) {
        cell.problem("Row %d is expected to have %s, found %s.".formatted(index, expected, cell.plain()), remedy);
    }
}
