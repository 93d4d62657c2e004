package io.falconet.space.study;

import io.falconet.space.problem.Spelling;
import io.falconet.space.yaml.YamlValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Where a study's data are.
 *
 * @param base folder to which paths are relative
 * @param needed whether what they name must be there
 */
record DataPaths(Path base, boolean needed) {
    /** The absolute path of a file. */
    Optional<String> file(YamlValue value) {
        return path(value, "file", Files::isRegularFile);
    }

    /** The absolute path of a folder. */
    Optional<String> folder(YamlValue value) {
        return path(value, "folder", Files::isDirectory);
    }

    /** The absolute path of either. */
    Optional<String> fileOrFolder(YamlValue value) {
        return path(value, "folder or file", Files::exists);
    }

    private Optional<String> path(YamlValue value, String kind, Predicate<Path> there) {
        return value.text().flatMap(text -> {
            try {
                Path path = base.resolve(text).toAbsolutePath().normalize();
                if (needed && !there.test(path)) {
                    value.problem(
                            "%s needs a %s, found %s at %s."
                                    .formatted(
                                            value.path(), kind, Files.exists(path) ? "something else" : "none", path),
                            neighbour(path)
                                    .map(name -> "Maybe " + name + " is meant.")
                                    .orElse("Maybe the path is misspelled; it is relative to the study file."));
                }
                return Optional.of(path.toString());
            } catch (InvalidPathException wrong) {
                value.problem(
                        "%s needs a path, found %s.".formatted(value.path(), wrong.getMessage()),
                        "Maybe a stray character.");
                return Optional.empty();
            }
        });
    }

    /** What the folder holds under a name like that. */
    private static Optional<String> neighbour(Path missing) {
        Path folder = missing.getParent();
        if (folder == null || Files.exists(missing) || !Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            List<String> names = entries.map(entry -> entry.getFileName().toString())
                    .sorted()
                    .toList();
            return Spelling.nearest(missing.getFileName().toString(), names);
        } catch (IOException | UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }
}
