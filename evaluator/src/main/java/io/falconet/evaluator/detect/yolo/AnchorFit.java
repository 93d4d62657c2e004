package io.falconet.evaluator.detect.yolo;

import java.util.List;

/**
 * How well anchors fit the objects of a data set. The first three are YOLOv5's, the last is darknet's. Cost: objects
 * times anchors.
 *
 * @param bestPossibleRecall share of objects that at least one anchor may predict
 * @param anchorsPerObject how many anchors may predict an object, on average
 * @param fitness mean of the best {@linkplain Anchor#sideRatio side ratio}, which counts as 0 where no anchor may predict
 *     the object
 * @param meanBestIou mean of the best {@linkplain Anchor#iou overlap}
 */
public record AnchorFit(double bestPossibleRecall, double anchorsPerObject, double fitness, double meanBestIou) {
    /**
     * Measures a fit.
     *
     * @param objects sizes in the anchors' unit
     * @param mostRatio an anchor may predict objects up to this many times as wide or high, or as narrow or low
     * @throws IllegalArgumentException if there are no objects or no anchors
     */
    public static AnchorFit of(List<Anchor> objects, List<Anchor> anchors, double mostRatio) {
        if (objects.isEmpty() || anchors.isEmpty()) {
            throw new IllegalArgumentException(
                    "A fit needs objects and anchors, found %d and %d. Maybe the data set has no labels."
                            .formatted(objects.size(), anchors.size()));
        }
        int recalled = 0;
        int able = 0;
        double fitness = 0;
        for (Anchor object : objects) {
            double best = 0;
            for (Anchor anchor : anchors) {
                double ratio = object.sideRatio(anchor);
                best = Math.max(best, ratio);
                able += ratio > 1 / mostRatio ? 1 : 0;
            }
            if (best > 1 / mostRatio) {
                recalled++;
                fitness += best;
            }
        }
        double count = objects.size();
        return new AnchorFit(recalled / count, able / count, fitness / count, meanBestIou(objects, anchors));
    }

    static double meanBestIou(List<Anchor> objects, List<Anchor> anchors) {
        return objects.stream()
                .mapToDouble(object ->
                        anchors.stream().mapToDouble(object::iou).max().orElse(0))
                .average()
                .orElse(0);
    }
}
