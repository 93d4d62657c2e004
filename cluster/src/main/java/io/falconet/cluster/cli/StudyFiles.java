package io.falconet.cluster.cli;

import io.falconet.space.space.SearchSpace;
import io.falconet.space.space.SearchSpaces;
import io.falconet.space.study.StudyException;
import io.falconet.space.study.StudyReader;
import io.falconet.space.study.StudySpec;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Study files, read with all search spaces known. */
final class StudyFiles {
    private StudyFiles() {}

    static StudySpec read(Path file) throws StudyException {
        return new StudyReader(SearchSpaces.names().stream()
                        .map(SearchSpaces::named)
                        .collect(Collectors.toMap(SearchSpace::name, Function.identity())))
                .read(file);
    }
}
