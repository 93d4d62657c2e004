package io.falconet.evaluator.metric;

import io.falconet.evaluator.data.Dataset;
import io.falconet.evaluator.data.GroundTruth;
import io.falconet.evaluator.data.Sample;
import io.falconet.space.outcome.Accuracy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * COCO's evaluation of boxes, figure for figure as the COCO project's own evaluator (pycocotools) computes it: greedy
 * matching by falling score at ten IoU thresholds, crowds and objects outside the size range ignored, precision
 * interpolated at 101 recalls.
 *
 * @see <a href="https://cocodataset.org/#detection-eval">COCO detection evaluation</a>
 */
public final class CocoEvaluator {
    /** IoU 0.50, 0.55 … 0.95. */
    static final int THRESHOLDS = 10;

    private static final int MOST_DETECTIONS = 100;

    private CocoEvaluator() {}

    /** The figures that an outcome carries. */
    public static Accuracy accuracy(Dataset groundTruth, List<Detection> detections) {
        return figures(groundTruth, detections).accuracy();
    }

    /** All figures. Detections on images that the data set does not have are left out. */
    public static CocoFigures figures(Dataset groundTruth, List<Detection> detections) {
        Map<Long, Map<Integer, List<Detection>>> found = new HashMap<>();
        for (Detection detection : detections) {
            found.computeIfAbsent(detection.imageId(), i -> new HashMap<>())
                    .computeIfAbsent(detection.classIndex(), c -> new ArrayList<>())
                    .add(detection);
        }
        // pycocotools goes through images in the order of their ids, which decides between equal scores
        List<Sample> samples = groundTruth.samples().stream()
                .sorted(Comparator.comparingLong(Sample::id))
                .toList();
        List<ClassCurves> curves = new ArrayList<>();
        for (int c = 0; c < groundTruth.classes().size(); c++) {
            curves.add(curves(samples, found, c));
        }
        return CocoSummary.of(curves);
    }

    private static ClassCurves curves(
            List<Sample> samples, Map<Long, Map<Integer, List<Detection>>> found, int classIndex) {
        ClassCurves curves = new ClassCurves();
        for (Sample sample : samples) {
            List<GroundTruth> objects = sample.objects().stream()
                    .filter(o -> o.classIndex() == classIndex)
                    .toList();
            List<Detection> detections =
                    found.getOrDefault(sample.id(), Map.of()).getOrDefault(classIndex, List.of());
            if (!objects.isEmpty() || !detections.isEmpty()) {
                List<Detection> best = detections.stream()
                        .sorted(Comparator.comparing(Detection::score, Comparator.reverseOrder()))
                        .limit(MOST_DETECTIONS)
                        .toList();
                curves.add(objects, best);
            }
        }
        return curves;
    }
}
