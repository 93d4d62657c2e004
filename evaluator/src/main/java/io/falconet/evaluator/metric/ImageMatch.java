package io.falconet.evaluator.metric;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Detections of one class in one image matched with its objects: each detection, by falling score, takes the free object
 * with which it overlaps most, at every IoU threshold; a real object before an ignored one.
 */
final class ImageMatch {
    private final double[][] overlaps;
    private final List<TrueObject> objects;
    private final List<FoundObject> found;

    /** @param found of which the best hundred count */
    ImageMatch(List<TrueObject> objects, List<FoundObject> found) {
        this.objects = objects;
        this.found = found.stream()
                .sorted(Comparator.comparingDouble(FoundObject::score).reversed())
                .limit(CocoEvaluator.MOST_DETECTIONS)
                .toList();
        this.overlaps = new double[this.found.size()][objects.size()];
        for (int d = 0; d < overlaps.length; d++) {
            for (int o = 0; o < objects.size(); o++) {
                overlaps[d][o] = objects.get(o).overlap(this.found.get(d).box());
            }
        }
    }

    /** By falling score, at most a hundred. */
    List<FoundObject> found() {
        return found;
    }

    /**
     * What became of each detection. Bit t of its number stands for IoU threshold t.
     *
     * @param counted objects of the range that are no crowds
     * @param matched whether it took an object
     * @param ignored whether it is neither right nor wrong
     */
    record Result(int counted, int[] matched, int[] ignored) {}

    Result match(SizeRange range) {
        boolean[] ignoredObject = new boolean[objects.size()];
        int counted = 0;
        for (int o = 0; o < ignoredObject.length; o++) {
            ignoredObject[o] =
                    objects.get(o).crowd() || !range.holds(objects.get(o).area());
            counted += ignoredObject[o] ? 0 : 1;
        }
        Integer[] order = new Integer[objects.size()];
        Arrays.setAll(order, o -> o);
        Arrays.sort(order, Comparator.comparing(o -> ignoredObject[o]));
        int[] matched = new int[found.size()];
        int[] ignored = new int[found.size()];
        for (int t = 0; t < CocoEvaluator.THRESHOLDS; t++) {
            boolean[] taken = new boolean[objects.size()];
            for (int d = 0; d < found.size(); d++) {
                int object = best(d, order, ignoredObject, taken, threshold(t));
                boolean passedOver = object >= 0
                        ? ignoredObject[object]
                        : !range.holds(found.get(d).box().area());
                if (object >= 0) {
                    taken[object] = true;
                    matched[d] |= 1 << t;
                }
                ignored[d] |= passedOver ? 1 << t : 0;
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
}
