package io.falconet.space.darknet;

import io.falconet.space.problem.Problem;
import io.falconet.space.problem.Spelling;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A section of a cfg file: fields with values. What cannot be read as asked for is reported, and something harmless comes
 * back, so that reading goes on to the next problem. A field counts as known once it was asked for; {@link #close} reports
 * the others.
 */
final class CfgSection {
    /** A value and its line. */
    record Field(int line, String text) {}

    private final String name;
    private final int line;
    private final List<Problem> problems;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Set<String> known = new TreeSet<>();
    private boolean usable = true;

    CfgSection(String name, int line, List<Problem> problems) {
        this.name = name;
        this.line = line;
        this.problems = problems;
    }

    /** The name between the brackets, in lower case. */
    String name() {
        return name;
    }

    int line() {
        return line;
    }

    /** Whether all numbers asked for so far were there. */
    boolean usable() {
        return usable;
    }

    /** Where a field stands; the section's line if it is not there. */
    int lineOf(String key) {
        return fields.containsKey(key) ? fields.get(key).line() : line;
    }

    /** A field as written; the fallback if it is not there. */
    String text(String key, String otherwise) {
        return fields.containsKey(key) ? fields.get(key).text() : otherwise;
    }

    /** Puts in a field; a second one of its name is reported. */
    void put(String key, Field field) {
        Field first = fields.putIfAbsent(key, field);
        if (first != null) {
            problems.add(new Problem(
                    field.line(),
                    "A field stands once in its section, found %s twice in [%s], first on line %d."
                            .formatted(key, name, first.line()),
                    "Maybe remove one of the two."));
        }
    }

    /** Reports that the section as a whole is wrong. */
    void problem(String message, String remedy) {
        problems.add(new Problem(line, message, remedy));
    }

    /** Reports that a field is wrong. */
    void problem(String key, String message, String remedy) {
        problems.add(new Problem(lineOf(key), message, remedy));
    }

    /** A whole number that must be there. */
    int required(String key, int low, String example) {
        return require(key, example)
                .flatMap(field -> whole(key, field.text().strip(), low))
                .orElse(low);
    }

    /** A whole number that may be left out. */
    int whole(String key, int low, int otherwise) {
        return find(key).flatMap(field -> whole(key, field.text(), low)).orElse(otherwise);
    }

    /** Whole numbers that must be there, separated by commas. */
    List<Integer> wholes(String key, int low, String example) {
        return list(require(key, example), text -> whole(key, text, low));
    }

    /** A number above 0 that may be left out. */
    double number(String key, double otherwise) {
        return find(key).flatMap(field -> positive(key, field.text())).orElse(otherwise);
    }

    /** Numbers above 0 that must be there, separated by commas. */
    List<Double> numbers(String key, String example) {
        return list(require(key, example), text -> positive(key, text));
    }

    /** One of several words; the fallback where the field is not there or wrong. */
    <T> T word(String key, Map<String, T> words, T otherwise) {
        Optional<Field> field = find(key);
        if (field.isPresent() && !words.containsKey(field.get().text())) {
            List<String> sorted = words.keySet().stream().sorted().toList();
            problem(
                    key,
                    "%s needs one of %s, found %s."
                            .formatted(
                                    key, String.join(", ", sorted), field.get().text()),
                    Spelling.maybe(field.get().text(), sorted));
        }
        return field.map(found -> words.get(found.text())).orElse(otherwise);
    }

    /** Fields about training or speed, which do not change what is computed. */
    void ignore(String... keys) {
        known.addAll(Arrays.asList(keys));
    }

    /** Fields that Falconet cannot follow where they say anything but that they do nothing. */
    void idle(int neutral, String... keys) {
        for (String key : keys) {
            find(key)
                    .filter(field -> !Integer.toString(neutral).equals(field.text()))
                    .ifPresent(field -> problem(
                            key,
                            "%s needs %d, which does nothing, found %s: Falconet does not have what it does."
                                    .formatted(key, neutral, field.text()),
                            "Maybe the model works without it."));
        }
    }

    /** Reports the fields that nobody asked for. */
    void close() {
        for (Map.Entry<String, Field> entry : fields.entrySet()) {
            if (!known.contains(entry.getKey())) {
                List<String> absent =
                        known.stream().filter(key -> !fields.containsKey(key)).toList();
                problem(
                        entry.getKey(),
                        "A field of [%s] was expected, found %s.".formatted(name, entry.getKey()),
                        Spelling.nearest(entry.getKey(), absent)
                                .map(word -> "Maybe " + word + " is meant.")
                                .orElse("Maybe it belongs to another section."));
            }
        }
    }

    private Optional<Field> find(String key) {
        known.add(key);
        return Optional.ofNullable(fields.get(key));
    }

    private Optional<Field> require(String key, String example) {
        Optional<Field> field = find(key);
        if (field.isEmpty()) {
            usable = false;
            problem("[%s] needs %s, found none.".formatted(name, key), "Maybe add " + key + "=" + example + ".");
        }
        return field;
    }

    private static <T> List<T> list(Optional<Field> field, Function<String, Optional<T>> reader) {
        return field.stream()
                .flatMap(found -> Arrays.stream(found.text().split(",", -1)))
                .map(String::strip)
                .map(reader)
                .flatMap(Optional::stream)
                .collect(Collectors.toList());
    }

    private Optional<Integer> whole(String key, String text, int low) {
        try {
            int number = Integer.parseInt(text);
            if (number >= low) {
                return Optional.of(number);
            }
        } catch (NumberFormatException wrong) {
            // reported below, like a number that is too small
        }
        usable = false;
        problem(
                key,
                "%s needs a whole number%s, found %s."
                        .formatted(key, low == Integer.MIN_VALUE ? "" : " from " + low + " on", shown(text)),
                "Maybe digits alone, such as " + Math.max(low, 1) + ".");
        return Optional.empty();
    }

    private Optional<Double> positive(String key, String text) {
        try {
            double number = Double.parseDouble(text);
            if (number > 0 && Double.isFinite(number)) {
                return Optional.of(number);
            }
        } catch (NumberFormatException wrong) {
            // reported below, like a number that is too small
        }
        usable = false;
        problem(
                key,
                "%s needs numbers above 0, found %s.".formatted(key, shown(text)),
                "Maybe a comma is lost or too many.");
        return Optional.empty();
    }

    private static String shown(String text) {
        return text.isEmpty() ? "nothing" : text;
    }
}
