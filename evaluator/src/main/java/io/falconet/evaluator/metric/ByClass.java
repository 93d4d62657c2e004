package io.falconet.evaluator.metric;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Images taken apart by class, in the order of their ids, which decides between equal scores as in pycocotools. */
final class ByClass {
    /** Objects and detections of one class in one image. */
    private record Part(List<TrueObject> objects, List<FoundObject> found) {
        Part() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    private final List<List<Part>> classes = new ArrayList<>();

    ByClass(int count, List<ScoredImage> images) {
        for (int c = 0; c < count; c++) {
            classes.add(new ArrayList<>());
        }
        images.stream().sorted(Comparator.comparingLong(ScoredImage::id)).forEach(this::add);
    }

    private void add(ScoredImage image) {
        Map<Integer, Part> parts = new LinkedHashMap<>();
        for (TrueObject object : image.objects()) {
            parts.computeIfAbsent(object.classIndex(), c -> new Part())
                    .objects()
                    .add(object);
        }
        for (FoundObject found : image.found()) {
            parts.computeIfAbsent(found.classIndex(), c -> new Part()).found().add(found);
        }
        parts.forEach((classIndex, part) -> classes.get(classIndex).add(part));
    }

    /** One class, matched. Costs memory of its own, so one at a time. */
    ClassMatches matches(int classIndex) {
        return new ClassMatches(classes.get(classIndex).stream()
                .map(part -> new ImageMatch(part.objects(), part.found()))
                .toList());
    }

    /** Detections of a class, at any score and in any number an image. */
    long detections(int classIndex) {
        return classes.get(classIndex).stream()
                .mapToLong(part -> part.found().size())
                .sum();
    }
}
