package io.falconet.evaluator.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Looks into folders of images and labels; always in the order of names. */
public final class Folders {
    private static final Set<String> IMAGES = Set.of("jpg", "jpeg", "png", "bmp", "gif", "tif", "tiff", "webp");

    private Folders() {}

    /** What a folder holds directly; nothing where it is none. */
    public static List<Path> list(Path folder) {
        return walk(folder, 1);
    }

    /** What a folder holds, down to a depth; nothing where it is none. */
    public static List<Path> walk(Path folder, int depth) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.walk(folder, depth)) {
            return entries.filter(entry -> !entry.equals(folder)).sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            throw new DatasetException(
                    "%s could not be read: %s.%nMaybe it lacks the right to read.".formatted(folder, e.getMessage()),
                    e);
        }
    }

    /** The lines of a text file; bytes that are no UTF-8 come back as something else instead of failing. */
    public static List<String> lines(Path file) {
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return (text.startsWith("\uFEFF") ? text.substring(1) : text)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new DatasetException(
                    "%s could not be read: %s.%nMaybe it lacks the right to read.".formatted(file, e.getMessage()), e);
        }
    }

    /** Whether a file is named like an image, readable or not. */
    public static boolean image(Path file) {
        return IMAGES.contains(extension(file))
                && !file.getFileName().toString().startsWith(".");
    }

    /** In lower case, without the dot; empty where there is none. */
    public static String extension(Path file) {
        String name = file.getFileName().toString();
        return name.contains(".") ? name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT) : "";
    }

    /** A file's name without its extension. */
    public static String stem(Path file) {
        String name = file.getFileName().toString();
        return name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
    }

    /** The first path that is there. */
    public static Optional<Path> first(Stream<Path> candidates) {
        return candidates.filter(Files::exists).findFirst();
    }

    /** A path as seen from a folder, with forward slashes; the whole path where it lies elsewhere. */
    public static String shown(Path folder, Path file) {
        Path root = folder.toAbsolutePath().normalize();
        Path path = file.toAbsolutePath().normalize();
        return (path.startsWith(root) ? root.relativize(path) : path).toString().replace('\\', '/');
    }

    /** Removes a folder with all that is in it. */
    public static void remove(Path folder) throws IOException {
        try (Stream<Path> entries = Files.walk(folder)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(entry);
            }
        }
    }
}
