package io.falconet.evaluator.metric;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Precision over recall at IoU 0.50, with a hundred detections an image; NaN throughout where no object counts.
 *
 * @param precision at each of the {@linkplain #recalls 101 recalls} the best precision there or beyond; 0 where it is not
 *     reached
 * @param thresholds the highest score threshold that reaches each recall; NaN where none does
 */
public record PrecisionCurve(List<Double> precision, List<Double> thresholds) {
    public PrecisionCurve {
        precision = List.copyOf(precision);
        thresholds = List.copyOf(thresholds);
    }

    static PrecisionCurve of(RankedPoints points, boolean empty) {
        double[] none = new double[RankedPoints.RECALLS];
        Arrays.fill(none, Double.NaN);
        return new PrecisionCurve(
                boxed(empty ? none : points.interpolated()), boxed(empty ? none : points.thresholds()));
    }

    /** 0, 0.01 … 1. */
    public static List<Double> recalls() {
        return IntStream.range(0, RankedPoints.RECALLS)
                .mapToObj(i -> (double) i / (RankedPoints.RECALLS - 1))
                .toList();
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
