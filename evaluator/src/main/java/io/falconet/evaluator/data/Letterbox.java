package io.falconet.evaluator.data;

/**
 * How an image of any shape lies in the network's input: scaled with its aspect kept, at the top left, the rest filled
 * with padding. At the top left because the offsets are then nothing, and a fraction of a pixel is a lot to a
 * small object.
 *
 * @param width of the network's input
 * @param height of the network's input
 * @param scaledWidth pixels of the input's width that the image covers
 * @param scaledHeight pixels of the input's height that the image covers
 * @param scaleX network pixels for one original pixel
 * @param scaleY differs from scaleX by the rounding to whole pixels only
 */
public record Letterbox(int width, int height, int scaledWidth, int scaledHeight, double scaleX, double scaleY) {
    /** The letterbox of an image of that size in a network input of that size. */
    public static Letterbox fit(int imageWidth, int imageHeight, int width, int height) {
        double scale = Math.min((double) width / imageWidth, (double) height / imageHeight);
        int scaledWidth = Math.min(width, Math.max(1, (int) Math.round(imageWidth * scale)));
        int scaledHeight = Math.min(height, Math.max(1, (int) Math.round(imageHeight * scale)));
        return new Letterbox(
                width,
                height,
                scaledWidth,
                scaledHeight,
                (double) scaledWidth / imageWidth,
                (double) scaledHeight / imageHeight);
    }

    /** The letterbox of a sample's image. */
    public static Letterbox fit(Sample sample, int width, int height) {
        return fit(sample.width(), sample.height(), width, height);
    }

    /** From original to network pixels. */
    public float toNetworkX(float x) {
        return (float) (x * scaleX);
    }

    /** From original to network pixels. */
    public float toNetworkY(float y) {
        return (float) (y * scaleY);
    }

    /** From network to original pixels. */
    public float toOriginalX(float x) {
        return (float) (x / scaleX);
    }

    /** From network to original pixels. */
    public float toOriginalY(float y) {
        return (float) (y / scaleY);
    }

    /** An object's box as {@code {class, x1, y1, x2, y2}} in network pixels. */
    public float[] box(GroundTruth object) {
        return new float[] {
            object.classIndex(),
            toNetworkX(object.x()),
            toNetworkY(object.y()),
            toNetworkX(object.right()),
            toNetworkY(object.bottom())
        };
    }
}
