package io.falconet.evaluator;

import io.falconet.evaluator.data.DatasetException;
import io.falconet.evaluator.data.Folders;
import io.falconet.evaluator.data.pack.PackedData;
import io.falconet.space.study.StudySpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

/**
 * Keeps data sets once they are read, for all evaluations of a JVM. Annotations that change are read again; images are
 * taken to stay as they are. Thread-safe; who asks for a set that is being read waits for it.
 */
final class TrialDataShelf {
    private record Key(StudySpec.DataSpec data, List<FileTime> changed) {}

    private static final int DEPTH = 5;

    private final ConcurrentMap<Key, TrialData> held = new ConcurrentHashMap<>();

    /**
     * The data of that description.
     *
     * @throws DatasetException if they cannot be used
     */
    TrialData get(StudySpec.DataSpec data) {
        Key key = new Key(data, changes(data));
        return held.computeIfAbsent(key, unread -> TrialData.read(data));
    }

    private static List<FileTime> changes(StudySpec.DataSpec data) {
        if (data.path().isEmpty()) {
            return List.of(changed(Path.of(data.train())), changed(Path.of(data.validation())));
        }
        Path path = Path.of(data.path());
        return List.of(PackedData.in(path) ? changed(path.resolve(PackedData.MANIFEST)) : changedBelow(path));
    }

    /** When anything but an image was last changed, or a file came or went. */
    private static FileTime changedBelow(Path path) {
        return Stream.concat(Stream.of(path), Folders.walk(path, DEPTH).stream())
                .filter(file -> !Folders.image(file))
                .map(TrialDataShelf::changed)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static FileTime changed(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new DatasetException(
                    "Labels were expected at %s, found nothing that can be read.%nMaybe it was moved, or this machine does not see it."
                            .formatted(file),
                    e);
        }
    }
}
