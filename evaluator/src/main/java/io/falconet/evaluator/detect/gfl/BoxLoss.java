package io.falconet.evaluator.detect.gfl;

import io.falconet.evaluator.detect.Box;

/**
 * Generalised intersection over union (Rezatofighi et al., 2019) of a predicted box and an object, and its derivatives
 * by the predicted edges.
 */
public final class BoxLoss {
    private static final float TINY = 1e-6f;

    private final float giou;

    /** Derivatives by x1, y1, x2, y2 of the prediction. */
    final float[] gradient = new float[4];

    public BoxLoss(Box predicted, Box object) {
        float overlapWidth = Math.min(predicted.x2(), object.x2()) - Math.max(predicted.x1(), object.x1());
        float overlapHeight = Math.min(predicted.y2(), object.y2()) - Math.max(predicted.y1(), object.y1());
        boolean overlap = overlapWidth > 0 && overlapHeight > 0;
        float intersection = overlap ? overlapWidth * overlapHeight : 0;
        float union = Math.max(predicted.area() + object.area() - intersection, TINY);
        float hullWidth = Math.max(predicted.x2(), object.x2()) - Math.min(predicted.x1(), object.x1());
        float hullHeight = Math.max(predicted.y2(), object.y2()) - Math.min(predicted.y1(), object.y1());
        float hull = Math.max(hullWidth * hullHeight, TINY);
        giou = intersection / union - 1 + union / hull;

        float byIntersection = 1 / union;
        float byUnion = 1 / hull - intersection / (union * union);
        float byHull = -union / (hull * hull);
        float width = predicted.x2() - predicted.x1();
        float height = predicted.y2() - predicted.y1();
        float[] area = {-height, -width, height, width};
        float[] inner = {-overlapHeight, -overlapWidth, overlapHeight, overlapWidth};
        float[] outer = {-hullHeight, -hullWidth, hullHeight, hullWidth};
        boolean[] within = {
            predicted.x1() > object.x1(),
            predicted.y1() > object.y1(),
            predicted.x2() < object.x2(),
            predicted.y2() < object.y2()
        };
        for (int edge = 0; edge < 4; edge++) {
            float dIntersection = overlap && within[edge] ? inner[edge] : 0;
            float dHull = within[edge] ? 0 : outer[edge];
            float dUnion = area[edge] - dIntersection;
            gradient[edge] = byIntersection * dIntersection + byUnion * dUnion + byHull * dHull;
        }
    }

    /** From -1 (far apart) to 1 (equal). */
    public float giou() {
        return giou;
    }
}
