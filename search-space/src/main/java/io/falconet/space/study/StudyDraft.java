package io.falconet.space.study;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A study file on which somebody works: whether it is a study, {@link StudyReader} tells. Its keys can be read and set one by
 * one, whatever else it says; setting one writes the text anew, without its comments.
 *
 * <pre>{@code
 * StudyDraft draft = StudyDraft.of(text).with(320, "fidelity", "batch");
 * }</pre>
 */
public final class StudyDraft {
    private static final List<String> ORDER = List.of(
            "name",
            "space",
            "choices",
            "seeds",
            "data",
            "objectives",
            "limits",
            "floors",
            "strategy",
            "trials",
            "recipe",
            "fidelity",
            "rungs",
            "promote",
            "seed",
            "device",
            "slots",
            "lag");
    /** A value that may stand alone, or as this key of a section. */
    private static final String ALONE = "name";

    private final String text;
    private final Map<String, Object> keys;
    private final boolean readable;

    private StudyDraft(String text, Map<String, Object> keys, boolean readable) {
        this.text = text;
        this.keys = keys;
        this.readable = readable;
    }

    /** A draft of that text, whatever it is. */
    public static StudyDraft of(String text) {
        try {
            Object root = new Load(LoadSettings.builder().build()).loadFromString(text);
            return root instanceof Map<?, ?> map
                    ? new StudyDraft(text, texts(map), true)
                    : new StudyDraft(text, Map.of(), root == null);
        } catch (YamlEngineException unreadable) {
            return new StudyDraft(text, Map.of(), false);
        }
    }

    /** The file. */
    public String text() {
        return text;
    }

    /** Whether it is keys and values, so that one can be set; nothing at all is. */
    public boolean readable() {
        return readable;
    }

    /** What stands at a key, or at a key of a section: a text, a number, a list or a map; nothing where there is none. */
    public Optional<Object> find(String... path) {
        Object at = keys;
        for (String key : path) {
            if (at instanceof Map<?, ?> section) {
                at = section.get(key);
            } else if (!key.equals(ALONE)) {
                at = null;
            }
        }
        return Optional.ofNullable(at);
    }

    /**
     * The draft with another value at a key, or at a key of a section.
     *
     * @throws IllegalStateException if it is not {@link #readable}
     */
    public StudyDraft with(Object value, String... path) {
        return changed(Optional.of(value), path);
    }

    /**
     * The draft without a key, and without the section that it leaves empty.
     *
     * @throws IllegalStateException if it is not {@link #readable}
     */
    public StudyDraft without(String... path) {
        return changed(Optional.empty(), path);
    }

    private StudyDraft changed(Optional<Object> value, String... path) {
        if (!readable) {
            throw new IllegalStateException("A draft of keys and values was expected, found:\n" + text);
        }
        Map<String, Object> changed = new LinkedHashMap<>(keys);
        if (path.length == 1) {
            put(changed, path[0], value);
        } else {
            put(changed, path[0], section(changed.get(path[0]), path[1], value));
        }
        Map<String, Object> sorted = new LinkedHashMap<>();
        changed.keySet().stream()
                .sorted(Comparator.comparingInt(StudyDraft::place))
                .forEach(key -> sorted.put(key, changed.get(key)));
        return new StudyDraft(written(sorted), sorted, true);
    }

    /** The section with another value: what stood alone in its place goes on as its name. */
    private static Optional<Object> section(Object before, String key, Optional<Object> value) {
        Map<String, Object> section = new LinkedHashMap<>();
        if (before instanceof Map<?, ?> map) {
            section.putAll(texts(map));
        } else if (before != null && key.equals(ALONE)) {
            return value;
        } else if (before != null) {
            section.put(ALONE, before);
        }
        put(section, key, value);
        return section.isEmpty() ? Optional.empty() : Optional.of(section);
    }

    private static void put(Map<String, Object> map, String key, Optional<Object> value) {
        value.ifPresentOrElse(it -> map.put(key, it), () -> map.remove(key));
    }

    private static Map<String, Object> texts(Map<?, ?> map) {
        Map<String, Object> texts = new LinkedHashMap<>();
        map.forEach((key, value) -> texts.put(String.valueOf(key), value));
        return texts;
    }

    /** Keys that no study has come last. */
    private static int place(String key) {
        int place = ORDER.indexOf(key);
        return place < 0 ? ORDER.size() : place;
    }

    private static String written(Map<String, Object> keys) {
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.AUTO)
                .setWidth(Integer.MAX_VALUE)
                .setSplitLines(false)
                .build();
        Dump dump = new Dump(settings);
        return keys.entrySet().stream()
                .map(entry -> line(dump, entry.getKey(), entry.getValue()))
                .collect(Collectors.joining());
    }

    /** Alone, a key with a plain value would be written in brackets. */
    private static String line(Dump dump, String key, Object value) {
        return value instanceof Map || value instanceof List
                ? dump.dumpToString(Map.of(key, value))
                : dump.dumpToString(key).strip() + ": " + dump.dumpToString(value);
    }
}
