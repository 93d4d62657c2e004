package io.falconet.evaluator.detect.yolo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Anchors found in a data set: k-means with the distance 1 − IoU (Redmon and Farhadi, 2017). It starts from the objects at
 * the middle of k equal parts of all objects sorted by area, so that the result is determined; darknet starts at random.
 *
 * @param anchors by rising area
 * @param meanBestIou mean overlap of the objects with their best anchor
 * @param iterations how often the anchors moved until no object changed its anchor
 */
public record AnchorClusters(List<Anchor> anchors, double meanBestIou, int iterations) {
    private static final int MOST_ITERATIONS = 1000;

    public AnchorClusters {
        anchors = List.copyOf(anchors);
    }

    /**
     * Clusters objects. Cost: iterations times objects times count.
     *
     * @param objects sizes in pixels of the network's input
     * @param count anchors to find
     * @throws IllegalArgumentException if there are fewer objects than anchors to find
     */
    public static AnchorClusters of(List<Anchor> objects, int count) {
        if (count < 1 || objects.size() < count) {
            throw new IllegalArgumentException(
                    "From 1 to as many anchors as objects can be found, but %d were asked for of %d objects. Maybe fewer anchors."
                            .formatted(count, objects.size()));
        }
        List<Anchor> centers = start(objects, count);
        int[] assigned = assign(objects, centers);
        int iterations = 0;
        int[] before;
        do {
            move(centers, objects, assigned);
            iterations++;
            before = assigned;
            assigned = assign(objects, centers);
        } while (!Arrays.equals(before, assigned) && iterations < MOST_ITERATIONS);
        centers.sort(Comparator.comparing(Anchor::area));
        return new AnchorClusters(centers, AnchorFit.meanBestIou(objects, centers), iterations);
    }

    private static List<Anchor> start(List<Anchor> objects, int count) {
        List<Anchor> byArea = new ArrayList<>(objects);
        byArea.sort(Comparator.comparing(Anchor::area));
        List<Anchor> centers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            centers.add(byArea.get((int) ((i + 0.5) / count * byArea.size())));
        }
        return centers;
    }

    private static int[] assign(List<Anchor> objects, List<Anchor> centers) {
        return objects.stream()
                .mapToInt(object -> {
                    List<Double> overlaps = centers.stream().map(object::iou).toList();
                    return overlaps.indexOf(Collections.max(overlaps));
                })
                .toArray();
    }

    /** Moves each anchor to the mean of its objects; one without objects stays. */
    private static void move(List<Anchor> centers, List<Anchor> objects, int[] assigned) {
        for (int center = 0; center < centers.size(); center++) {
            double width = 0;
            double height = 0;
            int members = 0;
            for (int i = 0; i < assigned.length; i++) {
                if (assigned[i] == center) {
                    width += objects.get(i).width();
                    height += objects.get(i).height();
                    members++;
                }
            }
            if (members > 0) {
                centers.set(center, new Anchor(width / members, height / members));
            }
        }
    }
}
