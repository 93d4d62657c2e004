package io.falconet.evaluator.data;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds classes that nothing can be learnt of. */
final class EmptyClasses {
    private EmptyClasses() {}

    /** A fault for each class that has no object. */
    static List<Fault> of(Dataset dataset) {
        Set<Integer> used = dataset.samples().stream()
                .flatMap(sample -> sample.objects().stream())
                .map(GroundTruth::classIndex)
                .collect(Collectors.toSet());
        return IntStream.range(0, dataset.classes().size())
                .filter(index -> !used.contains(index))
                .mapToObj(index -> new Fault(
                        Fault.Kind.EMPTY_CLASS,
                        dataset.classes().get(index),
                        "has no objects, so nothing of it can be learnt"))
                .toList();
    }
}
