package io.falconet.evaluator.data;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Which images make a training canvas, and where they lie on it.
 *
 * @param parts one, or four with mosaic
 */
record Composition(List<Part> parts) {
    /** One image on the canvas. */
    record Part(Sample sample, Placement placement) {}

    /** Where the four images of a mosaic may meet, as a share of the canvas's side. */
    private static final double MEETING = 0.3;

    /**
     * @param sample the one, or the first of four
     * @param others where the other three of a mosaic are drawn from
     */
    static Composition draw(
            Sample sample, List<Sample> others, int width, int height, Augmentation range, RandomGenerator random) {
        if (random.nextDouble() >= range.mosaic()) {
            return new Composition(List.of(single(sample, width, height, range, random)));
        }
        if (range.layout() == Augmentation.Layout.WHOLE) {
            return WholeMosaic.draw(sample, others, width, height, range, random);
        }
        int x = (int) (width * (MEETING + (1 - 2 * MEETING) * random.nextDouble()));
        int y = (int) (height * (MEETING + (1 - 2 * MEETING) * random.nextDouble()));
        return new Composition(List.of(
                quadrant(sample, width, height, new Placement.Window(0, 0, x, y), range, random),
                quadrant(any(others, random), width, height, new Placement.Window(x, 0, width, y), range, random),
                quadrant(any(others, random), width, height, new Placement.Window(0, y, x, height), range, random),
                quadrant(
                        any(others, random), width, height, new Placement.Window(x, y, width, height), range, random)));
    }

    static Sample any(List<Sample> samples, RandomGenerator random) {
        return samples.get(random.nextInt(samples.size()));
    }

    /** Scaled about the image's own middle, then shifted. */
    private static Part single(Sample sample, int width, int height, Augmentation range, RandomGenerator random) {
        Letterbox letterbox = Letterbox.fit(sample, width, height);
        double scale = scale(range, random);
        double most = range.happens(random) ? range.translate() : 0;
        double shiftX = width * between(-most, most, random);
        double shiftY = height * between(-most, most, random);
        return new Part(
                sample,
                new Placement(
                        new Placement.Window(0, 0, width, height),
                        letterbox,
                        scale,
                        letterbox.scaledWidth() * (1 - scale) / 2 + shiftX,
                        letterbox.scaledHeight() * (1 - scale) / 2 + shiftY,
                        random.nextDouble() < range.horizontalFlip(),
                        random.nextDouble() < range.verticalFlip()));
    }

    /** A piece of the image as large as the window, from anywhere in it. Not shrunk to fit: small objects stay seen. */
    private static Part quadrant(
            Sample sample, int width, int height, Placement.Window window, Augmentation range, RandomGenerator random) {
        Letterbox letterbox = Letterbox.fit(sample, width, height);
        double scale = scale(range, random);
        double spareX = Math.max(0, letterbox.scaledWidth() * scale - window.width());
        double spareY = Math.max(0, letterbox.scaledHeight() * scale - window.height());
        return new Part(
                sample,
                new Placement(
                        window,
                        letterbox,
                        scale,
                        window.left() - spareX * random.nextDouble(),
                        window.top() - spareY * random.nextDouble(),
                        random.nextDouble() < range.horizontalFlip(),
                        random.nextDouble() < range.verticalFlip()));
    }

    static double scale(Augmentation range, RandomGenerator random) {
        return range.happens(random) ? between(range.smallestScale(), range.largestScale(), random) : 1;
    }

    static double between(double low, double high, RandomGenerator random) {
        return low + (high - low) * random.nextDouble();
    }
}
