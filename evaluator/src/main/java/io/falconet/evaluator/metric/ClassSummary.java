package io.falconet.evaluator.metric;

import java.util.Arrays;

/** Figures of one class in one size range, by IoU threshold; NaN throughout where no object counts. */
final class ClassSummary {
    private final double[] precision = new double[CocoEvaluator.THRESHOLDS];
    private final double[] recall = new double[CocoEvaluator.THRESHOLDS];

    /** @param most detections an image that count, the best ones */
    ClassSummary(ClassMatches matches, SizeRange range, int most) {
        boolean empty = matches.counted(range) == 0;
        for (int t = 0; t < CocoEvaluator.THRESHOLDS; t++) {
            RankedPoints points = matches.points(range, t, most);
            precision[t] =
                    empty ? Double.NaN : Arrays.stream(points.interpolated()).sum() / RankedPoints.RECALLS;
            recall[t] = empty ? Double.NaN : points.reached();
        }
    }

    /** Mean of the precisions at 101 recalls, by IoU threshold. */
    double[] precision() {
        return precision;
    }

    /** The greatest recall reached, by IoU threshold. */
    double[] recall() {
        return recall;
    }
}
