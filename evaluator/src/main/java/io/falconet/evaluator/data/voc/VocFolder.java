package io.falconet.evaluator.data.voc;

import io.falconet.evaluator.data.Folders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder with VOC labels and their images.
 *
 * @param root holds the two
 * @param annotations holds the xml files
 * @param images holds the images
 */
record VocFolder(Path root, Path annotations, Path images) {
    private static final int DEPTH = 3;

    /** All such folders at or below a path, in the order of names. */
    static List<VocFolder> below(Path path) {
        return Stream.concat(Stream.of(path), Folders.walk(path, DEPTH).stream().filter(Files::isDirectory))
                .flatMap(folder -> at(folder).stream())
                .toList();
    }

    private static Optional<VocFolder> at(Path folder) {
        Path annotations = folder.resolve("Annotations");
        if (!Files.isDirectory(annotations) && !folder.endsWith("Annotations") && beside(folder)) {
            return Optional.of(new VocFolder(folder, folder, folder));
        }
        return Folders.list(annotations).stream().noneMatch(VocFolder::xml)
                ? Optional.empty()
                : Optional.of(new VocFolder(
                        folder,
                        annotations,
                        Folders.first(Stream.of("JPEGImages", "Images", "images")
                                        .map(folder::resolve))
                                .orElse(folder)));
    }

    /** Whether labels and images lie in one folder. */
    private static boolean beside(Path folder) {
        List<Path> files = Folders.list(folder);
        return files.stream().anyMatch(Folders::image) && files.stream().anyMatch(VocFolder::xml);
    }

    /** The label files. */
    List<Path> labels() {
        return Folders.list(annotations).stream().filter(VocFolder::xml).toList();
    }

    /** The lists that say which image serves what: {@code train.txt} and the like, but not those of single classes. */
    List<Path> lists() {
        List<Path> all = Folders.list(root.resolve("ImageSets").resolve("Main")).stream()
                .filter(file -> List.of("train", "val", "test", "trainval").contains(Folders.stem(file)))
                .toList();
        boolean parts = all.stream().anyMatch(file -> Folders.stem(file).equals("train"));
        return all.stream()
                .filter(file -> !parts || !Folders.stem(file).equals("trainval"))
                .toList();
    }

    private static boolean xml(Path file) {
        return Folders.extension(file).equals("xml");
    }
}
