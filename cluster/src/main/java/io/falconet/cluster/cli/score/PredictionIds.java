package io.falconet.cluster.cli.score;

import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.driver.RequestException;
import io.falconet.evaluator.coco.CocoTruth;
import io.falconet.evaluator.coco.ImageNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * By which ids and names detections are written: those of the annotations of the same images, or counted from 1.
 *
 * @param images of each file to be looked at, in order
 * @param categories by class index
 */
record PredictionIds(Map<Path, Image> images, List<Long> categories) {
    /**
     * What detections say of their image.
     *
     * @param fileName as the annotations have it
     */
    record Image(long id, String fileName) {}

    /** Images by their place in the list, categories by their class index. */
    static PredictionIds counted(List<Path> files, List<String> classes) {
        Map<Path, Image> images = new LinkedHashMap<>();
        files.forEach(file -> images.putIfAbsent(
                file, new Image(images.size() + 1L, file.getFileName().toString())));
        return new PredictionIds(
                images, LongStream.rangeClosed(1, classes.size()).boxed().toList());
    }

    /**
     * The ids of annotations, found by the names of files and classes; other files are left out.
     *
     * @param annotations where they were read, for messages
     * @param classes the model's
     * @throws RequestException if none of the files or not all of the classes are among them
     */
    static PredictionIds of(
            CocoTruth truth, Path annotations, List<String> classes, List<Path> files, Console console) {
        Map<Path, Image> images = images(truth, files);
        if (images.isEmpty()) {
            throw new RequestException(
                    "Images of %s were expected, found none among the %d named, such as %s."
                            .formatted(annotations, files.size(), files.get(0)),
                    "they are of another part of the data.");
        }
        if (images.size() < files.size()) {
            console.say("%,d images are not in %s: left out.", files.size() - images.size(), annotations);
        }
        return new PredictionIds(images, categories(truth, classes, annotations));
    }

    private static Map<Path, Image> images(CocoTruth truth, List<Path> files) {
        ImageNames names = new ImageNames(truth);
        Map<Path, Image> images = new LinkedHashMap<>();
        files.forEach(file -> names.find(file.toAbsolutePath().toString())
                .ifPresent(image -> images.put(file, new Image(image.id(), image.fileName()))));
        return images;
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
