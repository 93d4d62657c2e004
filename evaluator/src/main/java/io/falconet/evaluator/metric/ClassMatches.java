package io.falconet.evaluator.metric;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One class in all images: its detections matched with its objects, and ranked by falling score. */
final class ClassMatches {
    /** numpy.spacing(1): keeps 0 / 0 at 0. */
    private static final double SPACING = Math.ulp(1.0);

    /** The detection at a place of an image's ranking. */
    private record Ranked(int image, int place, double score) {}

    private final List<ImageMatch> images;
    private final List<Ranked> ranking = new ArrayList<>();
    private final Map<SizeRange, List<ImageMatch.Result>> matched = new EnumMap<>(SizeRange.class);

    /** @param images in the order that decides between equal scores */
    ClassMatches(List<ImageMatch> images) {
        this.images = images;
        for (int i = 0; i < images.size(); i++) {
            List<FoundObject> found = images.get(i).found();
            for (int d = 0; d < found.size(); d++) {
                ranking.add(new Ranked(i, d, found.get(d).score()));
            }
        }
        ranking.sort(Comparator.comparingDouble(Ranked::score).reversed());
    }

    /** Objects of a size range that are no crowds. */
    int counted(SizeRange range) {
        return results(range).stream().mapToInt(ImageMatch.Result::counted).sum();
    }

    /**
     * The points at one IoU threshold; recall is NaN where no object counts.
     *
     * @param threshold index of the IoU
     * @param most detections an image that count, the best ones
     */
    RankedPoints points(SizeRange range, int threshold, int most) {
        List<ImageMatch.Result> results = results(range);
        int counted = counted(range);
        List<Ranked> ranked = most >= CocoEvaluator.MOST_DETECTIONS
                ? ranking
                : ranking.stream().filter(at -> at.place() < most).toList();
        double[] recall = new double[ranked.size()];
        double[] precision = new double[ranked.size()];
        double[] score = new double[ranked.size()];
        int right = 0;
        int wrong = 0;
        for (int i = 0; i < ranked.size(); i++) {
            Ranked at = ranked.get(i);
            ImageMatch.Result result = results.get(at.image());
            if ((result.ignored()[at.place()] >> threshold & 1) == 0) {
                boolean took = (result.matched()[at.place()] >> threshold & 1) == 1;
                right += took ? 1 : 0;
                wrong += took ? 0 : 1;
            }
            recall[i] = (double) right / counted;
            precision[i] = right / (right + wrong + SPACING);
            score[i] = at.score();
        }
        return new RankedPoints(recall, precision, score);
    }

    private List<ImageMatch.Result> results(SizeRange range) {
        return matched.computeIfAbsent(
                range, r -> images.stream().map(image -> image.match(r)).toList());
    }
}
