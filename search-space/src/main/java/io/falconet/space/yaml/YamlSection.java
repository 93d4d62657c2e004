package io.falconet.space.yaml;

import io.falconet.space.problem.Problem;
import io.falconet.space.problem.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Keys with values in a yaml file. A key counts as known once it was asked for; {@link #close} reports the others, so
 * that no list of keys is kept beside the code that reads them.
 */
public final class YamlSection {
    private final String path;
    private final int line;
    private final String kind;
    private final List<Problem> problems;
    private final Map<String, YamlValue> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Set<String> known = new TreeSet<>();

    /**
     * A section.
     *
     * @param kind what the file is, as in "is no key of a study"
     */
    YamlSection(String path, int line, MappingNode node, String kind, List<Problem> problems) {
        this.path = path;
        this.line = line;
        this.kind = kind;
        this.problems = problems;
        for (NodeTuple tuple : node.getValue()) {
            int at = line(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.add(new Problem(
                        at, "A key is a word, found a list or keys with values.", "Maybe a bracket is lost."));
                continue;
            }
            String name = key.getValue();
            if (lines.containsKey(name)) {
                problems.add(new Problem(
                        at,
                        "%s stands there twice, first on line %d.".formatted(full(name), lines.get(name)),
                        "Maybe remove one of the two."));
                continue;
            }
            lines.put(name, at);
            values.put(name, new YamlValue(full(name), at, tuple.getValueNode(), kind, problems));
        }
    }

    static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(-1) + 1;
    }

    /** The value of a key that may be left out. */
    public Optional<YamlValue> find(String key) {
        known.add(key);
        return Optional.ofNullable(values.get(key));
    }

    /** The value of a key that must be there; its absence is reported. */
    public Optional<YamlValue> require(String key, String example) {
        Optional<YamlValue> value = find(key);
        if (value.isEmpty()) {
            problems.add(new Problem(line, "%s is missing.".formatted(full(key)), "Maybe add " + key + ": " + example));
        }
        return value;
    }

    /** Reports keys that say the same as another one. */
    public void forbid(List<String> keys, String other) {
        keys.forEach(key -> find(key)
                .ifPresent(value -> value.problem(
                        "%s stands beside %s, which says all.".formatted(full(key), full(other)),
                        "Maybe remove one of the two.")));
    }

    /** A required whole number; a wrong or missing one is reported and {@code low} stands in. */
    public int count(String key, int low, String example) {
        return require(key, example)
                .flatMap(value -> value.whole(low, Integer.MAX_VALUE))
                .map(Long::intValue)
                .orElse(low);
    }

    /** A whole number that may be left out; a wrong one is reported and the fallback stands in. */
    public int count(String key, int low, int fallback) {
        return find(key)
                .flatMap(value -> value.whole(low, Integer.MAX_VALUE))
                .map(Long::intValue)
                .orElse(fallback);
    }

    /** All values by key: every key is known. */
    public Map<String, YamlValue> all() {
        known.addAll(values.keySet());
        return values;
    }

    /** Reports the keys that nobody asked for. */
    public void close() {
        List<String> absent = new ArrayList<>(known);
        absent.removeAll(values.keySet());
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                String remedy = Spelling.nearest(key, absent)
                        .or(() -> Spelling.nearest(key, known))
                        .map(word -> "Maybe " + word + " is meant.")
                        .orElse("Maybe one of " + String.join(", ", known) + ".");
                problems.add(new Problem(lines.get(key), "%s is no key of %s.".formatted(full(key), kind), remedy));
            }
        }
    }

    private String full(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
