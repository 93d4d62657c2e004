package io.falconet.evaluator.detect.yolo;

/** How the overlap of two boxes is measured; all are at most 1, which equal boxes reach. */
public enum OverlapMeasure {
    /** Intersection over union, from 0. */
    IOU,
    /** Less the share of the common hull that neither box covers (Rezatofighi et al., 2019); from -1. */
    GIOU,
    /** Less the squared distance of the centres over that of the hull's corners (Zheng et al., 2020); from -1. */
    DIOU,
    /** The same, less a penalty for another aspect ratio (Zheng et al., 2020). */
    CIOU
}
