package io.falconet.evaluator.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The objects of one image as they are read: boxes are clipped at the image's edge, empty ones and exact duplicates left
 * out, and each of these is named. Not thread-safe.
 */
public final class ImageObjects {
    /** Two boxes of a class that overlap by more than this intersection over union are most likely one object. */
    public static final double NEARLY_THE_SAME = 0.8;

    private static final float SAME = 0.01f;

    /**
     * One label.
     *
     * @param area as annotated, in square pixels; NaN where it follows from the box
     * @param where for messages: file and line, or the annotation's id
     */
    public record Entry(int classIndex, BoxEdges box, double area, boolean crowd, long id, String where) {}

    private record Placed(GroundTruth object, String where) {}

    private final String image;
    private final int width;
    private final int height;
    private final List<Fault> faults;
    private final List<Placed> placed = new ArrayList<>();

    /**
     * An image of that many pixels.
     *
     * @param faults to which what is wrong is added
     */
    ImageObjects(String image, int width, int height, List<Fault> faults) {
        this.image = image;
        this.width = width;
        this.height = height;
        this.faults = faults;
    }

    /** Pixels of a row. */
    public int width() {
        return width;
    }

    /** Rows of pixels. */
    public int height() {
        return height;
    }

    /** Adds an object, if there is something in its box. */
    public void add(Entry entry) {
        BoxEdges box = entry.box();
        BoxEdges seen = box.within(width, height);
        if (box.empty()) {
            fault(Fault.Kind.EMPTY_BOX, entry, "is %s in %s; left out".formatted(box.size(), image));
        } else if (seen.empty()) {
            fault(Fault.Kind.BOX_OUTSIDE, entry, "lies outside " + image + "; left out");
        } else {
            if (!seen.equals(box)) {
                fault(
                        Fault.Kind.BOX_CLIPPED,
                        entry,
                        String.format(
                                Locale.ROOT,
                                "reaches %.1f px past the edge of %s; clipped",
                                box.overrun(width, height),
                                image));
            }
            float area = Double.isNaN(entry.area()) ? seen.width() * seen.height() : (float) entry.area();
            place(
                    new GroundTruth(
                            entry.classIndex(),
                            seen.x(),
                            seen.y(),
                            seen.width(),
                            seen.height(),
                            area,
                            entry.crowd(),
                            entry.id()),
                    entry);
        }
    }

    /** What was found, in the order in which it was added. */
    public List<GroundTruth> found() {
        return placed.stream().map(Placed::object).toList();
    }

    private void place(GroundTruth object, Entry entry) {
        for (Placed earlier : placed) {
            GroundTruth other = earlier.object();
            if (other.classIndex() != object.classIndex() || other.crowd() || object.crowd()) {
                continue;
            }
            if (same(object, other)) {
                fault(
                        Fault.Kind.DUPLICATE_BOX,
                        entry,
                        "is the box of %s in %s again; left out".formatted(earlier.where(), image));
                return;
            }
            double iou = iou(object, other);
            if (iou > NEARLY_THE_SAME) {
                fault(
                        Fault.Kind.NEAR_DUPLICATE_BOX,
                        entry,
                        String.format(
                                Locale.ROOT,
                                "overlaps %s of the same class in %s by an IoU of %.2f; kept",
                                earlier.where(),
                                image,
                                iou));
            }
        }
        placed.add(new Placed(object, entry.where()));
    }

    private static boolean same(GroundTruth a, GroundTruth b) {
        return Math.abs(a.x() - b.x()) < SAME
                && Math.abs(a.y() - b.y()) < SAME
                && Math.abs(a.right() - b.right()) < SAME
                && Math.abs(a.bottom() - b.bottom()) < SAME;
    }

    private static double iou(GroundTruth a, GroundTruth b) {
        double across = Math.min(a.right(), b.right()) - Math.max(a.x(), b.x());
        double down = Math.min(a.bottom(), b.bottom()) - Math.max(a.y(), b.y());
        if (across <= 0 || down <= 0) {
            return 0;
        }
        double shared = across * down;
        return shared / ((double) a.width() * a.height() + (double) b.width() * b.height() - shared);
    }

    private void fault(Fault.Kind kind, Entry entry, String message) {
        faults.add(new Fault(kind, entry.where(), message));
    }
}
