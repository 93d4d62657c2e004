package io.falconet.evaluator.metric;

import io.falconet.space.outcome.Accuracy;
import java.util.LinkedHashMap;
import java.util.Map;

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
        double arLarge) {
    /** The figures that an outcome carries. */
    public Accuracy accuracy() {
        return new Accuracy(ap, ap50, ap75, apSmall, apMedium, apLarge);
    }

    /** By the names that people know them by, in the order in which they are printed. */
    public Map<String, Double> byName() {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("AP", ap);
        figures.put("AP50", ap50);
        figures.put("AP75", ap75);
        figures.put("APs", apSmall);
        figures.put("APm", apMedium);
        figures.put("APl", apLarge);
        figures.put("AR1", ar1);
        figures.put("AR10", ar10);
        figures.put("AR100", ar100);
        figures.put("ARs", arSmall);
        figures.put("ARm", arMedium);
        figures.put("ARl", arLarge);
        return figures;
    }
}
