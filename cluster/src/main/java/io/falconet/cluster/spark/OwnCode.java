package io.falconet.cluster.spark;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** Falconet's own classes among those of this JVM, as files that can be sent to where they are needed. */
final class OwnCode {
    private static final String PACKAGE = "io/falconet";

    private OwnCode() {}

    /** Whether a folder or file of the class path is Falconet's own. */
    static boolean is(Path entry) {
        if (Files.isDirectory(entry)) {
            return Files.isDirectory(entry.resolve(PACKAGE));
        }
        if (!Files.isRegularFile(entry)) {
            return false;
        }
        try (JarFile jar = new JarFile(entry.toFile())) {
            return jar.getEntry(PACKAGE + "/") != null;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Jar files with all of it.
     *
     * @param libraries whether with the libraries that it needs, and those that it does not
     * @param folder for those that have to be made of folders
     */
    static List<Path> jars(boolean libraries, Path folder) {
        List<Path> jars = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry);
            if (is(path) || libraries && Files.exists(path)) {
                jars.add(Files.isDirectory(path) ? pack(path, folder.resolve("code-" + jars.size() + ".jar")) : path);
            }
        }
        return jars;
    }

    private static Path pack(Path classes, Path jar) {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, out);
                out.closeEntry();
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to pack %s for the workers.".formatted(classes), e);
        }
    }
}
