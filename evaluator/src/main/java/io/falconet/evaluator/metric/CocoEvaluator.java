package io.falconet.evaluator.metric;

import io.falconet.evaluator.data.Dataset;
import io.falconet.evaluator.data.Sample;
import io.falconet.space.outcome.Accuracy;
import java.util.ArrayList;
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

    /** Of one class in one image that count at all. */
    static final int MOST_DETECTIONS = 100;

    private CocoEvaluator() {}

    /** The figures that an outcome carries. */
    public static Accuracy accuracy(Dataset groundTruth, List<Detection> detections) {
        return scores(groundTruth, detections).figures().accuracy();
    }

    /** All figures. Detections on images that the data set does not have are left out. */
    public static CocoScores scores(Dataset groundTruth, List<Detection> detections) {
        Map<Long, List<FoundObject>> found = new HashMap<>();
        for (Detection detection : detections) {
            found.computeIfAbsent(detection.imageId(), i -> new ArrayList<>()).add(FoundObject.of(detection));
        }
        List<ScoredImage> images = new ArrayList<>();
        for (Sample sample : groundTruth.samples()) {
            images.add(new ScoredImage(
                    sample.id(),
                    sample.objects().stream().map(TrueObject::of).toList(),
                    found.getOrDefault(sample.id(), List.of())));
        }
        return scores(groundTruth.classes(), images);
    }

    /** All figures of images whose class indexes point into {@code classes}. */
    public static CocoScores scores(List<String> classes, List<ScoredImage> images) {
        ByClass byClass = new ByClass(classes.size(), images);
        ClassSummaries all = new ClassSummaries();
        List<ClassFigures> figures = new ArrayList<>();
        for (int c = 0; c < classes.size(); c++) {
            ClassMatches matches = byClass.matches(c);
            ClassSummaries own = new ClassSummaries();
            own.add(matches);
            all.addAll(own);
            int objects = matches.counted(SizeRange.ALL);
            RankedPoints points = matches.points(SizeRange.ALL, 0, MOST_DETECTIONS);
            figures.add(new ClassFigures(
                    classes.get(c),
                    objects,
                    byClass.detections(c),
                    own.figures(),
                    PrecisionCurve.of(points, objects == 0),
                    BestF1.of(points, objects == 0)));
        }
        return new CocoScores(all.figures(), figures);
    }
}
