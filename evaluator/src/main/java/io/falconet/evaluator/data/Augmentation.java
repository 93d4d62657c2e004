package io.falconet.evaluator.data;

import java.util.random.RandomGenerator;

/**
 * How much training images are varied. Everything that is changed is drawn evenly from its range. Built by name:
 *
 * <pre>{@code
 * Augmentation strong = Augmentation.builder().mirrored(0.5, 0).scaled(0.6, 1.4).mosaic(1, Layout.WHOLE).build();
 * Augmentation stronger = strong.but().copies(4).build();
 * }</pre>
 *
 * <p>A box is clipped to what is seen of its image, and dropped where that is too little: what cannot be seen must not be
 * asked for.
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
 * @param clipped whether changed colours stay between black and white, as bytes do: an image is brightened only until its
 *     brightest pixel is white, so that nothing fades into it
 * @param mosaic probability that four images are combined into one
 * @param layout how they are
 * @param copies most small objects of an image that are copied to another place of it
 * @param chance probability of each change of scale, place or colour; turned hues and values are always changed
 * @param leastVisible share of a box's area that must be left for it to be kept
 * @param leastSide pixels of the network's input that each of its sides must have left
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
        boolean clipped,
        double mosaic,
        Layout layout,
        int copies,
        double chance,
        double leastVisible,
        double leastSide) {
    /** How four images make one. */
    public enum Layout {
        /** Each fills a quadrant with a piece of itself, at its own scale: small objects stay as they are. */
        PIECES,
        /** Whole images meet at a point, and what is seen of them is scaled and shifted together: YOLOv5's. */
        WHOLE
    }

    /** Images as they are. */
    public static final Augmentation NONE = builder().build();

    public Augmentation {
        if (!(smallestScale > 0) || !(largestScale >= smallestScale)) {
            throw new IllegalArgumentException("Scales over 0, the smaller one first, were expected, found %s to %s."
                    .formatted(smallestScale, largestScale));
        }
    }

    /** Starts from images as they are. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts from this one. */
    public Builder but() {
        return builder()
                .mirrored(horizontalFlip, verticalFlip)
                .scaled(smallestScale, largestScale)
                .translate(translate)
                .brightness(brightness)
                .contrast(contrast)
                .saturation(saturation)
                .hue(hue)
                .value(value)
                .clipped(clipped)
                .mosaic(mosaic, layout)
                .copies(copies)
                .chance(chance)
                .keeping(leastVisible, leastSide);
    }

    /** Whether a change is made this time. */
    boolean happens(RandomGenerator random) {
        return chance >= 1 || random.nextDouble() < chance;
    }

    /** An augmentation in the making; what is not said stays as it is. */
    public static final class Builder {
        private double horizontalFlip;
        private double verticalFlip;
        private double smallestScale = 1;
        private double largestScale = 1;
        private double translate;
        private double brightness;
        private double contrast;
        private double saturation;
        private double hue;
        private double value;
        private boolean clipped;
        private double mosaic;
        private Layout layout = Layout.PIECES;
        private int copies;
        private double chance = 1;
        private double leastVisible = 0.4;
        private double leastSide = 1;

        private Builder() {}

        /** Probabilities; top and bottom only for what has no up: circuit boards, cells, aerial views. */
        public Builder mirrored(double leftAndRight, double topAndBottom) {
            horizontalFlip = leftAndRight;
            verticalFlip = topAndBottom;
            return this;
        }

        /** Factors. */
        public Builder scaled(double least, double most) {
            smallestScale = least;
            largestScale = most;
            return this;
        }

        /** Share of the input's side. */
        public Builder translate(double share) {
            translate = share;
            return this;
        }

        /** Share of the full range. */
        public Builder brightness(double share) {
            brightness = share;
            return this;
        }

        /** Share of the distance from mid-grey. */
        public Builder contrast(double share) {
            contrast = share;
            return this;
        }

        /** Share of the distance from grey. */
        public Builder saturation(double share) {
            saturation = share;
            return this;
        }

        /** Degrees. */
        public Builder hue(double degrees) {
            hue = degrees;
            return this;
        }

        /** Share of the value. */
        public Builder value(double share) {
            value = share;
            return this;
        }

        /** Whether colours stay between black and white. */
        public Builder clipped(boolean ends) {
            clipped = ends;
            return this;
        }

        /** Probability, and how. */
        public Builder mosaic(double probability, Layout how) {
            mosaic = probability;
            layout = how;
            return this;
        }

        /** Objects an image. */
        public Builder copies(int most) {
            copies = most;
            return this;
        }

        /** Probability. */
        public Builder chance(double probability) {
            chance = probability;
            return this;
        }

        /** Share of a box's area, and pixels of its sides, that must be seen. */
        public Builder keeping(double visible, double side) {
            leastVisible = visible;
            leastSide = side;
            return this;
        }

        /** The augmentation. */
        public Augmentation build() {
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
                    clipped,
                    mosaic,
                    layout,
                    copies,
                    chance,
                    leastVisible,
                    leastSide);
        }
    }
}
