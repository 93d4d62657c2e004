package io.falconet.evaluator.picture;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds places for labels, so that no label hides a small object or another label: right above, below or beside the box,
 * since one further off could be another's. A label without a place is left out; the legend tells what its box's colour
 * means.
 */
final class LabelPlaces {
    /** A box so many times as large as a label may be covered by it: a corner of it is not the object. */
    private static final double LARGE = 12;

    private final Rectangle2D canvas;
    private final List<Rectangle2D> boxes;
    private final List<Rectangle2D> taken = new ArrayList<>();

    /** @param boxes of all objects, labelled or not */
    LabelPlaces(double width, double height, List<Rectangle2D> boxes) {
        this.canvas = new Rectangle2D.Double(0, 0, width, height);
        this.boxes = List.copyOf(boxes);
    }

    /** A place for a label of that size, which is then taken. */
    Optional<Rectangle2D> place(Rectangle2D box, double width, double height, double gap) {
        for (Point2D corner : corners(box, width, height, gap)) {
            Rectangle2D label = within(new Rectangle2D.Double(corner.getX(), corner.getY(), width, height));
            if (free(label)) {
                taken.add(label);
                return Optional.of(label);
            }
        }
        return Optional.empty();
    }

    /** Upper left corners of the label: above and below from the left, then ending at the right, then beside. */
    private static List<Point2D> corners(Rectangle2D box, double width, double height, double gap) {
        double above = box.getMinY() - gap - height;
        double below = box.getMaxY() + gap;
        return List.of(
                new Point2D.Double(box.getMinX() - gap, above),
                new Point2D.Double(box.getMinX() - gap, below),
                new Point2D.Double(box.getMaxX() + gap - width, above),
                new Point2D.Double(box.getMaxX() + gap - width, below),
                new Point2D.Double(box.getMaxX() + gap, box.getMinY()),
                new Point2D.Double(box.getMinX() - gap - width, box.getMinY()),
                new Point2D.Double(box.getMaxX() + gap, box.getMaxY() - height),
                new Point2D.Double(box.getMinX() - gap - width, box.getMaxY() - height));
    }

    /** Moved into the picture. */
    private Rectangle2D within(Rectangle2D label) {
        double x = Math.max(0, Math.min(label.getX(), canvas.getWidth() - label.getWidth()));
        double y = Math.max(0, Math.min(label.getY(), canvas.getHeight() - label.getHeight()));
        return new Rectangle2D.Double(x, y, label.getWidth(), label.getHeight());
    }

    private boolean free(Rectangle2D label) {
        double size = label.getWidth() * label.getHeight();
        return canvas.contains(label)
                && taken.stream().noneMatch(label::intersects)
                && boxes.stream()
                        .filter(box -> box.getWidth() * box.getHeight() < LARGE * size)
                        .noneMatch(label::intersects);
    }
}
