package io.falconet.evaluator.synthetic;

import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.SplittableRandom;

/** An image being painted. */
final class Canvas {
    /** Coverage from which a pixel counts as belonging to a thing. */
    private static final double SEEN = 0.35;

    private final int width;
    private final int height;
    private final float[] red;
    private final float[] green;
    private final float[] blue;

    Canvas(int width, int height, Background background) {
        this.width = width;
        this.height = height;
        this.red = new float[width * height];
        this.green = new float[width * height];
        this.blue = new float[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                set(y * width + x, background.at(x, y));
            }
        }
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** What of a sprite is seen: the smallest box around its pixels, and how many there are. */
    record Silhouette(int x, int y, int width, int height, int area) {}

    /**
     * Paints a sprite with antialiased edges.
     *
     * @param softness width of an edge in pixels; 1 is sharp
     */
    Optional<Silhouette> paint(Sprite sprite, double softness) {
        double reach = 1.45 * sprite.radius() + softness;
        int left = width;
        int top = height;
        int right = -1;
        int bottom = -1;
        int area = 0;
        for (int y = Math.max(0, (int) (sprite.y() - reach)); y < Math.min(height, sprite.y() + reach); y++) {
            for (int x = Math.max(0, (int) (sprite.x() - reach)); x < Math.min(width, sprite.x() + reach); x++) {
                if (touch(sprite, softness, x, y) > SEEN) {
                    left = Math.min(left, x);
                    top = Math.min(top, y);
                    right = Math.max(right, x);
                    bottom = Math.max(bottom, y);
                    area++;
                }
            }
        }
        return area == 0
                ? Optional.empty()
                : Optional.of(new Silhouette(left, top, right - left + 1, bottom - top + 1, area));
    }

    /** Paints one pixel and tells how much of it is covered. */
    private double touch(Sprite sprite, double softness, int x, int y) {
        double dx = (x + 0.5 - sprite.x()) / sprite.radius();
        double dy = (y + 0.5 - sprite.y()) / sprite.radius();
        double cos = Math.cos(sprite.angle());
        double sin = Math.sin(sprite.angle());
        double u = cos * dx + sin * dy;
        double v = cos * dy - sin * dx;
        double clear = 1;
        for (Layer layer : sprite.layers()) {
            double distance = layer.outline().distance(u, v) * sprite.radius();
            double cover = layer.opacity() * Math.max(0, Math.min(1, 0.5 - distance / softness));
            if (cover > 0) {
                int at = y * width + x;
                set(at, get(at).mix(layer.paint().at(u, v), cover));
                clear *= 1 - cover;
            }
        }
        return 1 - clear;
    }

    /** Mean brightness around a place, from 0 to 1. */
    double luminance(double x, double y, double radius) {
        double sum = 0;
        int count = 0;
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                int atX = (int) Math.max(0, Math.min(width - 1, x + dx * radius * 0.7));
                int atY = (int) Math.max(0, Math.min(height - 1, y + dy * radius * 0.7));
                sum += get(atY * width + atX).luminance();
                count++;
            }
        }
        return sum / count;
    }

    /** The finished image with a camera's grain. */
    BufferedImage image(double grain, SplittableRandom random) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = y * width + x;
                double noise = grain * (random.nextDouble() + random.nextDouble() - 1);
                row[x] = level(red[at] + noise) << 16 | level(green[at] + noise) << 8 | level(blue[at] + noise);
            }
            image.getRaster().setDataElements(0, y, width, 1, row);
        }
        return image;
    }

    private Rgb get(int at) {
        return new Rgb(red[at], green[at], blue[at]);
    }

    private void set(int at, Rgb color) {
        red[at] = (float) color.red();
        green[at] = (float) color.green();
        blue[at] = (float) color.blue();
    }

    private static int level(double value) {
        return Math.max(0, Math.min(255, (int) (255 * value + 0.5)));
    }
}
