package io.falconet.space.space;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A point of a search space: the decisions taken. Its {@linkplain #text() text} is canonical and parses back; its
 * identity for caching is that of the network that it builds.
 *
 * @param space the space's name
 * @param decisions option by choice, in the space's order
 */
public record Architecture(String space, Map<String, String> decisions) {
    public Architecture {
        decisions = Collections.unmodifiableMap(new LinkedHashMap<>(decisions));
    }

    /**
     * Reads an architecture's text.
     *
     * @throws IllegalArgumentException if the text is not of the form {@code space:choice=option,…}
     */
    public static Architecture parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException(
                    "An architecture reads space:choice=option,choice=option, found \"" + text + "\".");
        }
        Map<String, String> decisions = new LinkedHashMap<>();
        for (String decision : text.substring(colon + 1).split(",")) {
            String[] parts = decision.strip().split("=", 2);
            if (parts.length != 2 || decisions.put(parts[0], parts[1]) != null) {
                throw new IllegalArgumentException("An architecture decides each choice once as choice=option, found \""
                        + decision + "\" in \"" + text + "\".");
            }
        }
        return new Architecture(text.substring(0, colon).strip(), decisions);
    }

    /** The canonical text: {@code space:choice=option,…}. */
    public String text() {
        return space
                + decisions.entrySet().stream()
                        .map(decision -> decision.getKey() + "=" + decision.getValue())
                        .collect(Collectors.joining(",", ":", ""));
    }

    /** What was decided for a choice. */
    public String decision(String choice) {
        String option = decisions.get(choice);
        if (option == null) {
            throw new IllegalArgumentException("The architecture decides nothing for " + choice + "; it decides "
                    + String.join(", ", decisions.keySet()) + ".");
        }
        return option;
    }

    /** What was decided for a choice between whole numbers. */
    public int number(String choice) {
        return Integer.parseInt(decision(choice));
    }

    @Override
    public String toString() {
        return text();
    }
}
