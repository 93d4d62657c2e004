package io.falconet.evaluator.coco;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconet.evaluator.data.DatasetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads lists of objects in json, one object at a time, so that the size of a file does not matter: memory is that of an
 * object's wanted fields.
 *
 * @param file to read
 * @param what it should hold, for messages, such as "detections"
 */
record EntryReader(Path file, String what) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What to do with the entries of a list.
     *
     * @param wanted fields that are read; others are skipped unseen
     */
    record Listener(Set<String> wanted, Consumer<Entry> entry) {}

    private interface Reading {
        void read(JsonParser parser) throws IOException;
    }

    /**
     * Reads a file that is one list.
     *
     * @throws DatasetException where it is not
     */
    void list(Listener listener) {
        parse(parser -> {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new DatasetException(
                        "A list of %s was expected in %s, found %s.%nMaybe the file holds annotations: ground truth and detections are easily taken for each other."
                                .formatted(what, file, name(parser.currentToken())));
            }
            entries(parser, "", listener);
        });
    }

    /**
     * Reads a file that is an object with some lists, in any order.
     *
     * @throws DatasetException where one of them is missing
     */
    void lists(Map<String, Listener> listeners) {
        Set<String> missing = new HashSet<>(listeners.keySet());
        parse(parser -> {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new DatasetException(
                        "An object with %s was expected in %s, found %s.%nMaybe the file holds detections: ground truth and detections are easily taken for each other."
                                .formatted(what, file, name(parser.currentToken())));
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                JsonToken value = parser.nextToken();
                if (listeners.containsKey(field) && value == JsonToken.START_ARRAY) {
                    missing.remove(field);
                    entries(parser, field, listeners.get(field));
                } else {
                    parser.skipChildren();
                }
            }
        });
        missing.stream().sorted().findFirst().ifPresent(list -> {
            throw new DatasetException(
                    "A list \"%s\" was expected in %s, found none.%nMaybe the file is in another format than COCO's."
                            .formatted(list, file));
        });
    }

    private void entries(JsonParser parser, String list, Listener listener) throws IOException {
        int index = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonLocation at = parser.currentTokenLocation();
            Map<String, JsonNode> fields = new HashMap<>();
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String field = parser.currentName();
                    parser.nextToken();
                    if (listener.wanted().contains(field)) {
                        fields.put(field, parser.readValueAsTree());
                    } else {
                        parser.skipChildren();
                    }
                }
            } else {
                parser.skipChildren();
            }
            listener.entry().accept(new Entry(list, index++, at.getLineNr(), at.getColumnNr(), fields));
        }
    }

    private void parse(Reading reading) {
        if (!Files.isRegularFile(file)) {
            throw new DatasetException(
                    "A json file with %s was expected at %s, found %s.%nMaybe the path is relative to another folder."
                            .formatted(what, file, Files.isDirectory(file) ? "a folder" : "nothing"));
        }
        try (JsonParser parser = JSON.getFactory().createParser(file.toFile())) {
            reading.read(parser);
            if (parser.nextToken() != null) {
                JsonLocation at = parser.currentTokenLocation();
                throw broken(at, "more after the end", null);
            }
        } catch (JsonProcessingException e) {
            throw broken(e.getLocation(), e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new DatasetException(
                    "%s could not be read: %s.%nMaybe it lacks the right to read.".formatted(file, e.getMessage()), e);
        }
    }

    private DatasetException broken(JsonLocation at, String found, Exception cause) {
        return new DatasetException(
                "Json was expected in %s, found at line %d, column %d: %s.%nMaybe the file was cut short or edited by hand; a comma or bracket too many or too few is the usual cause."
                        .formatted(file, at.getLineNr(), at.getColumnNr(), found),
                cause);
    }

    private static String name(JsonToken token) {
        if (token == null) {
            return "nothing";
        }
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_STRING -> "a text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            default -> "another kind of value";
        };
    }
}
