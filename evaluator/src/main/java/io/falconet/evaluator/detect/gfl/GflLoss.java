package io.falconet.evaluator.detect.gfl;

import io.falconet.evaluator.detect.Box;
import io.falconet.evaluator.detect.DetectionLoss;
import io.falconet.space.block.GflFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Generalised focal loss of a batch and its gradient by the raw outputs, both as NanoDet computes them: quality focal loss
 * of the class scores over the number of positive cells, and for those cells GIoU loss (weight 2) and distribution focal
 * loss (weight 1/4), each cell weighted by its best class score over the sum of these. NanoDet-m and NanoDet-Plus differ
 * in the assigner and in what they take for too small a divisor.
 *
 * <p>Outputs are laid out as {@code images x channels x rows x columns} for each level. Not thread-safe: the gradient's
 * arrays are used again by the next batch.
 */
public final class GflLoss implements DetectionLoss {
    private static final float BOX_WEIGHT = 2;
    private static final float DISTANCE_WEIGHT = 0.25f;

    private final GflFormat format;
    private final CellGrid grid;
    private final Assignment assignment;
    private final Averaging averaging;
    private final BackgroundFocal scores = new BackgroundFocal();
    private float[][] gradient = new float[0][];

    /** For each cell of an image the index of the object that it is to predict, or none. */
    private interface Assignment {
        int[] of(GflOutputs outputs, int image, List<Box> boxes, List<Integer> classes);
    }

    /** The loss of NanoDet-m. */
    public GflLoss(GflFormat format, CellGrid grid, AtssAssigner assigner) {
        this(format, grid, (outputs, image, boxes, classes) -> assigner.assign(grid, boxes), Averaging.EACH_IMAGE);
    }

    /** The loss of NanoDet-Plus, where the assigner sees the outputs that are learned. */
    public GflLoss(GflFormat format, CellGrid grid, DslAssigner assigner) {
        this(format, grid, assigner::assign, Averaging.WHOLE_BATCH);
    }

    private GflLoss(GflFormat format, CellGrid grid, Assignment assignment, Averaging averaging) {
        this.format = format;
        this.grid = grid;
        this.assignment = assignment;
        this.averaging = averaging;
    }

    @Override
    public GflLossValue compute(float[][] outputs, List<List<float[]>> objects) {
        prepare(outputs);
        List<PositiveCell> positives = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        for (int image = 0; image < objects.size(); image++) {
            int before = positives.size();
            addPositives(positives, outputs, image, objects.get(image));
            counts.add(positives.size() - before);
        }
        float factor = 1f / averaging.classes(counts);
        return sum(positives, background(outputs, objects.size(), factor), outputs, factor);
    }

    private void prepare(float[][] outputs) {
        boolean fits = gradient.length == outputs.length;
        for (int level = 0; fits && level < outputs.length; level++) {
            fits = gradient[level].length == outputs[level].length;
        }
        if (!fits) {
            gradient = new float[outputs.length][];
            for (int level = 0; level < outputs.length; level++) {
                gradient[level] = new float[outputs[level].length];
            }
        }
    }

    private void addPositives(List<PositiveCell> into, float[][] outputs, int image, List<float[]> objects) {
        List<Box> boxes = objects.stream()
                .map(object -> new Box(object[1], object[2], object[3], object[4]))
                .toList();
        List<Integer> classes = objects.stream().map(object -> (int) object[0]).toList();
        int[] assigned = assignment.of(new GflOutputs(format, grid, outputs), image, boxes, classes);
        for (int cell = 0; cell < assigned.length; cell++) {
            if (assigned[cell] != AtssAssigner.NONE) {
                int object = assigned[cell];
                into.add(new PositiveCell(format, grid, cell, image, outputs, classes.get(object), boxes.get(object)));
            }
        }
    }

    /** Takes every cell and class as background, and clears the gradients of all distances. */
    private double background(float[][] outputs, int images, float factor) {
        double loss = 0;
        for (int level = 0; level < outputs.length; level++) {
            int area = grid.levels().get(level).cells();
            int channels = format.channels() * area;
            for (int image = 0; image < images; image++) {
                int distances = image * channels + format.classes() * area;
                loss += scores.sum(outputs[level], gradient[level], image * channels, distances, factor);
                Arrays.fill(gradient[level], distances, (image + 1) * channels, 0);
            }
        }
        return loss * factor;
    }

    private GflLossValue sum(List<PositiveCell> positives, double background, float[][] outputs, float factor) {
        double weights = averaging.boxes(
                positives.stream().mapToDouble(cell -> cell.weight).sum());
        double quality = background;
        double box = 0;
        double distance = 0;
        for (PositiveCell cell : positives) {
            float[] into = gradient[cell.level];
            float logit = outputs[cell.level][cell.classLogit];
            quality -= factor * QualityFocal.background(logit, into, cell.classLogit, factor);
            quality += factor * QualityFocal.object(logit, cell.quality, into, cell.classLogit, factor);
            float share = (float) (cell.weight / weights);
            box += share * BOX_WEIGHT * cell.boxLoss();
            distance += share * DISTANCE_WEIGHT * cell.distanceLoss();
            cell.addGradient(into, share * BOX_WEIGHT, share * DISTANCE_WEIGHT);
        }
        return new GflLossValue(quality, box, distance, positives.size());
    }

    @Override
    public float[][] gradient() {
        return gradient;
    }
}
