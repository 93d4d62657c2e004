package io.falconet.evaluator.data;

/**
 * How a network takes images: letterboxed to its size, and normalised.
 *
 * @param width in pixels
 * @param height in pixels
 * @param normalisation of the pixels
 */
public record NetworkInput(int width, int height, Normalisation normalisation) {
    /** The letterbox of an image of that size. */
    public Letterbox letterbox(int imageWidth, int imageHeight) {
        return Letterbox.fit(imageWidth, imageHeight, width, height);
    }

    /** What the network reads of an image: three planes of {@code height x width}. */
    public float[] values(Pixels image) {
        float[] values = new float[3 * width * height];
        Letterbox letterbox = letterbox(image.width(), image.height());
        normalisation.write(Resampler.letterbox(image, letterbox, normalisation), values, 0);
        return values;
    }
}
