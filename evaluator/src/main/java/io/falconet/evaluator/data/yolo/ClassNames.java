package io.falconet.evaluator.data.yolo;

import io.falconet.evaluator.data.Folders;
import java.nio.file.Path;
import java.util.List;

/** A text file with the name of a class a line. */
final class ClassNames {
    private static final List<String> FILES = List.of("classes.txt", "labels.txt", "obj.names");

    private ClassNames() {}

    /** Whether a file has such a file's name. */
    static boolean is(Path file) {
        return Folders.extension(file).equals("names")
                || FILES.contains(file.getFileName().toString());
    }

    /** The names, by class index; empty lines at the end are none. */
    static List<String> read(Path file) {
        return Folders.lines(file).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
