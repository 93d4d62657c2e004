package io.falconet.dashboard.page;

import io.falconet.space.space.Architecture;
import io.falconet.space.space.GivenParameters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An architecture's decisions in few words: those on one part of the network stand together. */
public final class Decisions {
    private Decisions() {}

    /** Options by part: {@code stage2 -> "ghost, width 96, depth 3"}. Empty where the text is no architecture. */
    public static Map<String, String> byPart(String architecture) {
        Map<String, String> parts = new LinkedHashMap<>();
        parsed(architecture).ifPresent(known -> known.decisions().forEach((choice, option) -> {
            int dot = choice.indexOf('.');
            boolean number = dot >= 0 && option.matches("[0-9.]+");
            String words = number ? choice.substring(dot + 1) + " " + option : option;
            parts.merge(dot < 0 ? choice : choice.substring(0, dot), words, (a, b) -> a + ", " + b);
        }));
        return parts;
    }

    /** The architecture of that text, where it is one, or the parameters that another program varied in its place. */
    public static Optional<Architecture> parsed(String text) {
        Optional<GivenParameters> given = GivenParameters.parse(text);
        if (given.isPresent()) {
            return given.map(parameters -> new Architecture(GivenParameters.SPACE, parameters.values()));
        }
        try {
            return Optional.of(Architecture.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** All on one line. */
    public static String line(String architecture) {
        StringBuilder line = new StringBuilder();
        byPart(architecture).forEach((part, options) -> line.append(line.isEmpty() ? "" : " · ")
                .append(part)
                .append(' ')
                .append(options));
        return line.isEmpty() ? architecture : line.toString();
    }
}
