package io.falconet.cluster.cli;

import io.falconet.cluster.driver.RequestException;
import io.falconet.evaluator.coco.CocoTruth;
import io.falconet.evaluator.coco.CocoTruthReader;
import io.falconet.evaluator.coco.EntryFaults;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * By which ids detections are written: those of the annotations of the same images, or counted from 1.
 *
 * @param images the id of each file to be looked at, in order
 * @param categories by class index
 */
record PredictionIds(Map<Path, Long> images, List<Long> categories) {
    /** Images by their place in the list, categories by their class index. */
    static PredictionIds counted(List<Path> files, List<String> classes) {
        Map<Path, Long> images = new LinkedHashMap<>();
        files.forEach(file -> images.putIfAbsent(file, images.size() + 1L));
        return new PredictionIds(
                images, LongStream.rangeClosed(1, classes.size()).boxed().toList());
    }

    /**
     * The ids of annotations, found by the names of files and classes; other files are left out. Warns of objects too small
     * for the model.
     *
     * @throws RequestException if none of the files or not all of the classes are among them
     */
    static PredictionIds of(Path annotations, TrainedModel model, List<Path> files, Console console) {
        CocoTruth truth = CocoTruthReader.read(annotations, new EntryFaults());
        truth.smallObjects(model.input().width(), model.input().height())
                .warning()
                .ifPresent(console::pass);
        Map<Path, Long> images = images(truth, files);
        if (images.isEmpty()) {
            throw new RequestException(
                    "Images of %s were expected, found none among the %d named, such as %s."
                            .formatted(annotations, files.size(), files.get(0)),
                    "they are of another part of the data.");
        }
        if (images.size() < files.size()) {
            console.say("%,d images are not in %s: left out.", files.size() - images.size(), annotations);
        }
        return new PredictionIds(images, categories(truth, model.description().classes(), annotations));
    }

    private static Map<Path, Long> images(CocoTruth truth, List<Path> files) {
        Map<Path, Long> byName = new HashMap<>();
        truth.images().forEach(image -> byName.put(Path.of(image.fileName()).normalize(), image.id()));
        truth.images()
                .forEach(image -> byName.putIfAbsent(Path.of(image.fileName()).getFileName(), image.id()));
        Map<Path, Long> images = new LinkedHashMap<>();
        files.forEach(file -> id(byName, file).ifPresent(id -> images.put(file, id)));
        return images;
    }

    /** By as much of its path as is known, else by its name alone. */
    private static Optional<Long> id(Map<Path, Long> byName, Path file) {
        Path path = file.toAbsolutePath().normalize();
        for (int i = 0; i < path.getNameCount(); i++) {
            Long id = byName.get(path.subpath(i, path.getNameCount()));
            if (id != null) {
                return Optional.of(id);
            }
        }
        return Optional.empty();
    }

    private static List<Long> categories(CocoTruth truth, List<String> classes, Path annotations) {
        List<Long> categories = new ArrayList<>();
        for (String name : classes) {
            int index = truth.classes().indexOf(name);
            if (index < 0) {
                throw new RequestException(
                        "The model's class \"%s\" was expected in %s, found %s."
                                .formatted(name, annotations, truth.classes()),
                        "they are of another data set than the model's.");
            }
            categories.add(truth.categoryIds().get(index));
        }
        return categories;
    }
}
