package io.falconet.evaluator.data.yolo;

import io.falconet.evaluator.data.DatasetException;
import io.falconet.evaluator.data.Fault;
import io.falconet.evaluator.data.Folders;
import io.falconet.evaluator.data.Split;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads darknet's {@code .data} file: lines {@code train = list}, {@code valid = list}, {@code names = file}. */
final class DarknetData {
    private DarknetData() {}

    /**
     * Reads a file.
     *
     * @throws DatasetException where it names neither train nor valid
     */
    static YoloDescription read(Path file) {
        Path root = file.toAbsolutePath().normalize().getParent();
        List<Fault> faults = new ArrayList<>();
        Map<String, List<Path>> parts = new LinkedHashMap<>();
        List<String> classes = List.of();
        List<String> lines = Folders.lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String[] pair = lines.get(i).split("=", 2);
            String key = pair[0].strip();
            if (pair.length < 2 || !List.of("train", "valid", "names").contains(key)) {
                continue;
            }
            String where = file.getFileName() + ":" + (i + 1);
            Optional<Path> place = place(root, pair[1].strip());
            if (place.isEmpty()) {
                faults.add(new Fault(
                        Fault.Kind.UNRESOLVED_LIST, where, "names %s, which is not there".formatted(pair[1].strip())));
            } else if (key.equals("names")) {
                classes = ClassNames.read(place.get());
            } else {
                parts.put(
                        key.equals("train") ? Split.TRAIN : Split.VALIDATION,
                        ImageList.images(root, place.get(), faults));
            }
        }
        if (parts.isEmpty() && faults.isEmpty()) {
            throw new DatasetException(
                    "Lines such as train = train.txt were expected in %s, found none.%nMaybe it is another kind of file."
                            .formatted(file));
        }
        return new YoloDescription(root, classes, parts, faults);
    }

    /** What such a file names is relative to where darknet was started, mostly a folder further up. */
    private static Optional<Path> place(Path root, String text) {
        return Stream.of(root, root.getParent())
                .filter(Objects::nonNull)
                .map(base -> base.resolve(text).normalize())
                .filter(Files::exists)
                .findFirst();
    }
}
