package io.falconet.evaluator.data;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Decodes JPEG, PNG, BMP, GIF, TIFF and WebP to RGB. Grey is repeated, an alpha channel is ignored and printing colours are
 * converted as Pillow does it, 16 bits are cut to 8, EXIF orientation is not applied. Thread-safe: a reader a call, and no
 * disk cache.
 */
public final class ImageDecoder {
    /** Width and height in pixels, from the header alone. */
    public record Size(int width, int height) {}

    /** From an image file's bytes. Throws {@link IOException}, whose message reads on from the file's name. */
    public Size size(byte[] file) throws IOException {
        try (ImageInputStream stream = stream(file)) {
            return size(stream);
        }
    }

    /** From an image file. Throws {@link IOException}, whose message reads on from the file's name. */
    Size size(Path file) throws IOException {
        try (ImageInputStream stream = stream(file)) {
            return size(stream);
        }
    }

    private static Size size(ImageInputStream stream) throws IOException {
        ImageReader reader = reader(stream);
        try {
            return new Size(reader.getWidth(0), reader.getHeight(0));
        } catch (IOException | RuntimeException e) {
            throw new IOException("is damaged: " + e.getMessage(), e);
        } finally {
            reader.dispose();
        }
    }

    /**
     * An image to its last pixel.
     *
     * @param format such as {@code png} or {@code jpeg}, by the file's content
     * @param channels as stored: 1 is grey, 2 grey with transparency, 3 colour, 4 colour with transparency; 3 for printing
     *     colours
     */
    public record Decoded(Pixels pixels, String format, int channels) {}

    /** All of an image's pixels. Throws {@link IOException}, whose message reads on from the file's name. */
    Pixels decode(Path file) throws IOException {
        return decode(bytes(file)).pixels();
    }

    /** All that an image file's bytes hold. Throws {@link IOException}, whose message reads on from the file's name. */
    public Decoded decode(byte[] file) throws IOException {
        try (ImageInputStream stream = stream(file)) {
            return decode(stream, null);
        }
    }

    /**
     * Some pixels of an image, without holding the others in memory where its format allows that. Costs up to as much time
     * as decoding all of it.
     *
     * @param region in pixels of the image
     * @param every so manieth pixel of it is taken, along both axes; 1 for all
     */
    Pixels decode(Path file, Rectangle region, int every) throws IOException {
        try (ImageInputStream stream = stream(file)) {
            ImageReadParam part = new ImageReadParam();
            part.setSourceRegion(region);
            part.setSourceSubsampling(every, every, every / 2, every / 2);
            return decode(stream, part).pixels();
        }
    }

    /** @param part null for all */
    private static Decoded decode(ImageInputStream stream, ImageReadParam part) throws IOException {
        ImageReader reader = reader(stream);
        try {
            Truncation truncation = new Truncation();
            reader.addIIOReadWarningListener(truncation);
            Decoded decoded = decode(reader, stream, part);
            if (truncation.warning.isPresent()) {
                throw new IOException(truncation.warning.get());
            }
            return decoded;
        } catch (IOException | RuntimeException e) {
            // damaged files make the readers of the JDK throw almost anything
            throw new IOException("is damaged: " + e.getMessage(), e);
        } finally {
            reader.dispose();
        }
    }

    private static Decoded decode(ImageReader reader, ImageInputStream stream, ImageReadParam part) throws IOException {
        String format = reader.getFormatName().toLowerCase(Locale.ROOT);
        Optional<PrintingColours> printing = format.equals("jpeg") ? PrintingColours.of(stream) : Optional.empty();
        if (printing.isPresent()) {
            return new Decoded(printing.get().pixels(reader.readRaster(0, part)), format, 3);
        }
        BufferedImage image = reader.read(0, part);
        return new Decoded(PixelPlanes.of(image), format, image.getColorModel().getNumComponents());
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

    private static ImageInputStream stream(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("does not exist");
        }
        if (Files.size(file) == 0) {
            throw new IOException("is empty");
        }
        return new FileImageInputStream(file.toFile());
    }

    private static ImageReader reader(ImageInputStream stream) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
        if (!readers.hasNext()) {
            throw new IOException(ForeignFormat.of(stream)
                    .map(format -> "is %s, which is not read; JPEG, PNG and WebP are, among others".formatted(format))
                    .orElse("is no image of a known format"));
        }
        ImageReader reader = readers.next();
        reader.setInput(stream, true, true);
        return reader;
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
