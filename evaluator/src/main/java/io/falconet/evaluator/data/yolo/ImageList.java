package io.falconet.evaluator.data.yolo;

import io.falconet.evaluator.data.Fault;
import io.falconet.evaluator.data.Folders;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A text file that names an image a line.
 *
 * @param root from which files are named in messages
 */
record ImageList(Path root, Path file) {
    private static final int DEPTH = 8;

    /** Whether every line of a text file ends like an image's name. */
    static boolean is(Path file) {
        List<String> lines =
                Folders.lines(file).stream().filter(line -> !line.isBlank()).toList();
        return !lines.isEmpty() && lines.stream().allMatch(line -> image(line.strip()));
    }

    /** The images of a list, or all below a folder. */
    static List<Path> images(Path root, Path listOrFolder, List<Fault> faults) {
        return Files.isDirectory(listOrFolder)
                ? Folders.walk(listOrFolder, DEPTH).stream()
                        .filter(Folders::image)
                        .toList()
                : new ImageList(root, listOrFolder).images(faults);
    }

    /** The images that are there; the others are told, together where there is none at all. */
    List<Path> images(List<Fault> faults) {
        List<String> lines = Folders.lines(file);
        Set<Path> found = new LinkedHashSet<>();
        List<Fault> absent = new ArrayList<>();
        String name = Folders.shown(root, file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty()) {
                String where = name + ":" + (i + 1);
                resolve(line)
                        .ifPresentOrElse(
                                found::add,
                                () -> absent.add(new Fault(
                                        Fault.Kind.UNRESOLVED_LIST,
                                        where,
                                        "names " + line + ", which is not there; left out")));
            }
        }
        if (found.isEmpty() && !absent.isEmpty()) {
            faults.add(new Fault(
                    Fault.Kind.UNRESOLVED_LIST,
                    name + ":1",
                    "names %d images, none of which is there, such as %s; the list is left out"
                            .formatted(
                                    absent.size(),
                                    lines.stream()
                                            .filter(line -> !line.isBlank())
                                            .findFirst()
                                            .orElse(""))));
        } else {
            faults.addAll(absent);
        }
        return List.copyOf(found);
    }

    /** Darknet's lists are relative to where it was started, so several folders are tried. */
    private Optional<Path> resolve(String line) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Path base = root.toAbsolutePath();
            return Stream.of(folder, folder.getParent(), base, base.getParent())
                    .filter(Objects::nonNull)
                    .map(start -> start.resolve(line.replace('\\', '/')).normalize())
                    .filter(Files::isRegularFile)
                    .findFirst();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static boolean image(String line) {
        try {
            return line.length() > 1 && Folders.image(Path.of(line.replace('\\', '/')));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
