package io.falconet.evaluator.metric;

/**
 * The score threshold at which 2 · precision · recall / (precision + recall) is greatest, at IoU 0.50; NaN throughout where
 * no object counts. The highest threshold where several are equally good.
 *
 * @param threshold keep detections that score this or more; NaN where no threshold finds anything
 */
public record BestF1(double f1, double threshold, double precision, double recall) {
    static BestF1 of(RankedPoints points, boolean empty) {
        if (empty) {
            return new BestF1(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        BestF1 best = new BestF1(0, Double.NaN, 0, 0);
        for (int i = 0; i < points.score().length; i++) {
            boolean tied = i + 1 < points.score().length && points.score()[i + 1] == points.score()[i];
            double precision = points.precision()[i];
            double recall = points.recall()[i];
            double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
            if (!tied && f1 > best.f1()) {
                best = new BestF1(f1, points.score()[i], precision, recall);
            }
        }
        return best;
    }
}
