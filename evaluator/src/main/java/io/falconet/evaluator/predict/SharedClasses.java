package io.falconet.evaluator.predict;

import io.falconet.evaluator.coco.CocoTruth;
import io.falconet.evaluator.data.DatasetException;
import io.falconet.evaluator.metric.TrueObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * A ground truth and the classes of a model, brought together by the names of the classes.
 *
 * @param truth with the model's other classes added, which have no objects and so change no figure over all classes
 * @param byModel for each class of the model its index in the truth
 * @param added the model's classes that the labels do not know
 */
public record SharedClasses(CocoTruth truth, List<Integer> byModel, List<String> added) {
    public SharedClasses {
        byModel = List.copyOf(byModel);
        added = List.copyOf(added);
    }

    /**
     * Brings them together.
     *
     * @param model the model's classes
     * @throws DatasetException where there are objects of a class that the model does not know: it would be scored for what
     *     it was never taught
     */
    public static SharedClasses of(List<String> model, CocoTruth labels) {
        List<String> unknown = labels.images().stream()
                .flatMap(image -> image.objects().stream())
                .map(TrueObject::classIndex)
                .distinct()
                .map(labels.classes()::get)
                .filter(name -> !model.contains(name))
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            throw new DatasetException(
                    "Data of the model's classes %s were expected, found objects of %s besides.%nMaybe %s"
                            .formatted(model, unknown, remedy(model, unknown)));
        }
        List<String> added =
                model.stream().filter(name -> !labels.classes().contains(name)).toList();
        List<String> classes = new ArrayList<>(labels.classes());
        classes.addAll(added);
        List<Long> ids = new ArrayList<>(labels.categoryIds());
        long last = ids.stream().mapToLong(id -> id).max().orElse(0);
        LongStream.rangeClosed(last + 1, last + added.size()).forEach(ids::add);
        return new SharedClasses(
                new CocoTruth(classes, ids, labels.images(), labels.areasTaken(), labels.counted()),
                model.stream().map(classes::indexOf).toList(),
                added);
    }

    private static String remedy(List<String> model, List<String> unknown) {
        return model.stream()
                .filter(name -> unknown.stream().anyMatch(other -> other.strip().equalsIgnoreCase(name.strip())))
                .map("%s is written otherwise in the data"::formatted)
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(", "),
                        text -> text.isEmpty() ? "the data are of another set than the model's." : text + "."));
    }
}
