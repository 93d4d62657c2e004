package io.falconet.space.yaml;

import io.falconet.space.problem.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A value of a yaml file, with its place. What cannot be read as asked for is reported as a problem and comes back as
 * nothing, so that reading goes on to the next problem.
 */
public final class YamlValue {
    private static final Pattern QUANTITY = Pattern.compile("(\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d{1,2})?)([KMG]?)");
    private static final Map<String, BigDecimal> FACTORS = Map.of(
            "", BigDecimal.ONE, "K", new BigDecimal("1e3"), "M", new BigDecimal("1e6"), "G", new BigDecimal("1e9"));

    private final String path;
    private final int line;
    private final Node node;
    private final String kind;
    private final List<Problem> problems;

    YamlValue(String path, int line, Node node, String kind, List<Problem> problems) {
        this.path = path;
        this.line = line;
        this.node = node;
        this.kind = kind;
        this.problems = problems;
    }

    /** Where the value stands, as a reader would say it: {@code fidelity.epochs}. */
    public String path() {
        return path;
    }

    /** The line on which the value starts, from 1. */
    public int line() {
        return line;
    }

    /** Whether the value is a list, empty or not. */
    public boolean isList() {
        return node instanceof SequenceNode;
    }

    /** Whether there are keys and values below. */
    public boolean isSection() {
        return node instanceof MappingNode;
    }

    /** Whether there is a key, but no value. */
    public boolean nothing() {
        return node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL);
    }

    /** Reports that the value is wrong. */
    public void problem(String message, String remedy) {
        problems.add(new Problem(line, message, remedy));
    }

    /** The value as text, quoted or not. */
    public Optional<String> text() {
        if (node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
            return Optional.of(scalar.getValue());
        }
        expected("a text", "Maybe write " + path + ": and one word or path on the same line.");
        return Optional.empty();
    }

    /** Whether the value is that word. */
    public boolean is(String word) {
        return node instanceof ScalarNode scalar && scalar.getValue().equals(word);
    }

    /** The value as a whole number within bounds, both included. */
    public Optional<Long> whole(long low, long high) {
        return whole(low, high, "");
    }

    /** The same, where something else would do as well: {@code " or all"}. */
    public Optional<Long> whole(long low, long high, String otherwise) {
        String range = (low == Long.MIN_VALUE ? "a whole number" : "a whole number from " + low + " on") + otherwise;
        if (node instanceof ScalarNode scalar && scalar.isPlain()) {
            try {
                long number = Long.parseLong(scalar.getValue());
                if (number >= low && number <= high) {
                    return Optional.of(number);
                }
                expected(range, "Maybe " + (number < low ? low : high) + ".");
                return Optional.empty();
            } catch (NumberFormatException wrong) {
                // reported below, like any other value that is no number
            }
        }
        boolean digits = node instanceof ScalarNode scalar && scalar.getValue().matches("-?\\d+");
        boolean quoted = node instanceof ScalarNode scalar && !scalar.isPlain();
        expected(
                range,
                !digits
                        ? "Maybe digits alone, such as " + Math.max(low, 1) + "."
                        : quoted ? "Maybe without the quotes." : "Maybe a number of fewer digits.");
        return Optional.empty();
    }

    /** The value as a positive number, maybe with a K, M or G for thousand, million or thousand million. */
    public Optional<Double> quantity() {
        if (node instanceof ScalarNode scalar) {
            Matcher number = QUANTITY.matcher(scalar.getValue());
            if (number.matches()) {
                BigDecimal value = new BigDecimal(number.group(1)).multiply(FACTORS.get(number.group(2)));
                if (value.signum() > 0) {
                    return Optional.of(value.doubleValue());
                }
            }
        }
        expected(
                "a positive number, maybe with K, M or G for thousand, million or thousand million",
                "Maybe a number such as 2.5M.");
        return Optional.empty();
    }

    /** The values of a list with at least one entry. */
    public List<YamlValue> items() {
        if (node instanceof SequenceNode list && !list.getValue().isEmpty()) {
            return list.getValue().stream()
                    .map(item -> new YamlValue(path, YamlSection.line(item), item, kind, problems))
                    .toList();
        }
        String example = node instanceof ScalarNode scalar ? scalar.getValue() : "";
        expected(
                "a list with at least one entry", "Maybe " + path + ": [" + (example.isEmpty() ? "…" : example) + "].");
        return List.of();
    }

    /** The values of a list that may be empty; nothing where it is no list, which is not reported. */
    public Optional<List<YamlValue>> list() {
        return node instanceof SequenceNode list
                ? Optional.of(list.getValue().stream()
                        .map(item -> new YamlValue(path, YamlSection.line(item), item, kind, problems))
                        .toList())
                : Optional.empty();
    }

    /** The value as it stands: a whole number, a number, a truth value, a list of values, otherwise its text. */
    public Object plain() {
        if (node instanceof SequenceNode) {
            return list().orElseThrow().stream().map(YamlValue::plain).toList();
        }
        if (!(node instanceof ScalarNode scalar) || !scalar.isPlain()) {
            return node instanceof ScalarNode scalar ? scalar.getValue() : "keys with values";
        }
        String text = scalar.getValue();
        if (text.matches("[Tt]rue|[Ff]alse")) {
            return Boolean.valueOf(text);
        }
        if (text.matches("[+-]?\\d{1,9}")) {
            return Integer.valueOf(text);
        }
        return text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?") ? (Object) Double.valueOf(text) : text;
    }

    /** The value as a number. */
    public Optional<Double> number() {
        if (plain() instanceof Number number) {
            return Optional.of(number.doubleValue());
        }
        expected("a number", "Maybe digits alone, such as 0.5.");
        return Optional.empty();
    }

    /** The value as a number greater than 0. */
    public Optional<Double> positive() {
        if (plain() instanceof Number number && number.doubleValue() > 0) {
            return Optional.of(number.doubleValue());
        }
        expected("a number greater than 0", "Maybe 1.0.");
        return Optional.empty();
    }

    /** The keys and values below, such as the example. */
    public Optional<YamlSection> section(String example) {
        if (node instanceof MappingNode mapping) {
            return Optional.of(new YamlSection(path, line, mapping, kind, problems));
        }
        expected("keys with values", "Maybe " + path + ": " + example + " or the keys indented below it.");
        return Optional.empty();
    }

    private void expected(String what, String remedy) {
        problem("%s needs %s, found %s.".formatted(path, what, found()), remedy);
    }

    private String found() {
        if (node instanceof ScalarNode scalar) {
            if (scalar.getTag().equals(Tag.NULL)) {
                return "nothing";
            }
            return scalar.isPlain() ? scalar.getValue() : "the text \"" + scalar.getValue() + "\"";
        }
        if (node instanceof SequenceNode list) {
            return list.getValue().isEmpty() ? "an empty list" : "a list";
        }
        return "keys with values";
    }
}
