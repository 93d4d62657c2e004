package io.falconet.evaluator.data.check;

import io.falconet.evaluator.data.Dataset;
import io.falconet.evaluator.data.Fault;
import io.falconet.evaluator.data.GroundTruth;
import io.falconet.evaluator.data.Sample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Finds what the numbers of objects tell: images whose labelling stopped halfway, and classes that hardly occur. */
final class ObjectCounts {
    private static final int ENOUGH_IMAGES = 20;
    private static final int CROWDED = 8;
    private static final int FEW = 4;
    private static final double RARE = 10;

    private ObjectCounts() {}

    /** Faults of single images, then of classes, then crowds. */
    static List<Fault> faults(Dataset dataset) {
        List<Fault> faults = new ArrayList<>(few(dataset));
        faults.addAll(rare(dataset));
        for (Sample sample : dataset.samples()) {
            sample.objects().stream()
                    .filter(GroundTruth::crowd)
                    .forEach(crowd -> faults.add(new Fault(
                            Fault.Kind.CROWD_BOX,
                            "annotation " + crowd.id(),
                            "stands for many objects in %s; not trained on, and nothing found in it counts as false"
                                    .formatted(sample.fileName()))));
        }
        return faults;
    }

    /**
     * Where half of the images have at least eight objects, one with less than a quarter of that looks forgotten; so does one
     * that has them of other classes alone.
     */
    private static List<Fault> few(Dataset dataset) {
        Map<Sample, Fault> faults = new LinkedHashMap<>(few(dataset, "", object -> true));
        for (int index = 0; index < dataset.classes().size(); index++) {
            int wanted = index;
            few(dataset, " of " + dataset.classes().get(index), object -> object.classIndex() == wanted)
                    .forEach(faults::putIfAbsent);
        }
        return List.copyOf(faults.values());
    }

    private static Map<Sample, Fault> few(Dataset dataset, String kind, Predicate<GroundTruth> counted) {
        Map<Sample, Integer> counts = new LinkedHashMap<>();
        for (Sample sample : dataset.samples()) {
            counts.put(sample, (int) sample.objects().stream().filter(counted).count());
        }
        int median = counts.values().stream()
                .sorted()
                .skip(counts.size() / 2)
                .findFirst()
                .orElse(0);
        Map<Sample, Fault> faults = new LinkedHashMap<>();
        if (counts.size() >= ENOUGH_IMAGES && median >= CROWDED) {
            counts.forEach((sample, count) -> {
                if (FEW * count < median) {
                    faults.put(
                            sample,
                            new Fault(
                                    Fault.Kind.FEW_OBJECTS,
                                    sample.fileName(),
                                    "has %d%s, half of the images have %d or more; kept. Maybe not all of it was labelled"
                                            .formatted(count, kind, median)));
                }
            });
        }
        return faults;
    }

    private static List<Fault> rare(Dataset dataset) {
        int[] counts = new int[dataset.classes().size()];
        dataset.samples().forEach(sample -> sample.objects().forEach(object -> counts[object.classIndex()]++));
        int most = IntStream.of(counts).max().orElse(0);
        return IntStream.range(0, counts.length)
                .filter(index -> counts[index] > 0 && RARE * counts[index] < most)
                .mapToObj(index -> new Fault(
                        Fault.Kind.RARE_CLASS,
                        dataset.classes().get(index),
                        "has %d objects, the most frequent class %d; kept".formatted(counts[index], most)))
                .toList();
    }
}
