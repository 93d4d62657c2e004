package io.falconet.evaluator.verify;

import io.falconet.evaluator.detect.yolo.Anchor;
import io.falconet.evaluator.detect.yolo.AnchorClusters;
import io.falconet.evaluator.detect.yolo.AnchorFit;
import io.falconet.evaluator.detect.yolo.AnchorGrid;
import io.falconet.evaluator.detect.yolo.AnchorMatcher;
import io.falconet.evaluator.detect.yolo.BoxOverlap;
import io.falconet.evaluator.detect.yolo.CenteredBox;
import io.falconet.evaluator.detect.yolo.OverlapMeasure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Checks overlap measures, the figures of anchors, and the search for them. */
final class AnchorChecks {
    private static final String DEFAULT = "yolov5_default_anchors_metrics";
    private static final String CLUSTERS = "darknet_kmeans_";

    private AnchorChecks() {}

    static List<Verdict> overlaps(Section section) {
        List<CenteredBox> predicted = boxes(section.numbers("box1_xywh"));
        List<CenteredBox> objects = boxes(section.numbers("box2_xywh"));
        List<Verdict> verdicts = new ArrayList<>();
        for (OverlapMeasure measure : OverlapMeasure.values()) {
            double[] values = IntStream.range(0, predicted.size())
                    .mapToDouble(i -> new BoxOverlap(measure, predicted.get(i), objects.get(i)).value())
                    .toArray();
            verdicts.add(section.compare(measure.name().toLowerCase(Locale.ROOT), values));
        }
        return verdicts;
    }

    private static List<CenteredBox> boxes(double[] numbers) {
        List<CenteredBox> boxes = new ArrayList<>();
        for (int i = 0; i + 3 < numbers.length; i += 4) {
            boxes.add(new CenteredBox(numbers[i], numbers[i + 1], numbers[i + 2], numbers[i + 3]));
        }
        return boxes;
    }

    static List<Verdict> anchors(Section section) {
        double[] sides = section.numbers("wh");
        List<Anchor> objects = IntStream.range(0, sides.length / 2)
                .mapToObj(i -> new Anchor(sides[2 * i], sides[2 * i + 1]))
                .toList();
        List<Verdict> verdicts = new ArrayList<>();
        section.node().fieldNames().forEachRemaining(key -> {
            if (key.equals(DEFAULT)) {
                verdicts.addAll(fit(section.at(key), objects));
            } else if (key.startsWith(CLUSTERS)) {
                verdicts.addAll(clusters(section.at(key), objects, Integer.parseInt(key.substring(CLUSTERS.length()))));
            } else if (!List.of("wh", "wh_rule").contains(key)) {
                verdicts.add(section.unknown(key));
            }
        });
        return verdicts;
    }

    private static List<Verdict> fit(Section section, List<Anchor> objects) {
        List<Anchor> anchors =
                AnchorGrid.COCO_ANCHORS.stream().flatMap(List::stream).toList();
        AnchorFit fit = AnchorFit.of(objects, anchors, AnchorMatcher.STANDARD.mostRatio());
        return List.of(
                section.compare("bpr", fit.bestPossibleRecall()),
                section.compare("aat", fit.anchorsPerObject()),
                section.compare("fitness", fit.fitness()),
                section.compare("darknet_avg_best_iou", fit.meanBestIou()));
    }

    private static List<Verdict> clusters(Section section, List<Anchor> objects, int count) {
        AnchorClusters clusters = AnchorClusters.of(objects, count);
        double[] centers = clusters.anchors().stream()
                .flatMapToDouble(anchor -> DoubleStream.of(anchor.width(), anchor.height()))
                .toArray();
        return List.of(
                section.compare("centers", centers),
                section.compare("avg_iou", clusters.meanBestIou()),
                section.compareExactly("iterations", clusters.iterations()));
    }
}
