package io.falconet.evaluator.data;

import java.util.random.RandomGenerator;

/**
 * A change of hue, saturation, value, contrast and brightness followed by normalisation, all of which are one affine map of
 * (red, green, blue): cheap enough to be free.
 *
 * @param matrix by output channel: factors of red, green and blue, then what is added
 * @param lowest by output channel: results below become this
 * @param highest by output channel: results above become this
 */
record ColorShift(float[][] matrix, float[] lowest, float[] highest) {
    private static final double[] LUMINANCE = {0.299, 0.587, 0.114};
    private static final double MID_GREY = 127.5;

    /**
     * A change within a range.
     *
     * @param brightest value of the image that is changed, from 0 to 255
     */
    static ColorShift draw(Augmentation range, Normalisation normalisation, int brightest, RandomGenerator random) {
        double brightness = 255 * change(range.brightness(), range, random);
        double contrast = 1 + change(range.contrast(), range, random);
        double saturation = 1 + change(range.saturation(), range, random);
        double[][] turn = turn(Math.toRadians(range.hue() * even(random)));
        double gain = range.value() > 0 ? 1 + range.value() * even(random) : 1;
        if (range.clipped()) {
            gain = Math.min(gain, 255.0 / Math.max(1, brightest));
        }
        float[][] matrix = new float[3][4];
        float[] lowest = new float[3];
        float[] highest = new float[3];
        for (int out = 0; out < 3; out++) {
            Normalisation.Channel channel = normalisation.channel(out);
            double rowSum = turn[out][0] + turn[out][1] + turn[out][2];
            for (int in = 0; in < 3; in++) {
                double saturated = saturation * turn[out][in] + (1 - saturation) * rowSum * LUMINANCE[in];
                matrix[out][in] = (float) (gain * contrast * saturated / channel.deviation());
            }
            matrix[out][3] = (float) ((MID_GREY * (1 - contrast) + brightness - channel.mean()) / channel.deviation());
            lowest[out] = range.clipped() ? channel.normalised(0) : Float.NEGATIVE_INFINITY;
            highest[out] = range.clipped() ? channel.normalised(255) : Float.POSITIVE_INFINITY;
        }
        return new ColorShift(matrix, lowest, highest);
    }

    private static double change(double most, Augmentation range, RandomGenerator random) {
        return range.happens(random) ? most * even(random) : 0;
    }

    private static double even(RandomGenerator random) {
        return 2 * random.nextDouble() - 1;
    }

    /** Rotation about the axis of greys. */
    private static double[][] turn(double angle) {
        double cos = Math.cos(angle);
        double rest = (1 - cos) / 3;
        double sin = Math.sin(angle) / Math.sqrt(3);
        return new double[][] {
            {cos + rest, rest - sin, rest + sin},
            {rest + sin, cos + rest, rest - sin},
            {rest - sin, rest + sin, cos + rest}
        };
    }
}
