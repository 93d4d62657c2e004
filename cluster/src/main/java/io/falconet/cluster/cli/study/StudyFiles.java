package io.falconet.cluster.cli.study;

import io.falconet.space.space.SearchSpace;
import io.falconet.space.space.SearchSpaces;
import io.falconet.space.study.StudyException;
import io.falconet.space.study.StudyReader;
import io.falconet.space.study.StudySpec;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Study files, read with all search spaces known. */
public final class StudyFiles {
    private StudyFiles() {}

    /**
     * The study of a file.
     *
     * @throws StudyException if the file has mistakes: all of them, with their lines
     */
    public static StudySpec read(Path file) throws StudyException {
        return new StudyReader(SearchSpaces.names().stream()
                        .map(SearchSpaces::named)
                        .collect(Collectors.toMap(SearchSpace::name, Function.identity())))
                .read(file);
    }
}
