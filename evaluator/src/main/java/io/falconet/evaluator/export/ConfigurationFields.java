package io.falconet.evaluator.export;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a configuration file cannot be without: says of another file what is missing, and why that may be. */
final class ConfigurationFields {
    private static final String CUT = "the file was cut short or edited.";

    private static final Map<String, JsonNodeType> NEEDED = new LinkedHashMap<>();

    static {
        NEEDED.put("/model", JsonNodeType.OBJECT);
        NEEDED.put("/model/architecture", JsonNodeType.STRING);
        NEEDED.put("/model/networkId", JsonNodeType.STRING);
        NEEDED.put("/model/classes", JsonNodeType.ARRAY);
        NEEDED.put("/model/input", JsonNodeType.OBJECT);
        NEEDED.put("/model/input/name", JsonNodeType.STRING);
        NEEDED.put("/model/input/width", JsonNodeType.NUMBER);
        NEEDED.put("/model/input/height", JsonNodeType.NUMBER);
        NEEDED.put("/model/input/colours", JsonNodeType.STRING);
        NEEDED.put("/model/input/mean", JsonNodeType.ARRAY);
        NEEDED.put("/model/input/deviation", JsonNodeType.ARRAY);
        NEEDED.put("/model/outputs", JsonNodeType.ARRAY);
        NEEDED.put("/model/decoding", JsonNodeType.OBJECT);
    }

    private ConfigurationFields() {}

    /**
     * Makes sure that a file is a configuration of the version that this code reads, and whole.
     *
     * @param name by which messages call the file
     * @throws IllegalArgumentException if it is not; the message names what is missing and what is there instead
     */
    static void check(JsonNode file, String name) {
        JsonNode version = file.path("falconet");
        if (!version.isIntegralNumber()) {
            throw refusal(
                    name, ", \"falconet\": " + Configuration.VERSION, words(file), "it is another program's file.");
        }
        if (version.intValue() != Configuration.VERSION) {
            throw refusal(
                    name,
                    " of version " + Configuration.VERSION,
                    "version " + version.asText(),
                    version.intValue() > Configuration.VERSION
                            ? "it was written by a newer Falconet, which reads it."
                            : "it was edited.");
        }
        NEEDED.forEach((pointer, type) -> check(file, pointer, type, name));
        int number = 0;
        for (JsonNode exported : file.path("files")) {
            if (!exported.path("name").isTextual() || !exported.path("sha256").isTextual()) {
                throw refusal(name, " whose files have a name and a sha256", "file " + number + " without", CUT);
            }
            number++;
        }
    }

    private static void check(JsonNode file, String pointer, JsonNodeType type, String name) {
        JsonNode found = file.at(JsonPointer.compile(pointer));
        if (found.getNodeType() != type) {
            throw refusal(
                    name,
                    " with %s at %s".formatted(word(type), pointer.substring(1).replace('/', '.')),
                    words(found),
                    CUT);
        }
    }

    private static IllegalArgumentException refusal(String name, String with, String found, String remedy) {
        return new IllegalArgumentException(
                "%s: expected a Falconet configuration%s, found %s. Maybe %s".formatted(name, with, found, remedy));
    }

    private static String words(JsonNode found) {
        if (!found.isObject()) {
            return word(found.getNodeType());
        }
        List<String> keys = new ArrayList<>();
        found.fieldNames().forEachRemaining(keys::add);
        return keys.isEmpty() ? "an empty object" : "an object of " + String.join(", ", keys);
    }

    private static String word(JsonNodeType type) {
        return switch (type) {
            case OBJECT -> "an object";
            case ARRAY -> "a list";
            case STRING -> "a text";
            case NUMBER -> "a number";
            case MISSING -> "nothing";
            case BINARY, BOOLEAN, NULL, POJO -> type.name().toLowerCase(Locale.ROOT);
        };
    }
}
