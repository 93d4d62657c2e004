package io.falconet.evaluator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells code apart that bears the same version, as all builds between two releases do: a digest of Falconet's own classes
 * as they run, from jars or folders alike.
 */
final class CodeDigest {
    private static final String OWN = "io/falconet";

    private final MessageDigest digest;

    private CodeDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** Eight hexadecimal digits over all that lies where these classes were loaded from. */
    static String of(Class<?>... anchors) {
        CodeDigest code = new CodeDigest();
        try {
            for (Class<?> anchor : anchors) {
                code.add(Path.of(anchor.getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Running code can be read.", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Running code lies at a proper address.", e);
        }
        return HexFormat.of().formatHex(code.digest.digest()).substring(0, 8);
    }

    private void add(Path source) throws IOException {
        if (Files.isDirectory(source)) {
            addFolder(source);
        } else {
            try (FileSystem jar = FileSystems.newFileSystem(source)) {
                addFolder(jar.getPath("/"));
            }
        }
    }

    private void addFolder(Path root) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(root.resolve(OWN))) {
            files = all.filter(Files::isRegularFile)
                    .sorted((a, b) -> a.toString().compareTo(b.toString()))
                    .toList();
        }
        for (Path file : files) {
            digest.update(root.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(file));
        }
    }
}
