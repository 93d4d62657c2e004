package io.falconet.evaluator.metric;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/** Means over classes: the figures as printed. */
final class ClassSummaries {
    private static final int FEW = 10;

    private final Map<SizeRange, List<ClassSummary>> ranges = new EnumMap<>(SizeRange.class);
    private final List<ClassSummary> one = new ArrayList<>();
    private final List<ClassSummary> few = new ArrayList<>();

    ClassSummaries() {
        for (SizeRange range : SizeRange.values()) {
            ranges.put(range, new ArrayList<>());
        }
    }

    void add(ClassMatches matches) {
        ranges.forEach(
                (range, summaries) -> summaries.add(new ClassSummary(matches, range, CocoEvaluator.MOST_DETECTIONS)));
        one.add(new ClassSummary(matches, SizeRange.ALL, 1));
        few.add(new ClassSummary(matches, SizeRange.ALL, FEW));
    }

    void addAll(ClassSummaries others) {
        ranges.forEach((range, summaries) -> summaries.addAll(others.ranges.get(range)));
        one.addAll(others.one);
        few.addAll(others.few);
    }

    CocoFigures figures() {
        List<ClassSummary> all = ranges.get(SizeRange.ALL);
        List<ClassSummary> small = ranges.get(SizeRange.SMALL);
        List<ClassSummary> medium = ranges.get(SizeRange.MEDIUM);
        List<ClassSummary> large = ranges.get(SizeRange.LARGE);
        return new CocoFigures(
                precision(all),
                precision(all, 0),
                precision(all, 5),
                precision(small),
                precision(medium),
                precision(large),
                recall(one),
                recall(few),
                recall(all),
                recall(small),
                recall(medium),
                recall(large));
    }

    private static double precision(List<ClassSummary> classes) {
        return mean(classes.stream().flatMapToDouble(c -> DoubleStream.of(c.precision())));
    }

    private static double precision(List<ClassSummary> classes, int threshold) {
        return mean(classes.stream().mapToDouble(c -> c.precision()[threshold]));
    }

    private static double recall(List<ClassSummary> classes) {
        return mean(classes.stream().flatMapToDouble(c -> DoubleStream.of(c.recall())));
    }

    private static double mean(DoubleStream values) {
        return values.filter(v -> !Double.isNaN(v)).average().orElse(Double.NaN);
    }
}
