package io.falconet.evaluator;

import io.falconet.evaluator.data.DatasetException;
import io.falconet.space.study.StudySpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Keeps data sets once they are read, for all evaluations of a JVM. Annotations that change are read again; images are
 * taken to stay as they are. Thread-safe; who asks for a set that is being read waits for it.
 */
final class TrialDataShelf {
    private record Key(StudySpec.DataSpec data, FileTime train, FileTime validation) {}

    private final ConcurrentMap<Key, TrialData> held = new ConcurrentHashMap<>();

    /**
     * The data of that description.
     *
     * @throws DatasetException if they cannot be used
     */
    TrialData get(StudySpec.DataSpec data) {
        Key key = new Key(data, changed(data.train()), changed(data.validation()));
        return held.computeIfAbsent(key, unread -> TrialData.read(data));
    }

    private static FileTime changed(String file) {
        try {
            return Files.getLastModifiedTime(Path.of(file));
        } catch (IOException e) {
            throw new DatasetException(
                    "A COCO json file was expected at %s, found nothing that can be read.%nMaybe it was moved, or this machine does not see it."
                            .formatted(file),
                    e);
        }
    }
}
