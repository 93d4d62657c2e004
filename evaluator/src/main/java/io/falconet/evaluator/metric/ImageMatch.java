package io.falconet.evaluator.metric;

import io.falconet.evaluator.data.GroundTruth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Detections of one class in one image matched with its objects: each detection, by falling score, takes the free object
 * with which it overlaps most, at every IoU threshold; a real object before an ignored one.
 */
final class ImageMatch {
    private final double[][] overlaps;
    private final List<GroundTruth> objects;
    private final List<Detection> detections;

    /** @param detections by falling score */
    ImageMatch(List<GroundTruth> objects, List<Detection> detections) {
        this.objects = objects;
        this.detections = detections;
        this.overlaps = new double[detections.size()][objects.size()];
        for (int d = 0; d < detections.size(); d++) {
            for (int o = 0; o < objects.size(); o++) {
                overlaps[d][o] = overlap(detections.get(d), objects.get(o));
            }
        }
    }

    /**
     * What became of each detection.
     *
     * @param counted objects of the range that are no crowds
     * @param matched by threshold and detection
     * @param ignored by threshold and detection: neither right nor wrong
     */
    record Result(int counted, boolean[][] matched, boolean[][] ignored) {}

    Result match(SizeRange range) {
        boolean[] ignoredObject = new boolean[objects.size()];
        for (int o = 0; o < ignoredObject.length; o++) {
            ignoredObject[o] =
                    objects.get(o).crowd() || !range.holds(objects.get(o).area());
        }
        Integer[] order = new Integer[objects.size()];
        Arrays.setAll(order, o -> o);
        Arrays.sort(order, Comparator.comparing(o -> ignoredObject[o]));
        int counted = 0;
        for (boolean ignored : ignoredObject) {
            counted += ignored ? 0 : 1;
        }
        boolean[][] matched = new boolean[CocoEvaluator.THRESHOLDS][detections.size()];
        boolean[][] ignored = new boolean[CocoEvaluator.THRESHOLDS][detections.size()];
        for (int t = 0; t < CocoEvaluator.THRESHOLDS; t++) {
            boolean[] taken = new boolean[objects.size()];
            for (int d = 0; d < detections.size(); d++) {
                int object = best(d, order, ignoredObject, taken, threshold(t));
                if (object >= 0) {
                    taken[object] = true;
                    matched[t][d] = true;
                    ignored[t][d] = ignoredObject[object];
                } else {
                    ignored[t][d] = !range.holds(area(detections.get(d)));
                }
            }
        }
        return new Result(counted, matched, ignored);
    }

    private int best(int detection, Integer[] order, boolean[] ignoredObject, boolean[] taken, double threshold) {
        double least = Math.min(threshold, 1 - 1e-10);
        int best = -1;
        for (int object : order) {
            if (taken[object] && !objects.get(object).crowd()) {
                continue;
            }
            if (best >= 0 && !ignoredObject[best] && ignoredObject[object]) {
                break;
            }
            if (overlaps[detection][object] >= least) {
                least = overlaps[detection][object];
                best = object;
            }
        }
        return best;
    }

    /** IoU at index 0 … 9, as numpy's linspace computes it. */
    private static double threshold(int index) {
        return 0.5 + index * ((0.95 - 0.5) / 9);
    }

    private static double area(Detection d) {
        return (double) (d.x2() - d.x1()) * (d.y2() - d.y1());
    }

    /** Intersection over union; for a crowd over the detection's own area. */
    private static double overlap(Detection d, GroundTruth o) {
        double width = Math.min(d.x2(), (double) o.x() + o.width()) - Math.max(d.x1(), o.x());
        double height = Math.min(d.y2(), (double) o.y() + o.height()) - Math.max(d.y1(), o.y());
        if (width <= 0 || height <= 0) {
            return 0;
        }
        double intersection = width * height;
        double union = o.crowd() ? area(d) : area(d) + (double) o.width() * o.height() - intersection;
        return intersection / union;
    }
}
