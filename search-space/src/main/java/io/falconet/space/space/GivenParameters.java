package io.falconet.space.space;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What another program varied from trial to trial, as it named it: {@code lr=0.01}. It builds no network of Falconet's, so
 * it is a point of no search space; where trials keep an architecture's text they keep {@link #text()} instead, which
 * begins with a space's name that no search space has.
 *
 * @param values by parameter, in the order of their names
 */
public record GivenParameters(Map<String, String> values) {
    /** What stands in the place of a search space. */
    public static final String SPACE = "imported";

    private static final String PREFIX = SPACE + ":";

    public GivenParameters {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** The parameters in a text that {@link #text()} wrote; nothing where it is another one, such as an architecture's. */
    public static Optional<GivenParameters> parse(String text) {
        if (!text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (String each : text.substring(PREFIX.length()).split(",")) {
            int equals = each.indexOf('=');
            if (equals > 0) {
                values.put(decoded(each.substring(0, equals)), decoded(each.substring(equals + 1)));
            }
        }
        return Optional.of(new GivenParameters(values));
    }

    /**
     * One line of the form of an {@linkplain Architecture#text() architecture's}. What has a meaning there or would be lost
     * is written as in addresses of web pages: {@code %2C} for a comma.
     */
    public String text() {
        return values.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining(",", PREFIX, ""));
    }

    /** All on one line, for people. */
    public String line() {
        return values.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(" "));
    }

    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean edge = i == 0 || i == text.length() - 1;
            if (letter == ','
                    || letter == '='
                    || letter == '%'
                    || letter < ' '
                    || letter == 127
                    || letter == ' ' && edge) {
                encoded.append("%%%02X".formatted((int) letter));
            } else {
                encoded.append(letter);
            }
        }
        return encoded.toString();
    }

    private static String decoded(String text) {
        StringBuilder decoded = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '%'
                    && i + 2 < text.length()
                    && text.substring(i + 1, i + 3).matches("[0-9A-F]{2}")) {
                decoded.append((char) Integer.parseInt(text, i + 1, i + 3, 16));
                i += 2;
            } else {
                decoded.append(text.charAt(i));
            }
        }
        return decoded.toString();
    }
}
