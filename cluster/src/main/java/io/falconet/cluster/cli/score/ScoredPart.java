package io.falconet.cluster.cli.score;

import io.falconet.cluster.cli.data.NamedData;
import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.driver.RequestException;
import io.falconet.evaluator.coco.CocoTruth;
import io.falconet.evaluator.coco.CocoTruthReader;
import io.falconet.evaluator.coco.EntryFaults;
import io.falconet.evaluator.data.CocoReader;
import io.falconet.evaluator.data.Folders;
import io.falconet.evaluator.data.Split;
import io.falconet.evaluator.data.source.LabelFormat;
import io.falconet.evaluator.data.source.LabelledData;
import io.falconet.space.study.StudySpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What part of labelled data is scored on, as it is named on the command line. */
final class ScoredPart {
    private static final List<String> DESCRIPTIONS = List.of("yaml", "yml", "data", "txt");

    @Option(
            names = {"--split", "--part"},
            paramLabel = "NAME",
            description =
                    "The part of the data: train, val, test or all (default: val, else test, or all where nothing is split).")
    private String name;

    @Option(
            names = "--labels",
            paramLabel = "FORMAT",
            description = "Of the data: ${COMPLETION-CANDIDATES} (default: found by looking).")
    private LabelFormat labels;

    /**
     * That part of data, with its images.
     *
     * @param images folder of the images of COCO files; null where it is one of the usual ones
     */
    Split of(NamedData named, Path images) {
        StudySpec.DataSpec data = named.data();
        if (!data.path().isEmpty()) {
            return in(
                    LabelledData.read(Path.of(data.path()), Optional.ofNullable(labels), Optional.ofNullable(images)));
        }
        String part = name == null ? Split.VALIDATION : Split.purpose(name);
        Path file = Path.of(
                switch (part) {
                    case Split.TRAIN -> data.train();
                    case Split.VALIDATION -> data.validation();
                    default ->
                        throw new RequestException(
                                "A study has a part train and a part val, found --split " + part + ".", "--split val.");
                });
        return new Split(part, file, CocoReader.read(file, images == null ? Path.of(data.images()) : images));
    }

    private Split in(LabelledData data) {
        return name == null ? data.scored() : data.named(Split.purpose(name));
    }

    /**
     * The ground truth of that part, without its images: COCO's as the COCO project's evaluator takes it, labels of other
     * formats as training takes them, which is told with what is wrong with them.
     */
    CocoTruth truth(Path path, EntryFaults faults, Console console) {
        boolean described =
                labels == null ? DESCRIPTIONS.contains(Folders.extension(path)) : labels != LabelFormat.coco;
        boolean json = !described && !Files.isDirectory(path);
        if (json) {
            if (name != null) {
                throw new RequestException(
                        "A json file is one part, found --split %s beside %s.".formatted(name, path),
                        "leave --split away, or name the folder of the file.");
            }
            return CocoTruthReader.read(path, faults);
        }
        LabelledData data = LabelledData.read(path, Optional.ofNullable(labels), Optional.empty());
        Split split = in(data);
        console.say("%s is %s; its part %s is taken.", path, data.format().label(), split.name());
        if (data.format() == LabelFormat.coco) {
            return CocoTruthReader.read(split.labels(), faults);
        }
        tell(split, console);
        return CocoTruth.of(split.reading().dataset());
    }

    /** Tells what is wrong with a part, if anything is. */
    static void tell(Split split, Console console) {
        split.reading().summary().lines().forEach(line -> console.pass("  " + line));
    }

    /** The same options as somebody would type them, to be put behind a command; empty where all are the defaults. */
    String typed() {
        return (name == null ? "" : " --split " + name) + (labels == null ? "" : " --labels " + labels);
    }
}
