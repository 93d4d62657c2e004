package io.falconet.evaluator.data;

import java.util.Optional;

/**
 * Where an image lies on a training canvas, in pixels of the network's input. A point x of the letterboxed image comes
 * to {@code offsetX + scale * x}, mirrored ones likewise from the image's right edge.
 *
 * @param window what may be painted
 * @param letterbox of the image; only what it covers is painted, not its padding
 */
record Placement(
        Window window,
        Letterbox letterbox,
        double scale,
        double offsetX,
        double offsetY,
        boolean mirrorX,
        boolean mirrorY) {
    /** A rectangle of the canvas; right and bottom are the first pixels beyond it. */
    record Window(int left, int top, int right, int bottom) {
        int width() {
            return right - left;
        }

        int height() {
            return bottom - top;
        }
    }

    /** The part of the window that the image covers. */
    Window painted() {
        return new Window(
                Math.max(window.left(), (int) Math.ceil(offsetX - 0.5)),
                Math.max(window.top(), (int) Math.ceil(offsetY - 0.5)),
                Math.min(window.right(), (int) Math.ceil(offsetX + scale * letterbox.scaledWidth() - 0.5)),
                Math.min(window.bottom(), (int) Math.ceil(offsetY + scale * letterbox.scaledHeight() - 0.5)));
    }

    /** The column of the letterboxed image, with fraction, whose centre is seen at the centre of a canvas column. */
    double sourceX(int x) {
        double at = (x + 0.5 - offsetX) / scale;
        return (mirrorX ? letterbox.scaledWidth() - at : at) - 0.5;
    }

    /** The row of the letterboxed image, with fraction, whose centre is seen at the centre of a canvas row. */
    double sourceY(int y) {
        double at = (y + 0.5 - offsetY) / scale;
        return (mirrorY ? letterbox.scaledHeight() - at : at) - 0.5;
    }

    /** An object's box {@code {class, x1, y1, x2, y2}} on the canvas, unless less of it is seen than has to be. */
    Optional<float[]> box(GroundTruth object, Augmentation range) {
        float[] box = letterbox.box(object);
        double x1 = canvasX(mirrorX ? box[3] : box[1]);
        double x2 = canvasX(mirrorX ? box[1] : box[3]);
        double y1 = canvasY(mirrorY ? box[4] : box[2]);
        double y2 = canvasY(mirrorY ? box[2] : box[4]);
        double left = Math.max(x1, window.left());
        double top = Math.max(y1, window.top());
        double right = Math.min(x2, window.right());
        double bottom = Math.min(y2, window.bottom());
        double width = right - left;
        double height = bottom - top;
        if (width < range.leastSide()
                || height < range.leastSide()
                || width * height < range.leastVisible() * (x2 - x1) * (y2 - y1)) {
            return Optional.empty();
        }
        return Optional.of(new float[] {object.classIndex(), (float) left, (float) top, (float) right, (float) bottom});
    }

    private double canvasX(double x) {
        return offsetX + scale * (mirrorX ? letterbox.scaledWidth() - x : x);
    }

    private double canvasY(double y) {
        return offsetY + scale * (mirrorY ? letterbox.scaledHeight() - y : y);
    }
}
