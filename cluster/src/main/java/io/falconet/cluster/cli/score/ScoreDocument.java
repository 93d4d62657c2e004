package io.falconet.cluster.cli.score;

import io.falconet.evaluator.coco.CocoTruth;
import io.falconet.evaluator.metric.ClassFigures;
import io.falconet.evaluator.metric.CocoFigures;
import io.falconet.evaluator.metric.CocoScores;
import io.falconet.evaluator.metric.ConfusionMatrix;
import io.falconet.evaluator.metric.PrecisionCurve;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores as JSON says them: the figures by the names that COCO gives them, -1 for what the data lack, and for each class
 * its curve and best threshold.
 *
 * @param images how many were scored
 */
record ScoreDocument(CocoTruth truth, long images, CocoScores scores, ConfusionMatrix confusion) {
    private static final double UNKNOWN = -1;
    private static final double CURVE_IOU = 0.5;

    /** Objects and lists, ready to print. */
    Map<String, Object> content() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("images", images);
        all.put("objects", truth.objects());
        all.put("detections", scores.detections());
        all.put("figures", figures(scores.figures()));
        List<Object> classes = new ArrayList<>();
        for (int c = 0; c < scores.classes().size(); c++) {
            classes.add(one(truth.categoryIds().get(c), scores.classes().get(c)));
        }
        all.put("classes", classes);
        Map<String, Object> matrix = new LinkedHashMap<>();
        matrix.put("iou", confusion.iou());
        matrix.put("score", confusion.score());
        matrix.put("rows", "truth");
        matrix.put("columns", "detected");
        matrix.put("labels", labels(truth));
        matrix.put("counts", confusion.counts());
        all.put("confusion", matrix);
        return all;
    }

    private static Map<String, Object> one(long id, ClassFigures figures) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("id", id);
        one.put("name", figures.name());
        one.put("objects", figures.objects());
        one.put("detections", figures.detections());
        one.put("figures", figures(figures.figures()));
        Map<String, Object> best = new LinkedHashMap<>();
        best.put("iou", CURVE_IOU);
        best.put("f1", ScoreReport.known(figures.bestF1().f1(), UNKNOWN));
        best.put("score", ScoreReport.known(figures.bestF1().threshold(), UNKNOWN));
        best.put("precision", ScoreReport.known(figures.bestF1().precision(), UNKNOWN));
        best.put("recall", ScoreReport.known(figures.bestF1().recall(), UNKNOWN));
        one.put("bestF1", best);
        Map<String, Object> curve = new LinkedHashMap<>();
        curve.put("iou", CURVE_IOU);
        curve.put("recall", PrecisionCurve.recalls());
        curve.put("precision", known(figures.curve().precision()));
        curve.put("score", known(figures.curve().thresholds()));
        one.put("curve", curve);
        return one;
    }

    private static Map<String, Double> figures(CocoFigures figures) {
        Map<String, Double> printed = new LinkedHashMap<>();
        figures.byName().forEach((name, value) -> printed.put(name, ScoreReport.known(value, UNKNOWN)));
        return printed;
    }

    private static List<Double> known(List<Double> values) {
        return values.stream().map(value -> ScoreReport.known(value, UNKNOWN)).toList();
    }

    /** What rows and columns of the confusion matrix stand for. */
    static List<String> labels(CocoTruth truth) {
        List<String> labels = new ArrayList<>(truth.classes());
        labels.add("background");
        return labels;
    }
}
