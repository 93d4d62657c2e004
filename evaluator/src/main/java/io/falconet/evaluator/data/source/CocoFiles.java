package io.falconet.evaluator.data.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.falconet.evaluator.data.CocoReader;
import io.falconet.evaluator.data.DatasetException;
import io.falconet.evaluator.data.Folders;
import io.falconet.evaluator.data.JsonFile;
import io.falconet.evaluator.data.Split;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The COCO files of a folder, and the folders of their images. */
final class CocoFiles {
    private static final int DEPTH = 2;
    private static final int FIRST = 20;

    private CocoFiles() {}

    /** The files: the path itself, or those in it and in the folders of it. */
    static List<Path> in(Path path) {
        if (Files.isRegularFile(path)) {
            return Folders.extension(path).equals("json") ? List.of(path) : List.of();
        }
        return Folders.walk(path, DEPTH).stream()
                .filter(file -> Folders.extension(file).equals("json") && Files.isRegularFile(file))
                .filter(CocoFiles::annotations)
                .toList();
    }

    /** Every file as a part. */
    static List<Split> read(Path path, Optional<Path> images) {
        List<Path> files = in(path);
        List<Split> splits = new ArrayList<>();
        for (Path file : files) {
            splits.add(new Split(
                    name(file, files.size()), file, CocoReader.read(file, images.orElseGet(() -> images(file)))));
        }
        return splits;
    }

    private static boolean annotations(Path file) {
        try {
            JsonNode root = JsonFile.read(file, "COCO annotations");
            return Stream.of("images", "annotations", "categories")
                    .allMatch(section -> root.path(section).isArray());
        } catch (DatasetException e) {
            // a file cut short would go unnoticed if it were passed over
            return Split.known(Split.purpose(Folders.stem(file)));
        }
    }

    private static String name(Path file, int files) {
        String own = Split.purpose(Folders.stem(file));
        Path folder = file.toAbsolutePath().normalize().getParent().getFileName();
        String parent = folder == null ? own : Split.purpose(folder.toString());
        if (Split.known(own)) {
            return own;
        }
        return Split.known(parent) ? parent : files == 1 ? Split.ALL : own;
    }

    /** The first of the usual folders that has one of the first images; else {@code images}, or the file's own. */
    static Path images(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        Path above = Optional.ofNullable(folder.getParent()).orElse(folder);
        String stem = Folders.stem(file);
        String last = stem.substring(stem.lastIndexOf('_') + 1);
        String purpose = Split.purpose(stem);
        JsonNode listed = JsonFile.read(file, "COCO annotations").path("images");
        return Stream.of(folder, above)
                .flatMap(base -> Stream.of("images", last, purpose, "images/" + last, "images/" + purpose, "")
                        .map(base::resolve))
                .filter(candidate -> holds(candidate, listed))
                .findFirst()
                .orElse(Files.isDirectory(folder.resolve("images")) ? folder.resolve("images") : folder);
    }

    private static boolean holds(Path folder, JsonNode listed) {
        for (int i = 0; i < Math.min(FIRST, listed.size()); i++) {
            try {
                if (Files.isRegularFile(
                        folder.resolve(listed.get(i).path("file_name").asText("?")))) {
                    return true;
                }
            } catch (InvalidPathException e) {
                // the reader tells of it
            }
        }
        return false;
    }
}
