package io.falconet.results.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Tells by a file's first bytes what it is. */
final class SourceFile {
    private static final byte[] SQLITE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final int LOOKED_AT = 4096;

    private SourceFile() {}

    /**
     * The trials of a file.
     *
     * @throws ImportException if it is none that can be imported
     */
    static Source open(ImportRequest request) {
        Path file = request.file();
        byte[] start = start(file);
        if (startsWith(start, SQLITE)) {
            return new OptunaSource(file, request.of());
        }
        if (startsWith(start, ZIP)) {
            throw new ImportException(
                    "A CSV or Optuna's sqlite was expected, found a zip, %s.%nMaybe it is a backup: falconet db restore %s."
                            .formatted(file, file));
        }
        for (byte each : start) {
            if (each == 0) {
                throw new ImportException(
                        "A CSV or Optuna's sqlite was expected, found other bytes than text in %s.%nMaybe it is a CSV in UTF-16: save it as UTF-8."
                                .formatted(file));
            }
        }
        if (request.of().isPresent()) {
            throw new ImportException(
                    "A CSV has the trials of one study, found --of %s.%nMaybe leave it out, or name Optuna's sqlite."
                            .formatted(request.of().get()));
        }
        return new CsvSource(file);
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    private static byte[] start(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            return content.readNBytes(LOOKED_AT);
        } catch (IOException e) {
            throw new ImportException(
                    "A file that can be read was expected at %s, found: %s%nMaybe it belongs to another user."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }
}
