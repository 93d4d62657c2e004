package io.falconet.evaluator.coco;

import io.falconet.evaluator.data.Folders;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the images of a ground truth by the names of their files: by as much of a path as both sides know, at least the
 * name, or the name without its extension. A name that several images share, such as {@code 1.png} of two folders, finds
 * none of them.
 */
public final class ImageNames {
    /** Images by every ending of their paths; nothing where several images end so. */
    private final Map<Path, Optional<CocoTruth.Image>> byEnding = new HashMap<>();

    private final Map<String, Optional<CocoTruth.Image>> byStem = new HashMap<>();

    /** Knows the images of a ground truth. */
    public ImageNames(CocoTruth truth) {
        truth.images().stream().filter(image -> !image.fileName().isBlank()).forEach(this::add);
    }

    private void add(CocoTruth.Image image) {
        Path path = path(image.fileName()).orElse(null);
        if (path == null) {
            return;
        }
        for (int i = 0; i < path.getNameCount(); i++) {
            byEnding.merge(path.subpath(i, path.getNameCount()), Optional.of(image), (a, b) -> Optional.empty());
        }
        byStem.merge(Folders.stem(path), Optional.of(image), (a, b) -> Optional.empty());
    }

    /** The image of that name or path, if it is one alone. */
    public Optional<CocoTruth.Image> find(String name) {
        Path path = path(name).orElse(null);
        if (path == null || name.isBlank()) {
            return Optional.empty();
        }
        for (int i = 0; i < path.getNameCount(); i++) {
            Path ending = path.subpath(i, path.getNameCount());
            if (byEnding.containsKey(ending)) {
                return byEnding.get(ending);
            }
        }
        return byStem.getOrDefault(name, Optional.empty());
    }

    private static Optional<Path> path(String name) {
        try {
            Path path = Path.of(name.replace('\\', '/')).normalize();
            return path.getNameCount() == 0 ? Optional.empty() : Optional.of(path);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
