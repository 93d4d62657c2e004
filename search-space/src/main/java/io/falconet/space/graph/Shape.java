package io.falconet.space.graph;

/**
 * The shape of one image's feature map: channels, height, width. The batch axis is never part of it.
 *
 * @param channels feature maps, at least 1
 * @param height rows in cells, at least 1
 * @param width columns in cells, at least 1
 */
public record Shape(int channels, int height, int width) {
    public Shape {
        if (channels < 1 || height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "A shape needs at least 1 channel, row and column, found %dx%dx%d. Maybe the input is too small for the strides."
                            .formatted(channels, height, width));
        }
    }

    /** A colour image of the given size in pixels. */
    public static Shape image(int height, int width) {
        return new Shape(3, height, width);
    }

    /** How many values one image's map holds. */
    public long elements() {
        return (long) channels * height * width;
    }

    /** The same area with another number of channels. */
    public Shape withChannels(int other) {
        return new Shape(other, height, width);
    }

    /** Whether both maps have the same height and width. */
    public boolean sameArea(Shape other) {
        return height == other.height && width == other.width;
    }

    @Override
    public String toString() {
        return channels + "x" + height + "x" + width;
    }
}
