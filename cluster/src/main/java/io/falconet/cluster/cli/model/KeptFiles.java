package io.falconet.cluster.cli.model;

import io.falconet.cluster.cli.terminal.Requests;
import io.falconet.cluster.driver.RequestException;
import io.falconet.evaluator.ProducedArtifact;
import io.falconet.evaluator.export.Configuration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The files of a model where they are kept: in a folder, in a zip, or in the store. They are read when they are asked for.
 *
 * @param where they are, for messages
 * @param contents by name
 */
public record KeptFiles(String where, Map<String, Supplier<byte[]>> contents) {
    private static final String ZIP = ".zip";

    public KeptFiles {
        contents = Collections.unmodifiableMap(new LinkedHashMap<>(contents));
    }

    /**
     * Those that train or export wrote to a folder or a zip; nothing where there is neither, or a folder without a
     * configuration.
     *
     * @throws RequestException if the zip is none, or holds no configuration
     */
    static Optional<KeptFiles> at(Path path) {
        if (Files.isDirectory(path)) {
            return Optional.of(folder(path)).filter(kept -> kept.has(ProducedArtifact.CONFIGURATION));
        }
        return Files.isRegularFile(path) && path.toString().endsWith(ZIP) ? Optional.of(zip(path)) : Optional.empty();
    }

    /** Those of a folder. */
    static KeptFiles folder(Path folder) {
        Map<String, Supplier<byte[]>> contents = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(Files::isRegularFile)
                    .sorted()
                    .forEach(file -> contents.put(file.getFileName().toString(), () -> read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new KeptFiles(folder.toString(), contents);
    }

    /** Those that lie beside the configuration in a zip, whatever its folder is called. */
    private static KeptFiles zip(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            String configuration = zip.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.equals(ProducedArtifact.CONFIGURATION)
                            || name.endsWith("/" + ProducedArtifact.CONFIGURATION))
                    .findFirst()
                    .orElseThrow(() -> notOurs(file, "one without " + ProducedArtifact.CONFIGURATION));
            String folder =
                    configuration.substring(0, configuration.length() - ProducedArtifact.CONFIGURATION.length());
            Map<String, Supplier<byte[]>> contents = new LinkedHashMap<>();
            zip.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith(folder) && name.indexOf('/', folder.length()) < 0)
                    .forEach(name -> contents.put(name.substring(folder.length()), () -> read(file, name)));
            return new KeptFiles(file.toString(), contents);
        } catch (IOException e) {
            throw notOurs(file, e.getMessage());
        }
    }

    private static RequestException notOurs(Path file, String found) {
        return new RequestException(
                "%s: expected a zip that falconet export wrote, found: %s.".formatted(file, found),
                "it was cut short on its way here, or is of another program.");
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file, String entry) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.getInputStream(zip.getEntry(entry)).readAllBytes();
        } catch (IOException e) {
            throw notOurs(file, "a damaged %s (%s)".formatted(entry, e.getMessage()));
        }
    }

    /** Whether there is a file of that name. */
    public boolean has(String name) {
        return contents.containsKey(name);
    }

    /** Where a file of that name is or would be. */
    String path(String name) {
        return Path.of(where).resolve(name).toString();
    }

    /**
     * A file's content.
     *
     * @param configuration that may name its digest
     * @throws RequestException if it is not there, or not the one that the configuration names
     */
    byte[] content(String name, Configuration configuration) {
        if (!has(name)) {
            throw new RequestException(
                    "%s was expected beside %s, found %s."
                            .formatted(
                                    path(name), ProducedArtifact.CONFIGURATION, String.join(", ", contents.keySet())),
                    ConfiguredFiles.REMEDY);
        }
        byte[] content = contents.get(name).get();
        configuration
                .file(name)
                .ifPresent(exported -> Requests.check(() -> {
                    exported.check(content, path(name));
                    return content;
                }));
        return content;
    }
}
