package io.falconet.evaluator.metric;

import java.util.List;
import java.util.stream.DoubleStream;

/** Means of the classes' curves: the figures as printed. */
final class CocoSummary {
    private CocoSummary() {}

    static CocoFigures of(List<ClassCurves> classes) {
        List<ClassCurves.Curve> all = curves(classes, SizeRange.ALL, 100);
        List<ClassCurves.Curve> small = curves(classes, SizeRange.SMALL, 100);
        List<ClassCurves.Curve> medium = curves(classes, SizeRange.MEDIUM, 100);
        List<ClassCurves.Curve> large = curves(classes, SizeRange.LARGE, 100);
        return new CocoFigures(
                precision(all),
                precision(all, 0),
                precision(all, 5),
                precision(small),
                precision(medium),
                precision(large),
                recall(curves(classes, SizeRange.ALL, 1)),
                recall(curves(classes, SizeRange.ALL, 10)),
                recall(all),
                recall(small),
                recall(medium),
                recall(large),
                all.stream()
                        .map(c -> new CocoFigures.ClassFigures(precision(List.of(c)), precision(List.of(c), 0)))
                        .toList());
    }

    private static List<ClassCurves.Curve> curves(List<ClassCurves> classes, SizeRange range, int most) {
        return classes.stream().map(c -> c.curve(range, most)).toList();
    }

    private static double precision(List<ClassCurves.Curve> curves) {
        return mean(curves.stream().flatMapToDouble(c -> DoubleStream.of(c.precision())));
    }

    private static double precision(List<ClassCurves.Curve> curves, int threshold) {
        return mean(curves.stream().mapToDouble(c -> c.precision()[threshold]));
    }

    private static double recall(List<ClassCurves.Curve> curves) {
        return mean(curves.stream().flatMapToDouble(c -> DoubleStream.of(c.recall())));
    }

    private static double mean(DoubleStream values) {
        return values.filter(v -> !Double.isNaN(v)).average().orElse(Double.NaN);
    }
}
