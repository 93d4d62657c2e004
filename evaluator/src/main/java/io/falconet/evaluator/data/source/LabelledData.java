package io.falconet.evaluator.data.source;

import io.falconet.evaluator.data.DatasetException;
import io.falconet.evaluator.data.Fault;
import io.falconet.evaluator.data.Split;
import io.falconet.evaluator.data.voc.VocReader;
import io.falconet.evaluator.data.yolo.YoloReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All that is labelled in one place.
 *
 * <pre>{@code
 * LabelledData data = LabelledData.read(Path.of("bccd-voc"), Optional.empty(), Optional.empty());
 * Dataset training = data.training().reading().dataset();
 * }</pre>
 *
 * @param splits at least one; training first, then validation and test
 */
public record LabelledData(LabelFormat format, List<Split> splits) {
    private static final int MOST_LOST = 3;

    public LabelledData {
        splits = splits.stream().sorted(Comparator.comparingInt(Split::order)).toList();
    }

    /**
     * Reads a folder or file, whose format is found by looking at it unless it is said.
     *
     * @param said the format, where it is known
     * @param images folder of the images of COCO files, where it is none of the usual ones
     * @throws DatasetException where nothing labelled is found, or nothing usable is left of a part
     */
    public static LabelledData read(Path path, Optional<LabelFormat> said, Optional<Path> images) {
        if (!Files.exists(path)) {
            throw new DatasetException(
                    "A data set was expected at %s, found nothing.%nMaybe the path is relative to another folder."
                            .formatted(path));
        }
        LabelFormat format = said.or(() -> find(path)).orElseThrow(() -> nothing(path));
        List<Split> splits =
                switch (format) {
                    case coco -> CocoFiles.read(path, images);
                    case voc -> VocReader.read(path);
                    case yolo -> YoloReader.read(path);
                };
        if (splits.isEmpty()) {
            throw nothing(path);
        }
        return new LabelledData(format, splits);
    }

    private static Optional<LabelFormat> find(Path path) {
        if (!CocoFiles.in(path).isEmpty()) {
            return Optional.of(LabelFormat.coco);
        }
        if (VocReader.finds(path)) {
            return Optional.of(LabelFormat.voc);
        }
        return YoloReader.finds(path) ? Optional.of(LabelFormat.yolo) : Optional.empty();
    }

    private static DatasetException nothing(Path path) {
        return new DatasetException(
                "Labels were expected in %s: COCO json, a folder Annotations with VOC's xml, or YOLO's data.yaml or text files beside images; found none of them.%nMaybe the data lie in a folder below or above."
                        .formatted(path));
    }

    /** The part of that name. */
    public Split named(String name) {
        return find(name).orElseThrow(() -> absent(name));
    }

    /**
     * What to learn from: the training part, or all where nothing was split.
     *
     * @throws DatasetException where there are parts, but none to learn from
     */
    public Split training() {
        return splits.size() == 1 ? splits.get(0) : named(Split.TRAIN);
    }

    /**
     * What to be scored on: the validation part, or else the test part.
     *
     * @throws DatasetException where there is neither
     */
    public Split validation() {
        return find(Split.VALIDATION).or(() -> find(Split.TEST)).orElseThrow(() -> absent(Split.VALIDATION));
    }

    /**
     * What trained models and detections are scored on: the only part, or else the validation part, or else the test part.
     *
     * @throws DatasetException where there are parts, but none to be scored on
     */
    public Split scored() {
        return splits.size() == 1 ? splits.get(0) : validation();
    }

    private Optional<Split> find(String name) {
        return splits.stream().filter(split -> split.name().equals(name)).findFirst();
    }

    private DatasetException absent(String name) {
        String lost = splits.stream()
                .flatMap(split -> split.reading().faults().stream())
                .filter(fault -> fault.kind() == Fault.Kind.UNRESOLVED_LIST)
                .limit(MOST_LOST)
                .map(fault -> "%s %s%n".formatted(fault.where(), fault.message()))
                .collect(Collectors.joining());
        return new DatasetException("A part %s was expected, found %s.%n%sMaybe %s"
                .formatted(
                        name,
                        splits.stream().map(Split::name).collect(Collectors.joining(", ")),
                        lost,
                        lost.isEmpty()
                                ? "lists such as train.txt and val.txt are missing; frames of one video belong on one side."
                                : "it was moved."));
    }
}
