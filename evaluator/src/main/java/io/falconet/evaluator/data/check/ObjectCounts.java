package io.falconet.evaluator.data.check;

import io.falconet.evaluator.data.Dataset;
import io.falconet.evaluator.data.Fault;
import io.falconet.evaluator.data.GroundTruth;
import io.falconet.evaluator.data.Sample;
import java.util.ArrayList;
import java.util.List;
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

    /** Where half of the images have at least eight objects, one with less than a quarter of that looks forgotten. */
    private static List<Fault> few(Dataset dataset) {
        int[] counts = dataset.samples().stream()
                .mapToInt(sample -> sample.objects().size())
                .sorted()
                .toArray();
        if (counts.length < ENOUGH_IMAGES || counts[counts.length / 2] < CROWDED) {
            return List.of();
        }
        int median = counts[counts.length / 2];
        return dataset.samples().stream()
                .filter(sample -> FEW * sample.objects().size() < median)
                .map(sample -> new Fault(
                        Fault.Kind.FEW_OBJECTS,
                        sample.fileName(),
                        "has %d, half of the images have %d or more; kept. Maybe not all of it was labelled"
                                .formatted(sample.objects().size(), median)))
                .toList();
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
