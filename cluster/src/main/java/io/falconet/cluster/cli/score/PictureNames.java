package io.falconet.cluster.cli.score;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Names of pictures in a folder: those of their images, counted on where two images have the same. One a run. */
final class PictureNames {
    private final Path folder;
    private final Set<Path> given = new HashSet<>();

    PictureNames(Path folder) {
        this.folder = folder;
    }

    /** A new name for the picture of an image; never that of the image itself. */
    Path of(Path image) {
        String name = image.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        Path picture = folder.resolve(stem + ".png");
        Path original = image.toAbsolutePath().normalize();
        for (int count = 2; picture.toAbsolutePath().normalize().equals(original) || given.contains(picture); count++) {
            picture = folder.resolve(stem + "-" + count + ".png");
        }
        given.add(picture);
        return picture;
    }
}
