package io.falconet.evaluator.metric;

/**
 * How well one class is found.
 *
 * @param objects that count: crowds do not
 * @param detections of the class, at any score
 * @param figures the same twelve as over all classes
 * @param curve precision over recall at IoU 0.50
 * @param bestF1 the score threshold that balances precision and recall best, at IoU 0.50
 */
public record ClassFigures(
        String name, long objects, long detections, CocoFigures figures, PrecisionCurve curve, BestF1 bestF1) {}
