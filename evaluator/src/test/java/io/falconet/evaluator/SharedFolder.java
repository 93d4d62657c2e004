package io.falconet.evaluator;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Reference data beside the project. Tests that need them are skipped where they are absent. */
public final class SharedFolder {
    private SharedFolder() {}

    /** A file or folder in it; skips the calling test where there is none. */
    public static Path path(String relative) {
        Path path = Path.of("..", "..", "shared").resolve(relative);
        assumeTrue(Files.exists(path), () -> "skipped: there is no ../shared/" + relative + " beside the project");
        return path;
    }
}
