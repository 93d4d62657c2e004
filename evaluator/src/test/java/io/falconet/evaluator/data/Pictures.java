package io.falconet.evaluator.data;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/** Writes files that readers of data sets look at. */
public final class Pictures {
    private Pictures() {}

    /** A picture of soft blotches, different for each seed. */
    public static BufferedImage picture(int width, int height, long seed, int type) {
        SplittableRandom random = new SplittableRandom(seed);
        int[][] corners = new int[8][8];
        for (int[] row : corners) {
            for (int i = 0; i < row.length; i++) {
                row[i] = random.nextInt(256);
            }
        }
        BufferedImage image = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int grey = corners[8 * y / height][8 * x / width];
                image.setRGB(x, y, 0xff000000 | grey << 16 | grey << 8 | (grey + 7) % 256);
            }
        }
        return image;
    }

    /** Writes such a picture in the format named, whatever the file is called. */
    public static Path write(Path file, int width, int height, long seed, String format) {
        return write(file, picture(width, height, seed, BufferedImage.TYPE_INT_RGB), format);
    }

    /** Writes a picture. */
    public static Path write(Path file, BufferedImage image, String format) {
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(image, format, file.toFile());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a text file. */
    public static Path text(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
