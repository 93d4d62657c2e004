package io.falconet.evaluator.data;

/**
 * How much training images are varied. Everything is drawn evenly from its range.
 *
 * <p>A box is clipped to what is seen of its image. It is dropped where less than {@link #LEAST_VISIBLE} of its area is
 * left, or a side of what is left is under {@link #LEAST_SIDE}: what cannot be seen must not be asked for.
 *
 * @param horizontalFlip probability of mirroring left and right
 * @param verticalFlip probability of mirroring top and bottom
 * @param smallestScale the image is scaled by at least this
 * @param largestScale the image is scaled by at most this
 * @param translate shifted by at most this share of the input's side, either way
 * @param brightness added to pixels, at most this share of the full range, either way
 * @param contrast pixels' distance from mid-grey changes by at most this share
 * @param saturation pixels' distance from their own grey changes by at most this share
 * @param hue colours turn by at most this many degrees, either way
 * @param value pixels are multiplied by 1 and at most this share more or less
 * @param mosaic probability that four images are combined into one
 * @param layout how they are
 * @param copies most small objects of an image that are copied to another place of it
 */
public record Augmentation(
        double horizontalFlip,
        double verticalFlip,
        double smallestScale,
        double largestScale,
        double translate,
        double brightness,
        double contrast,
        double saturation,
        double hue,
        double value,
        double mosaic,
        Layout layout,
        int copies) {
    /** How four images make one. */
    public enum Layout {
        /** Each fills a quadrant with a piece of itself, at its own scale: small objects stay as they are. */
        PIECES,
        /** Whole images meet at a point, and what is seen of them is scaled and shifted together: YOLOv5's. */
        WHOLE
    }

    /** Share of a box's area that must be left for it to be kept. */
    public static final double LEAST_VISIBLE = 0.4;

    /** Pixels of the network's input. */
    public static final double LEAST_SIDE = 1;

    /** Images as they are. */
    public static final Augmentation NONE = new Augmentation(0, 0, 1, 1, 0, 0, 0, 0, 0, 0);

    /** For short trainings from scratch on few images. */
    public static final Augmentation SHORT_TRAINING = new Augmentation(0.5, 0, 0.8, 1.25, 0.1, 0.1, 0.2, 0.3, 8, 0);

    public Augmentation {
        if (!(smallestScale > 0) || !(largestScale >= smallestScale)) {
            throw new IllegalArgumentException("Scales over 0, the smaller one first, were expected, found %s to %s."
                    .formatted(smallestScale, largestScale));
        }
    }

    /** Without a change of value or copies, and with mosaics of pieces. */
    public Augmentation(
            double horizontalFlip,
            double verticalFlip,
            double smallestScale,
            double largestScale,
            double translate,
            double brightness,
            double contrast,
            double saturation,
            double hue,
            double mosaic) {
        this(
                horizontalFlip,
                verticalFlip,
                smallestScale,
                largestScale,
                translate,
                brightness,
                contrast,
                saturation,
                hue,
                0,
                mosaic,
                Layout.PIECES,
                0);
    }

    /** The same with images also mirrored top and bottom, for what has no up: circuit boards, cells, aerial views. */
    public Augmentation withVerticalFlip(double probability) {
        return new Augmentation(
                horizontalFlip,
                probability,
                smallestScale,
                largestScale,
                translate,
                brightness,
                contrast,
                saturation,
                hue,
                value,
                mosaic,
                layout,
                copies);
    }

    /** The same with four images combined into one, at that probability. */
    public Augmentation withMosaic(double probability) {
        return new Augmentation(
                horizontalFlip,
                verticalFlip,
                smallestScale,
                largestScale,
                translate,
                brightness,
                contrast,
                saturation,
                hue,
                value,
                probability,
                layout,
                copies);
    }

    /** The same with up to so many small objects of an image copied to another place of it. */
    public Augmentation withCopies(int most) {
        return new Augmentation(
                horizontalFlip,
                verticalFlip,
                smallestScale,
                largestScale,
                translate,
                brightness,
                contrast,
                saturation,
                hue,
                value,
                mosaic,
                layout,
                most);
    }
}
