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
import java.util.stream.Stream;

/**
 * A section of a cfg file: fields with values. What cannot be read as asked for is reported, and something harmless comes
 * back, so that reading goes on to the next problem. A field counts as known once it was asked for; {@link #close} reports
 * the others.
 */
final class CfgSection {
    private final String name;
    private final int line;
    private final List<Problem> problems;
    private final Map<String, CfgValue> values = new LinkedHashMap<>();
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

    /** Puts in a field; a second one of its name is reported. */
    void put(String key, int at, String text) {
        CfgValue first = values.putIfAbsent(key, new CfgValue(this, key, at, text));
        if (first != null) {
            problems.add(new Problem(
                    at,
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
        int at = values.containsKey(key) ? values.get(key).line() : line;
        problems.add(new Problem(at, message, remedy));
    }

    /** Reports that a field is so wrong that the section cannot be used. */
    void unusable(String key, String message, String remedy) {
        usable = false;
        problem(key, message, remedy);
    }

    /** A field as written; the fallback if it is not there. */
    String text(String key, String otherwise) {
        return find(key).map(CfgValue::text).orElse(otherwise);
    }

    /** A whole number that must be there. */
    int required(String key, int low, String example) {
        return require(key, example).flatMap(value -> value.whole(low)).orElse(low);
    }

    /** A whole number that may be left out. */
    int whole(String key, int low, int otherwise) {
        return find(key).flatMap(value -> value.whole(low)).orElse(otherwise);
    }

    /** Whole numbers that must be there, separated by commas. */
    List<Integer> wholes(String key, int low, String example) {
        return parts(require(key, example))
                .flatMap(value -> value.whole(low).stream())
                .toList();
    }

    /** Whole numbers that may be left out. */
    List<Integer> wholes(String key, int low, List<Integer> otherwise) {
        return find(key).isPresent() ? wholes(key, low, "") : otherwise;
    }

    /** A number above 0 that may be left out. */
    double number(String key, double otherwise) {
        return find(key).flatMap(CfgValue::positive).orElse(otherwise);
    }

    /** Numbers above 0 that must be there, separated by commas. */
    List<Double> numbers(String key, String example) {
        return parts(require(key, example))
                .flatMap(value -> value.positive().stream())
                .toList();
    }

    /** What one of several words stands for; the fallback where the field is not there or wrong. */
    <T> T word(String key, Map<String, T> words, T otherwise) {
        return find(key).flatMap(value -> value.word(words)).orElse(otherwise);
    }

    /** Fields about training or speed, which do not change what is computed. */
    void ignore(String... keys) {
        known.addAll(Arrays.asList(keys));
    }

    /** Fields that Falconet cannot follow where they say anything but that they do nothing. */
    void idle(int neutral, String... keys) {
        for (String key : keys) {
            String found = text(key, Integer.toString(neutral));
            if (!found.equals(Integer.toString(neutral))) {
                problem(
                        key,
                        "%s needs %d, which does nothing, found %s: Falconet does not have what it does."
                                .formatted(key, neutral, found),
                        "Maybe the model works without it.");
            }
        }
    }

    /** Reports the fields that nobody asked for. */
    void close() {
        List<String> absent =
                known.stream().filter(key -> !values.containsKey(key)).toList();
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                problem(
                        key,
                        "A field of [%s] was expected, found %s.".formatted(name, key),
                        Spelling.nearest(key, absent)
                                .map(word -> "Maybe " + word + " is meant.")
                                .orElse("Maybe it belongs to another section."));
            }
        }
    }

    private Optional<CfgValue> find(String key) {
        known.add(key);
        return Optional.ofNullable(values.get(key));
    }

    private Optional<CfgValue> require(String key, String example) {
        Optional<CfgValue> value = find(key);
        if (value.isEmpty()) {
            usable = false;
            problem("[%s] needs %s, found none.".formatted(name, key), "Maybe add " + key + "=" + example + ".");
        }
        return value;
    }

    private static Stream<CfgValue> parts(Optional<CfgValue> value) {
        return value.stream().flatMap(CfgValue::parts);
    }
}
