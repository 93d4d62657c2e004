package io.falconet.evaluator.synthetic;

/** A colour; 0 is black and 1 full, and values beyond are cut when an image is made. */
record Rgb(double red, double green, double blue) {
    /** From hue in degrees, saturation and value from 0 to 1. */
    static Rgb hsv(double hue, double saturation, double value) {
        return new Rgb(
                channel(hue, saturation, value, 5),
                channel(hue, saturation, value, 3),
                channel(hue, saturation, value, 1));
    }

    private static double channel(double hue, double saturation, double value, int shift) {
        double k = (shift + hue / 60) % 6;
        return value - value * saturation * Math.max(0, Math.min(1, Math.min(k, 4 - k)));
    }

    static Rgb grey(double value) {
        return new Rgb(value, value, value);
    }

    /** This at share 0, the other at share 1. */
    Rgb mix(Rgb other, double share) {
        return new Rgb(
                red + (other.red - red) * share,
                green + (other.green - green) * share,
                blue + (other.blue - blue) * share);
    }

    Rgb scaled(double factor) {
        return new Rgb(red * factor, green * factor, blue * factor);
    }

    double luminance() {
        return 0.299 * red + 0.587 * green + 0.114 * blue;
    }
}
