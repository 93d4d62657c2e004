package io.falconet.evaluator.data;

import java.util.List;
import java.util.stream.LongStream;

/**
 * Labelled images of one purpose (training or validation). Immutable.
 *
 * @param classes names, in the order of their category ids
 * @param categoryIds by class index, the id by which COCO files know the class
 * @param samples in the order of the annotations file
 * @param fingerprint digest of image bytes and annotations: equal where and only where the data are
 */
public record Dataset(List<String> classes, List<Long> categoryIds, List<Sample> samples, String fingerprint) {
    public Dataset {
        classes = List.copyOf(classes);
        categoryIds = List.copyOf(categoryIds);
        samples = List.copyOf(samples);
        if (classes.size() != categoryIds.size()) {
            throw new IllegalArgumentException("A category id a class was expected, found %d ids for %d classes."
                    .formatted(categoryIds.size(), classes.size()));
        }
    }

    /** A data set whose category ids count from 1. */
    public Dataset(List<String> classes, List<Sample> samples, String fingerprint) {
        this(classes, LongStream.rangeClosed(1, classes.size()).boxed().toList(), samples, fingerprint);
    }

    /** The same without some samples that cannot be used. Files tell which, so the fingerprint stays. */
    public Dataset with(List<Sample> usable) {
        return with(usable, fingerprint);
    }

    /** The same classes with other samples; the caller says how the fingerprint changes. */
    public Dataset with(List<Sample> others, String otherFingerprint) {
        return new Dataset(classes, categoryIds, others, otherFingerprint);
    }

    /** How many objects there are, crowds included. */
    public long objects() {
        return samples.stream().mapToLong(s -> s.objects().size()).sum();
    }
}
