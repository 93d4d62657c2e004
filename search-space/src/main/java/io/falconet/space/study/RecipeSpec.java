package io.falconet.space.study;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a study's candidates are trained: a recipe by its name, and what differs from it. As text {@code short} or {@code
 * short:rate=0.01,copies=3}.
 *
 * @param name one of {@link #NAMES}
 * @param changes values in place of the recipe's
 */
public record RecipeSpec(String name, Map<RecipeChange, Double> changes) {
    /** The recipes that there are, the usual one first. */
    public static final List<String> NAMES =
            List.of("short", "nanodet-m", "nanodet-plus", "yolov5", "yolov5-accumulated");

    /** For short trainings from scratch. */
    public static final RecipeSpec USUAL = named(NAMES.get(0));

    public RecipeSpec {
        Map<RecipeChange, Double> sorted = new EnumMap<>(RecipeChange.class);
        sorted.putAll(changes);
        changes = Collections.unmodifiableMap(sorted);
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("A recipe of %s was expected, found %s. Maybe %s, which suits all."
                    .formatted(String.join(", ", NAMES), name, NAMES.get(0)));
        }
        changes.forEach((change, value) -> change.objection(value).ifPresent(objection -> {
            throw new IllegalArgumentException(objection);
        }));
    }

    /** A recipe as it is. */
    public static RecipeSpec named(String name) {
        return new RecipeSpec(name, Map.of());
    }

    /**
     * Reads {@link #text()}.
     *
     * @throws IllegalArgumentException if it says no recipe
     */
    public static RecipeSpec parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return named(text.strip());
        }
        Map<RecipeChange, Double> changes = new EnumMap<>(RecipeChange.class);
        for (String part : text.substring(colon + 1).split(",", -1)) {
            String[] sides = part.split("=", -1);
            RecipeChange change = RecipeChange.of(sides[0].strip())
                    .orElseThrow(() -> new IllegalArgumentException(
                            "After a recipe's colon %s may be set, found \"%s\". Maybe %s:rate=0.01."
                                    .formatted(
                                            String.join(", ", RecipeChange.keys()), part, text.substring(0, colon))));
            if (sides.length != 2 || changes.put(change, number(change, sides[1])) != null) {
                throw new IllegalArgumentException(
                        "A recipe sets %s once and to a number, found \"%s\". Maybe %s:%s=0.01."
                                .formatted(change.key(), text, text.substring(0, colon), change.key()));
            }
        }
        return new RecipeSpec(text.substring(0, colon).strip(), changes);
    }

    private static double number(RecipeChange change, String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException(
                    "%s needs a number, found \"%s\". Maybe %s=0.01.".formatted(change.key(), text, change.key()),
                    noNumber);
        }
    }

    /** The value that takes the place of the recipe's. */
    public Optional<Double> changed(RecipeChange change) {
        return Optional.ofNullable(changes.get(change));
    }

    /** A short form to read, store and compare. */
    public String text() {
        return changes.isEmpty()
                ? name
                : name
                        + changes.entrySet().stream()
                                .map(change -> change.getKey().key() + "=" + RecipeChange.plain(change.getValue()))
                                .collect(Collectors.joining(",", ":", ""));
    }
}
