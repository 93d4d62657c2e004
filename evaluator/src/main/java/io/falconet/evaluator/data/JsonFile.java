package io.falconet.evaluator.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A json file that somebody else wrote. */
public final class JsonFile {
    private JsonFile() {}

    /**
     * Reads a whole file.
     *
     * @param what the file should hold, for messages, such as "COCO annotations"
     * @throws DatasetException where there is no such file, or something other than json in it, with line and column
     */
    public static JsonNode read(Path file, String what) {
        if (!Files.isRegularFile(file)) {
            throw new DatasetException(
                    "A json file with %s was expected at %s, found %s.%nMaybe the path is relative to another folder."
                            .formatted(what, file, Files.isDirectory(file) ? "a folder" : "nothing"));
        }
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (JsonProcessingException e) {
            throw new DatasetException(
                    "Json was expected in %s, found at line %d, column %d: %s.%nMaybe the file was cut short or edited by hand; a comma or bracket too many or too few is the usual cause."
                            .formatted(
                                    file,
                                    e.getLocation().getLineNr(),
                                    e.getLocation().getColumnNr(),
                                    e.getOriginalMessage()),
                    e);
        } catch (IOException e) {
            throw new DatasetException(
                    "%s could not be read: %s.%nMaybe it lacks the right to read.".formatted(file, e.getMessage()), e);
        }
    }
}
