package io.falconet.space.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Text that is stored beside the tests, and reviewed as a diff when it changes. {@code mvn test -pl search-space
 * -Dgolden=write} writes what the code gives now.
 */
public final class Golden {
    private Golden() {}

    /** Checks that the text is the stored one. */
    public static void check(String name, String text) {
        Path file = Path.of("src", "test", "resources", "golden", name + ".txt");
        try {
            if ("write".equals(System.getProperty("golden"))) {
                Files.writeString(file, text);
            }
            assertThat(text)
                    .as("golden text %s; -Dgolden=write rewrites it", name)
                    .isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
