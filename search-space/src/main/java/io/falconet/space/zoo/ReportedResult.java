package io.falconet.space.zoo;

/**
 * What a publication says that a model reaches: on other data, after its authors' training, on their device. Falconet
 * passes it on and did not check it.
 *
 * @param where the publication and the place in it
 * @param data on which it was scored, such as {@code COCO val2017}
 * @param side of the square images, in pixels
 * @param map50To95 from 0 to 1; NaN where nothing is said
 * @param map50 at IoU 0.50, from 0 to 1; NaN where nothing is said
 * @param speed as printed, with the device; empty where nothing is said
 */
public record ReportedResult(String where, String data, int side, double map50To95, double map50, String speed) {
    private static final String COCO = "COCO val2017";

    /** A result on the images of COCO by which detectors are mostly compared, in per cent as it is printed. */
    static ReportedResult coco(String where, int side, double map50To95, double map50, String speed) {
        return new ReportedResult(where, COCO, side, map50To95 / 100, map50 / 100, speed);
    }

    /** The same where but the mean over thresholds is said. */
    static ReportedResult coco(String where, int side, double map50To95, String speed) {
        return coco(where, side, map50To95, Double.NaN, speed);
    }
}
