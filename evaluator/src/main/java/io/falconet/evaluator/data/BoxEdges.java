package io.falconet.evaluator.data;

/** A box as annotated, possibly a bad one, in pixels of the original image. */
public record BoxEdges(float x, float y, float width, float height) {
    /** Pixels by which a box may reach past its image's edge without being told: it is rounding. */
    private static final float ROUNDING = 0.01f;

    /** Whether there is nothing in it. */
    public boolean empty() {
        return !(width > 0) || !(height > 0);
    }

    /** The part of it that lies in an image of that size; itself where it wholly does. */
    public BoxEdges within(int imageWidth, int imageHeight) {
        boolean whole = x >= -ROUNDING
                && y >= -ROUNDING
                && x + width <= imageWidth + ROUNDING
                && y + height <= imageHeight + ROUNDING;
        if (whole) {
            return this;
        }
        float left = Math.max(0, x);
        float top = Math.max(0, y);
        return new BoxEdges(left, top, Math.min(imageWidth, x + width) - left, Math.min(imageHeight, y + height) - top);
    }

    /** Pixels by which it reaches past an image of that size, on the side where it does most; 0 where it does not. */
    public double overrun(int imageWidth, int imageHeight) {
        double across = Math.max(-x, (double) x + width - imageWidth);
        double down = Math.max(-y, (double) y + height - imageHeight);
        return Math.max(0, Math.max(across, down));
    }

    /** Width and height for a message. */
    String size() {
        return width + " x " + height;
    }
}
