package io.falconet.evaluator.metric;

import io.falconet.evaluator.data.GroundTruth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** All images' matches of one class, and the precision and recall that follow from them. */
final class ClassCurves {
    private static final int RECALLS = 101;
    /** numpy.spacing(1): keeps 0 / 0 at 0. */
    private static final double SPACING = Math.ulp(1.0);

    private record Matched(List<Detection> detections, ImageMatch match) {}

    private final List<Matched> images = new ArrayList<>();

    /** @param detections by falling score, at most a hundred */
    void add(List<GroundTruth> objects, List<Detection> detections) {
        images.add(new Matched(detections, new ImageMatch(objects, detections)));
    }

    /**
     * Figures of one size range, by IoU threshold; NaN throughout where no object counts.
     *
     * @param precision mean of the precisions at 101 recalls
     * @param recall the greatest reached
     */
    record Curve(double[] precision, double[] recall) {}

    /** @param most detections an image that count, the best ones */
    Curve curve(SizeRange range, int most) {
        List<ImageMatch.Result> results =
                images.stream().map(i -> i.match().match(range)).toList();
        int counted = results.stream().mapToInt(ImageMatch.Result::counted).sum();
        double[] precision = new double[CocoEvaluator.THRESHOLDS];
        double[] recall = new double[CocoEvaluator.THRESHOLDS];
        if (counted == 0) {
            Arrays.fill(precision, Double.NaN);
            Arrays.fill(recall, Double.NaN);
            return new Curve(precision, recall);
        }
        List<int[]> ranked = ranked(most);
        for (int t = 0; t < CocoEvaluator.THRESHOLDS; t++) {
            int right = 0;
            int wrong = 0;
            List<double[]> points = new ArrayList<>();
            for (int[] at : ranked) {
                ImageMatch.Result result = results.get(at[0]);
                if (!result.ignored()[t][at[1]]) {
                    right += result.matched()[t][at[1]] ? 1 : 0;
                    wrong += result.matched()[t][at[1]] ? 0 : 1;
                }
                points.add(new double[] {(double) right / counted, right / (right + wrong + SPACING)});
            }
            recall[t] = points.isEmpty() ? 0 : points.get(points.size() - 1)[0];
            precision[t] = interpolated(points);
        }
        return new Curve(precision, recall);
    }

    /** (image, detection) of the best detections by falling score; equal scores in the order of images. */
    private List<int[]> ranked(int most) {
        List<int[]> ranked = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            for (int d = 0; d < Math.min(most, images.get(i).detections().size()); d++) {
                ranked.add(new int[] {i, d});
            }
        }
        ranked.sort(Comparator.comparing(
                (int[] at) -> images.get(at[0]).detections().get(at[1]).score(), Comparator.reverseOrder()));
        return ranked;
    }

    /** Mean over 101 recalls of the best precision at that recall or beyond. */
    private static double interpolated(List<double[]> points) {
        double[] best = new double[points.size()];
        double highest = 0;
        for (int i = points.size() - 1; i >= 0; i--) {
            highest = Math.max(highest, points.get(i)[1]);
            best[i] = highest;
        }
        double sum = 0;
        int at = 0;
        for (int r = 0; r < RECALLS; r++) {
            while (at < best.length && points.get(at)[0] < r * 0.01) {
                at++;
            }
            sum += at < best.length ? best[at] : 0;
        }
        return sum / RECALLS;
    }
}
