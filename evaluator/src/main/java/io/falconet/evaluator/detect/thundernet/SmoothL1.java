package io.falconet.evaluator.detect.thundernet;

/**
 * Smooth L1 loss of box regression (Girshick, 2015): half the square of small differences, the absolute value of large
 * ones.
 *
 * @param sigma differences below {@code 1 / sigma^2} count as small
 * @param inside factor of a difference
 * @param outside factor of its loss
 */
public record SmoothL1(double sigma, double inside, double outside) {
    /** The loss of one number. */
    public double value(double difference) {
        double size = Math.abs(inside * difference);
        double square = sigma * sigma;
        return outside * (size < 1 / square ? size * size * square / 2 : size - 0.5 / square);
    }

    /** The derivative by the difference. */
    public double slope(double difference) {
        double weighted = inside * difference;
        double square = sigma * sigma;
        double slope = Math.abs(weighted) < 1 / square ? weighted * square : Math.signum(weighted);
        return outside * inside * slope;
    }

    /**
     * The loss of a table: the mean over its rows of each row's sum.
     *
     * @param predictions row by row
     * @param targets row by row
     * @param rows how many there are
     * @param gradient takes the derivatives by the predictions
     */
    public double mean(float[] predictions, float[] targets, int rows, float[] gradient) {
        double sum = 0;
        for (int i = 0; i < predictions.length; i++) {
            double difference = predictions[i] - targets[i];
            sum += value(difference);
            gradient[i] = (float) (slope(difference) / rows);
        }
        return sum / rows;
    }
}
