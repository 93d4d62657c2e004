package io.falconet.evaluator.data;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.PackedColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Decodes what ImageIO reads (JPEG, PNG, BMP, GIF, TIFF) to RGB. Grey is repeated, an alpha channel is ignored as OpenCV
 * and Pillow do, 16 bits are cut to 8, EXIF orientation is not applied. Thread-safe: a reader a call, and no disk cache.
 */
public final class ImageDecoder {
    /** Width and height in pixels, from the header alone. */
    public record Size(int width, int height) {}

    /** From an image file's bytes. Throws {@link IOException}, whose message reads on from the file's name. */
    public Size size(byte[] file) throws IOException {
        try (ImageInputStream stream = stream(file)) {
            ImageReader reader = reader(stream);
            try {
                return new Size(reader.getWidth(0), reader.getHeight(0));
            } catch (IOException | RuntimeException e) {
                throw new IOException("is damaged: " + e.getMessage(), e);
            } finally {
                reader.dispose();
            }
        }
    }

    /**
     * An image to its last pixel.
     *
     * @param format such as {@code png} or {@code jpeg}, by the file's content
     * @param channels as stored: 1 is grey, 2 grey with transparency, 3 colour, 4 colour with transparency
     */
    public record Decoded(Pixels pixels, String format, int channels) {}

    /** All of an image's pixels. Throws {@link IOException}, whose message reads on from the file's name. */
    Pixels decode(Path file) throws IOException {
        return decode(bytes(file)).pixels();
    }

    /** All that an image file's bytes hold. Throws {@link IOException}, whose message reads on from the file's name. */
    public Decoded decode(byte[] file) throws IOException {
        try (ImageInputStream stream = stream(file)) {
            ImageReader reader = reader(stream);
            try {
                Truncation truncation = new Truncation();
                reader.addIIOReadWarningListener(truncation);
                BufferedImage image = reader.read(0);
                if (truncation.warning.isPresent()) {
                    throw new IOException(truncation.warning.get());
                }
                return new Decoded(
                        pixels(image),
                        reader.getFormatName().toLowerCase(Locale.ROOT),
                        image.getColorModel().getNumComponents());
            } catch (IOException | RuntimeException e) {
                // damaged files make the readers of the JDK throw almost anything
                throw new IOException("is damaged: " + e.getMessage(), e);
            } finally {
                reader.dispose();
            }
        }
    }

    /** All bytes of a file. Throws {@link IOException}, whose message reads on from the file's name. */
    public static byte[] bytes(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new IOException("does not exist", e);
        } catch (IOException e) {
            throw new IOException("cannot be read: " + e.getMessage(), e);
        }
    }

    private static ImageInputStream stream(byte[] file) throws IOException {
        if (file.length == 0) {
            throw new IOException("is empty");
        }
        return new MemoryCacheImageInputStream(new ByteArrayInputStream(file));
    }

    private static ImageReader reader(ImageInputStream stream) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
        if (!readers.hasNext()) {
            throw new IOException("is no image of a known format");
        }
        ImageReader reader = readers.next();
        reader.setInput(stream, true, true);
        return reader;
    }

    private static Pixels pixels(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        byte[] planes = new byte[3 * width * height];
        ColorModel colors = image.getColorModel();
        if (colors instanceof IndexColorModel || colors instanceof PackedColorModel) {
            packed(image, planes);
        } else {
            components(image.getRaster(), planes);
        }
        return new Pixels(planes, width, height);
    }

    private static void packed(BufferedImage image, byte[] planes) {
        int width = image.getWidth();
        int area = width * image.getHeight();
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                int at = y * width + x;
                planes[at] = (byte) (row[x] >> 16);
                planes[at + area] = (byte) (row[x] >> 8);
                planes[at + 2 * area] = (byte) row[x];
            }
        }
    }

    /** Straight from the raster: asking a grey image for RGB would apply a gamma curve. */
    private static void components(Raster raster, byte[] planes) {
        int width = raster.getWidth();
        int height = raster.getHeight();
        int bands = raster.getNumBands();
        int[] row = new int[width * bands];
        int shift = Math.max(0, raster.getSampleModel().getSampleSize(0) - 8);
        for (int y = 0; y < height; y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int c = 0; c < 3; c++) {
                int band = bands >= 3 ? c : 0;
                int at = (c * height + y) * width;
                for (int x = 0; x < width; x++) {
                    planes[at + x] = (byte) (row[x * bands + band] >> shift);
                }
            }
        }
    }

    /** The JPEG reader fills what is missing with grey and merely warns. */
    private static final class Truncation implements IIOReadWarningListener {
        private Optional<String> warning = Optional.empty();

        @Override
        public void warningOccurred(ImageReader source, String message) {
            if (message.toLowerCase(Locale.ROOT).contains("premature")) {
                warning = Optional.of(message);
            }
        }
    }
}
