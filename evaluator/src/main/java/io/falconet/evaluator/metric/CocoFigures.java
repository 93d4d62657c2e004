package io.falconet.evaluator.metric;

import io.falconet.space.outcome.Accuracy;
import java.util.List;

/**
 * What COCO's evaluator prints: six average precisions, six average recalls, each from 0 to 1 or NaN where the data have
 * no object of that kind (pycocotools prints -1 there).
 *
 * @param ap precision, mean over IoU thresholds 0.50 to 0.95 and classes
 * @param ap50 at IoU 0.50
 * @param ap75 at IoU 0.75
 * @param apSmall for objects under 32² pixels
 * @param apMedium for objects from 32² to 96² pixels
 * @param apLarge for objects over 96² pixels
 * @param ar1 recall with one detection an image
 * @param ar10 with ten
 * @param ar100 with a hundred
 * @param arSmall with a hundred, small objects
 * @param arMedium with a hundred, medium objects
 * @param arLarge with a hundred, large objects
 * @param classes by class index
 */
public record CocoFigures(
        double ap,
        double ap50,
        double ap75,
        double apSmall,
        double apMedium,
        double apLarge,
        double ar1,
        double ar10,
        double ar100,
        double arSmall,
        double arMedium,
        double arLarge,
        List<ClassFigures> classes) {
    public CocoFigures {
        classes = List.copyOf(classes);
    }

    /** Precision of one class; NaN where the data have no object of it. */
    public record ClassFigures(double ap, double ap50) {}

    /** The figures that an outcome carries. */
    public Accuracy accuracy() {
        return new Accuracy(ap, ap50, ap75, apSmall, apMedium, apLarge);
    }
}
