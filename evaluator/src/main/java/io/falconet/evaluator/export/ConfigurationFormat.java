package io.falconet.evaluator.export;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The form of configuration files: JSON, indented for people. What it writes it reads back as an equal value. */
public final class ConfigurationFormat {
    private static final JsonPointer FIDELITY = JsonPointer.compile("/measured/provenance/fidelity");

    private final JsonMapper mapper = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** The file's content, in UTF-8. */
    public byte[] write(Configuration configuration) {
        try {
            return (mapper.writeValueAsString(configuration) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A configuration of plain values can always be written.", e);
        }
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException if it is not a configuration of this version
     * @throws IOException if it cannot be read
     */
    public Configuration read(Path file) throws IOException {
        return read(Files.readAllBytes(file), file.toString());
    }

    /**
     * Reads a file's content.
     *
     * @param name by which messages call it
     * @throws IllegalArgumentException if it is not a configuration of this version
     */
    public Configuration read(byte[] content, String name) {
        try {
            JsonNode tree = mapper.readTree(content);
            ConfigurationFields.check(tree, name);
            if (tree.at(FIDELITY) instanceof ObjectNode fidelity && !fidelity.has("schedule")) {
                // of an earlier release, which knew whole trainings at the whole size alone
                fidelity.set("schedule", fidelity.path("epochs"));
                fidelity.put("pixels", 1);
            }
            return mapper.treeToValue(tree, Configuration.class);
        } catch (JsonProcessingException e) {
            throw unreadable(name, e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw unreadable(name, e.getMessage(), e);
        }
    }

    private static IllegalArgumentException unreadable(String name, String why, Exception cause) {
        return new IllegalArgumentException(
                "%s: expected a Falconet configuration in JSON, found: %s. Maybe the file was cut short or edited."
                        .formatted(name, why),
                cause);
    }
}
