package io.falconet.evaluator.detect.yolo;

import java.util.List;

/**
 * How much the parts of the loss count.
 *
 * @param box of the boxes
 * @param objectness of whether there is an object
 * @param classes of the classes
 * @param positiveObjectness how much more an object counts than none
 * @param positiveClass how much more the right class counts than the others
 * @param balance of the levels' objectness, finest first
 */
public record YoloGains(
        double box,
        double objectness,
        double classes,
        double positiveObjectness,
        double positiveClass,
        List<Double> balance) {
    private static final List<Double> THREE_LEVELS = List.of(4.0, 1.0, 0.4);
    private static final List<Double> MORE_LEVELS = List.of(4.0, 1.0, 0.25, 0.06, 0.02);
    private static final double COCO_CLASSES = 80;
    private static final double COCO_PIXELS = 640;

    public YoloGains {
        balance = List.copyOf(balance);
    }

    /** YOLOv5's gains for trainings from scratch on COCO, with three levels, 80 classes and 640 pixels. */
    public static YoloGains standard(int levels) {
        List<Double> balance = levels == THREE_LEVELS.size() ? THREE_LEVELS : MORE_LEVELS;
        if (levels < 1 || levels > balance.size()) {
            throw new IllegalArgumentException(
                    "From 1 to %d levels can be balanced, found %d. Maybe give the gains yourself."
                            .formatted(MORE_LEVELS.size(), levels));
        }
        return new YoloGains(0.05, 1, 0.5, 1, 1, balance.subList(0, levels));
    }

    /**
     * The same for another detector: boxes and classes count less over more levels, classes more if there are more of
     * them, objectness more on larger images.
     *
     * @param pixels along the longer side of the input
     */
    public YoloGains scaled(int classCount, int pixels) {
        double byLevels = 3.0 / balance.size();
        double bySize = pixels / COCO_PIXELS;
        return new YoloGains(
                box * byLevels,
                objectness * bySize * bySize * byLevels,
                classes * classCount / COCO_CLASSES * byLevels,
                positiveObjectness,
                positiveClass,
                balance);
    }
}
