package io.falconet.cluster.cli.data;

import io.falconet.cluster.cli.study.StudyFiles;
import io.falconet.evaluator.data.Folders;
import io.falconet.evaluator.data.yolo.YoloReader;
import io.falconet.space.study.StudyException;
import io.falconet.space.study.StudySpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Data as {@code --data} names them: a study's, or a folder or file of any format that can be read.
 *
 * @param study whose data they are, if so
 */
public record NamedData(StudySpec.DataSpec data, Optional<StudySpec> study) {
    /** How commands describe such a parameter. */
    public static final String DESCRIPTION =
            "A folder of COCO, VOC or YOLO data, a COCO json, a data.yaml, a darknet .data file or list, or a study's file, whose data it names.";

    /**
     * The data of that name. A yaml file is a study unless it has the keys of YOLO's data files.
     *
     * @throws StudyException if it is a study file with mistakes
     */
    public static NamedData of(Path path) throws StudyException {
        if (List.of("yaml", "yml").contains(Folders.extension(path)) && !YoloReader.describes(path)) {
            StudySpec study = StudyFiles.read(path);
            return new NamedData(study.data(), Optional.of(study));
        }
        return new NamedData(
                StudySpec.DataSpec.at(path.toAbsolutePath().normalize().toString()), Optional.empty());
    }
}
