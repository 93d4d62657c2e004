package io.falconet.evaluator.data;

/**
 * How a pixel becomes what a network sees: (value - mean) / deviation, with values from 0 to 255. The one place where
 * these constants live; part of a training's recipe, and exported with every model.
 */
public record Normalisation(Channel red, Channel green, Channel blue) {
    /** ImageNet's statistics in RGB order, which NanoDet uses (in BGR order) too. */
    public static final Normalisation IMAGENET = new Normalisation(
            new Channel(123.675f, 58.395f), new Channel(116.28f, 57.12f), new Channel(103.53f, 57.375f));

    /** From 0 to 1, grey where an image ends, as YOLOv5 has it. */
    public static final Normalisation UNIT =
            new Normalisation(new Channel(0, 255, 114), new Channel(0, 255, 114), new Channel(0, 255, 114));

    /**
     * One colour channel, on the scale of 0 to 255.
     *
     * @param mean that becomes 0
     * @param deviation that becomes 1
     * @param padding the value where an image ends
     */
    public record Channel(float mean, float deviation, int padding) {
        public Channel {
            if (!(deviation > 0)) {
                throw new IllegalArgumentException("A deviation is over 0, found " + deviation + ".");
            }
            if (padding < 0 || padding > 255) {
                throw new IllegalArgumentException("Padding is from 0 to 255, found " + padding + ".");
            }
        }

        /** Padded with what comes out nearest to 0. */
        public Channel(float mean, float deviation) {
            this(mean, deviation, Math.round(mean));
        }

        /** What a network sees for a value from 0 to 255. */
        float normalised(int value) {
            return (value - mean) / deviation;
        }
    }

    /** By index in the order red, green, blue, in which networks see them. */
    public Channel channel(int index) {
        return switch (index) {
            case 0 -> red;
            case 1 -> green;
            case 2 -> blue;
            default -> throw new IllegalArgumentException("Channels are 0, 1 and 2, found " + index + ".");
        };
    }

    /** Normalises letterboxed pixels as they are, into planes from {@code offset} on. */
    public void write(Pixels pixels, float[] into, int offset) {
        int area = pixels.width() * pixels.height();
        float[] byValue = new float[256];
        for (int c = 0; c < 3; c++) {
            Channel channel = channel(c);
            for (int v = 0; v < 256; v++) {
                byValue[v] = channel.normalised(v);
            }
            byte[] planes = pixels.planes();
            for (int i = c * area; i < (c + 1) * area; i++) {
                into[offset + i] = byValue[planes[i] & 0xff];
            }
        }
    }
}
