package io.falconet.evaluator.detect.yolo;

/**
 * The overlap of a predicted box and an object, and its derivatives by the prediction. In CIoU the weight of the aspect
 * ratio counts as a constant, as its authors advise.
 */
public final class BoxOverlap {
    private static final double TINY = 1e-7;
    private static final double ASPECT_SCALE = 4 / (Math.PI * Math.PI);

    private final OverlapMeasure measure;
    private final Axis across;
    private final Axis down;
    private final double intersection;
    private final double union;
    /** Area of the hull. */
    private final double hull;
    /** Square of the hull's diagonal. */
    private final double diagonal;
    /** Square of the distance of the centres. */
    private final double distance;
    /** By how much the angles of the diagonals differ. */
    private final double angle;

    public BoxOverlap(OverlapMeasure measure, CenteredBox predicted, CenteredBox object) {
        this.measure = measure;
        across = new Axis(predicted.x(), predicted.width(), object.x(), object.width());
        down = new Axis(predicted.y(), predicted.height(), object.y(), object.height());
        intersection = across.overlap() * down.overlap();
        union = across.size() * down.size() + across.objectSize() * down.objectSize() - intersection + TINY;
        hull = across.hull() * down.hull() + TINY;
        diagonal = across.hull() * across.hull() + down.hull() * down.hull() + TINY;
        distance = across.offset() * across.offset() + down.offset() * down.offset();
        angle = Math.atan2(across.objectSize(), down.objectSize()) - Math.atan2(across.size(), down.size());
    }

    /** The overlap. */
    public double value() {
        double iou = intersection / union;
        return switch (measure) {
            case IOU -> iou;
            case GIOU -> iou - (hull - union) / hull;
            case DIOU -> iou - distance / diagonal;
            case CIOU -> iou - distance / diagonal - aspectWeight() * aspectPenalty();
        };
    }

    private double aspectPenalty() {
        return ASPECT_SCALE * angle * angle;
    }

    private double aspectWeight() {
        return aspectPenalty() / (aspectPenalty() - intersection / union + 1 + TINY);
    }

    /** Derivatives of the {@link #value} by x, y, width and height of the prediction. */
    public double[] gradient() {
        double left = byEdge(-1, across.startsAfter(), across, down);
        double right = byEdge(1, across.endsBefore(), across, down);
        double top = byEdge(-1, down.startsAfter(), down, across);
        double bottom = byEdge(1, down.endsBefore(), down, across);
        double[] gradient = {left + right, top + bottom, (right - left) / 2, (bottom - top) / 2};
        if (measure == OverlapMeasure.DIOU || measure == OverlapMeasure.CIOU) {
            gradient[0] += 2 * across.offset() / diagonal;
            gradient[1] += 2 * down.offset() / diagonal;
        }
        if (measure == OverlapMeasure.CIOU) {
            double squares = across.size() * across.size() + down.size() * down.size() + TINY;
            double byAngle = 2 * aspectWeight() * ASPECT_SCALE * angle / squares;
            gradient[2] += byAngle * down.size();
            gradient[3] -= byAngle * across.size();
        }
        return gradient;
    }

    /**
     * Derivative by one edge of what depends on edges.
     *
     * @param outward the way in which the box grows, 1 or -1
     * @param within whether the edge lies before the object's
     */
    private double byEdge(int outward, boolean within, Axis along, Axis other) {
        double byIntersection = within && along.overlap() > 0 ? outward * other.overlap() : 0;
        double byUnion = outward * other.size() - byIntersection;
        double byHullSide = within ? 0 : outward;
        double iou = byIntersection / union - intersection / (union * union) * byUnion;
        return switch (measure) {
            case IOU -> iou;
            case GIOU -> iou + byUnion / hull - union / (hull * hull) * byHullSide * other.hull();
            case DIOU, CIOU -> iou + distance / (diagonal * diagonal) * 2 * along.hull() * byHullSide;
        };
    }
}
