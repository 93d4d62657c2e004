package io.falconet.evaluator.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Which class is taken for which. Class index {@code classes} stands for background: its column counts objects that
 * nothing found, its row detections where there is no object.
 *
 * <p>Pairs of an object and a detection of any class that overlap by more than {@code iou} are joined, the largest overlap
 * first, each object and detection once; as in YOLOv5's confusion matrix, with crowds as COCO has them: they are not
 * missed, and detections of their class within them are not wrong.
 *
 * @param iou over which a detection counts as being of an object
 * @param score under which detections are not counted
 * @param counts by class of the object, then by class of the detection
 */
public record ConfusionMatrix(double iou, double score, List<List<Long>> counts) {
    /** Least overlap of YOLOv5. */
    public static final double STANDARD_IOU = 0.45;

    /** Least score of YOLOv5. */
    public static final double STANDARD_SCORE = 0.25;

    public ConfusionMatrix {
        counts = counts.stream().map(List::copyOf).toList();
    }

    private record Pair(int object, int found, double overlap) {}

    /** Counts images whose class indexes are under {@code classes}. */
    public static ConfusionMatrix of(int classes, List<ScoredImage> images, double iou, double score) {
        long[][] counts = new long[classes + 1][classes + 1];
        images.forEach(image -> count(image, iou, score, counts));
        List<List<Long>> rows = new ArrayList<>();
        for (long[] row : counts) {
            rows.add(Arrays.stream(row).boxed().toList());
        }
        return new ConfusionMatrix(iou, score, rows);
    }

    private static void count(ScoredImage image, double iou, double score, long[][] counts) {
        int background = counts.length - 1;
        List<TrueObject> objects =
                image.objects().stream().filter(o -> !o.crowd()).toList();
        List<FoundObject> found = image.found().stream()
                .filter(f -> f.score() >= score)
                .sorted(Comparator.comparingDouble(FoundObject::score).reversed())
                .toList();
        boolean[] seen = new boolean[objects.size()];
        boolean[] used = new boolean[found.size()];
        for (Pair pair : pairs(objects, found, iou)) {
            if (!seen[pair.object()] && !used[pair.found()]) {
                seen[pair.object()] = true;
                used[pair.found()] = true;
                counts[objects.get(pair.object()).classIndex()][
                        found.get(pair.found()).classIndex()]++;
            }
        }
        for (int o = 0; o < seen.length; o++) {
            counts[objects.get(o).classIndex()][background] += seen[o] ? 0 : 1;
        }
        for (int f = 0; f < used.length; f++) {
            boolean passedOver = used[f] || inCrowd(image, found.get(f), iou);
            counts[background][found.get(f).classIndex()] += passedOver ? 0 : 1;
        }
    }

    /** Largest overlap first; then higher score first. */
    private static List<Pair> pairs(List<TrueObject> objects, List<FoundObject> found, double iou) {
        List<Pair> pairs = new ArrayList<>();
        for (int f = 0; f < found.size(); f++) {
            for (int o = 0; o < objects.size(); o++) {
                double overlap = objects.get(o).overlap(found.get(f).box());
                if (overlap > iou) {
                    pairs.add(new Pair(o, f, overlap));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::overlap).reversed());
        return pairs;
    }

    private static boolean inCrowd(ScoredImage image, FoundObject found, double iou) {
        return image.objects().stream()
                .anyMatch(o -> o.crowd() && o.classIndex() == found.classIndex() && o.overlap(found.box()) > iou);
    }
}
