package io.falconet.evaluator.detect.yolo;

import java.util.Arrays;
import java.util.List;

/**
 * YOLOv5's loss of a batch and its gradient by the raw outputs, laid out as {@link AnchorGrid} says: one minus CIoU of the
 * matched boxes; cross entropy of every anchor's objectness against the CIoU that it reached, or 0; cross entropy of the
 * matched anchors' classes, if there are several. On each level each part is a mean. Where several objects want one
 * anchor, the last of them decides its objectness.
 *
 * <p>Not thread-safe: the gradient's arrays are used again by the next batch.
 */
public final class YoloLoss {
    private final AnchorGrid grid;
    private final AnchorMatcher matcher;
    private final YoloGains gains;
    private final CrossEntropy objectEntropy;
    private final CrossEntropy classEntropy;
    private float[][] gradient = new float[0][];

    /**
     * @throws IllegalArgumentException if the gains balance another number of levels than the grid has
     */
    public YoloLoss(AnchorGrid grid, AnchorMatcher matcher, YoloGains gains) {
        if (gains.balance().size() != grid.levels().size()) {
            throw new IllegalArgumentException(
                    "Gains for %d levels were expected, found %d. Maybe YoloGains.standard with the number of levels."
                            .formatted(grid.levels().size(), gains.balance().size()));
        }
        this.grid = grid;
        this.matcher = matcher;
        this.gains = gains;
        objectEntropy = new CrossEntropy(gains.positiveObjectness());
        classEntropy = new CrossEntropy(gains.positiveClass());
    }

    /**
     * Computes loss and gradient.
     *
     * @param outputs of each level
     * @param images in the batch
     * @param targets of all images
     */
    public YoloLossValue compute(float[][] outputs, int images, List<Target> targets) {
        prepare(outputs);
        double box = 0;
        double objectness = 0;
        double classes = 0;
        int count = 0;
        for (int i = 0; i < outputs.length; i++) {
            AnchorLevel level = grid.levels().get(i);
            List<Match> matches = matcher.match(level, targets);
            LevelLoss loss = new LevelLoss(grid, level, outputs[i], gradient[i]);
            double objectGain = gains.objectness() * gains.balance().get(i);
            box += gains.box() * loss.boxes(matches, images * gains.box());
            classes += gains.classes() * loss.classes(matches, classEntropy, images * gains.classes());
            objectness += objectGain * loss.objectness(objectEntropy, images * objectGain);
            count += matches.size();
        }
        return new YoloLossValue(box, objectness, classes, images, count);
    }

    private void prepare(float[][] outputs) {
        boolean fits = gradient.length == outputs.length;
        for (int level = 0; fits && level < outputs.length; level++) {
            fits = gradient[level].length == outputs[level].length;
        }
        if (!fits) {
            gradient =
                    Arrays.stream(outputs).map(level -> new float[level.length]).toArray(float[][]::new);
        }
        for (float[] level : gradient) {
            Arrays.fill(level, 0);
        }
    }

    /** The derivatives of the last loss's total, laid out as the outputs. */
    public float[][] gradient() {
        return gradient;
    }
}
