package io.falconet.dashboard;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A command line taken apart: options with values, {@code --name value} or {@code --name=value}, and flags, in any order. */
final class CommandLine {
    private final Map<String, String> given = new LinkedHashMap<>();

    /**
     * Takes one apart.
     *
     * @throws IllegalArgumentException if an option is unknown, lacks its value, or is a flag and has one
     */
    CommandLine(Set<String> options, Set<String> flags, String usage, String... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            String[] parts = arguments[i].split("=", 2);
            if (flags.contains(parts[0]) && parts.length == 1) {
                given.put(parts[0], "");
                continue;
            }
            if (!options.contains(parts[0])) {
                throw new IllegalArgumentException("Expected an option of the dashboard, found \"" + arguments[i]
                        + "\".\nMaybe a typing error?\n" + usage);
            }
            if (parts.length == 1 && i + 1 == arguments.length) {
                throw new IllegalArgumentException(
                        "Expected a value after " + parts[0] + ", found the end of the line.\n" + usage);
            }
            given.put(parts[0], parts.length == 2 ? parts[1] : arguments[++i]);
        }
    }

    /** The value of an option. */
    Optional<String> value(String option) {
        return Optional.ofNullable(given.get(option));
    }

    /** Whether a flag was given. */
    boolean has(String flag) {
        return given.containsKey(flag);
    }
}
