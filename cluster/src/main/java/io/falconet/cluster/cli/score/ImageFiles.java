package io.falconet.cluster.cli.score;

import io.falconet.cluster.driver.RequestException;
import io.falconet.evaluator.data.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Image files as they are named on the command line: themselves, or by their folder. */
final class ImageFiles {
    private ImageFiles() {}

    /**
     * The files named, and those of the folders named, in the order of their names.
     *
     * @throws RequestException if one is not there, or a folder holds none
     */
    static List<Path> of(List<Path> named) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : named) {
            if (Files.isDirectory(path)) {
                files.addAll(in(path));
            } else if (Files.isRegularFile(path)) {
                files.add(path);
            } else {
                throw new RequestException(
                        "An image or a folder of images was expected at " + path + ", found nothing.",
                        "the path is relative to another folder.");
            }
        }
        return files;
    }

    private static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> images = all.filter(Folders::image).sorted().toList();
            if (images.isEmpty()) {
                throw new RequestException(
                        "A folder of images was expected at %s, found none that is named like one, such as photo.jpg."
                                .formatted(folder),
                        "they are in a folder below it.");
            }
            return images;
        }
    }
}
